package org.birthcase;

/** The native library had no memory left. Nothing was changed; close something and try again. */
public final class NativeOutOfMemoryException extends BirthcaseException {
  private static final long serialVersionUID = 1L;

  NativeOutOfMemoryException(ErrorReport report) {
    super(report);
  }
}
