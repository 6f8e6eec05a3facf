package org.birthcase;

/** A key, fact, code, id or function that does not exist. The message names the nearest that does. */
public final class UnknownNameException extends BirthcaseException {
  private static final long serialVersionUID = 1L;

  UnknownNameException(ErrorReport report) {
    super(report);
  }
}
