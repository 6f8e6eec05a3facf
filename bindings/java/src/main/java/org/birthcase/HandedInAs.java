package org.birthcase;

/** The form in which a document was handed in. */
public enum HandedInAs {
  ORIGINAL(Constants.ORIGINAL),
  PAPER_COPY(Constants.PAPER_COPY),
  SCAN(Constants.SCAN);

  private final int constant;

  HandedInAs(int constant) {
    this.constant = constant;
  }

  int constant() {
    return constant;
  }
}
