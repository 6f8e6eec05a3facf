package org.birthcase;

/** The language of labels and messages. Errors are in English always: they are for programmers. */
public enum Language {
  CHINESE(Constants.CHINESE),
  ENGLISH(Constants.ENGLISH);

  private final int constant;

  Language(int constant) {
    this.constant = constant;
  }

  int constant() {
    return constant;
  }
}
