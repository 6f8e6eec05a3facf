package org.birthcase;

/** A text that is not in the encoding it should be in, or cannot be written in the one that was asked for. */
public final class EncodingException extends BirthcaseException {
  private static final long serialVersionUID = 1L;

  EncodingException(ErrorReport report) {
    super(report);
  }
}
