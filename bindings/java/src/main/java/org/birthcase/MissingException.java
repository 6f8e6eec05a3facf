package org.birthcase;

/** Something required is missing. */
public final class MissingException extends BirthcaseException {
  private static final long serialVersionUID = 1L;

  MissingException(ErrorReport report) {
    super(report);
  }
}
