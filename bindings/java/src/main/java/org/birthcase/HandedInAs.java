package org.birthcase;

/** The form in which a document was handed in. */
public enum HandedInAs {
  /** The original. */
  ORIGINAL(Constants.ORIGINAL),
  /** A copy on paper. */
  PAPER_COPY(Constants.PAPER_COPY),
  /** A scan or photograph. */
  SCAN(Constants.SCAN);

  private final int constant;

  HandedInAs(int constant) {
    this.constant = constant;
  }

  /** The word for it in JSON. */
  String word() {
    return this == PAPER_COPY ? "copy" : this == SCAN ? "scan" : "original";
  }

  int constant() {
    return constant;
  }
}
