package org.birthcase;

/** A buffer that is too small for a text. This package uses none: please report it. */
public final class BufferTooSmallException extends BirthcaseException {
  private static final long serialVersionUID = 1L;

  BufferTooSmallException(ErrorReport report) {
    super(report);
  }
}
