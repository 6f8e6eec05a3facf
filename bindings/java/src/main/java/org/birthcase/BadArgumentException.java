package org.birthcase;

/** An argument that the C interface does not know. This package gives none: please report it. */
public final class BadArgumentException extends BirthcaseException {
  private static final long serialVersionUID = 1L;

  BadArgumentException(ErrorReport report) {
    super(report);
  }
}
