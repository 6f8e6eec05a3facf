package org.birthcase;

/** A value, size, depth or index beyond its limit. */
public final class OutOfRangeException extends BirthcaseException {
  private static final long serialVersionUID = 1L;

  OutOfRangeException(ErrorReport report) {
    super(report);
  }
}
