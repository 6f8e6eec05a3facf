package org.birthcase;

/** A handle that the C interface does not know. This package gives none: please report it. */
public final class BadHandleException extends BirthcaseException {
  private static final long serialVersionUID = 1L;

  BadHandleException(ErrorReport report) {
    super(report);
  }
}
