package org.birthcase;

/** Somebody else was faster: read the case again, then decide again. Or what was to be taken in is there already. */
public final class ConflictException extends BirthcaseException {
  private static final long serialVersionUID = 1L;

  private final String code;

  ConflictException(ErrorReport report) {
    super(report);
    code = report.text("code");
  }

  /** {@code case-moved-on} of a case that has another version than was expected; otherwise empty. */
  public String code() {
    return code;
  }
}
