package org.birthcase;

/** The language of labels and messages. Errors are in English always: they are for programmers. */
public enum Language {
  /** Chinese, the language of the forms. */
  CHINESE(Constants.CHINESE),
  /** English. */
  ENGLISH(Constants.ENGLISH);

  private final int constant;

  Language(int constant) {
    this.constant = constant;
  }

  int constant() {
    return constant;
  }
}
