package org.birthcase;

/** Two statements of one document that exclude each other. */
public final class ContradictionException extends BirthcaseException {
  private static final long serialVersionUID = 1L;

  ContradictionException(ErrorReport report) {
    super(report);
  }
}
