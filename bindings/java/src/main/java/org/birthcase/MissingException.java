package org.birthcase;

/** Something that has to be there is not. */
public final class MissingException extends BirthcaseException {
  private static final long serialVersionUID = 1L;

  MissingException(ErrorReport report) {
    super(report);
  }
}
