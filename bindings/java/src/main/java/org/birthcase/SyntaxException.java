package org.birthcase;

/** A text that does not parse: not JSON, not a date. */
public final class SyntaxException extends BirthcaseException {
  private static final long serialVersionUID = 1L;

  SyntaxException(ErrorReport report) {
    super(report);
  }
}
