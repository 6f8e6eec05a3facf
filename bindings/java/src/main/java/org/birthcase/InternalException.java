package org.birthcase;

/** A defect of the native library; please report it. */
public final class InternalException extends BirthcaseException {
  private static final long serialVersionUID = 1L;

  InternalException(ErrorReport report) {
    super(report);
  }
}
