package org.birthcase;

/** A value of another type than the one that belongs there. */
public final class WrongTypeException extends BirthcaseException {
  private static final long serialVersionUID = 1L;

  WrongTypeException(ErrorReport report) {
    super(report);
  }
}
