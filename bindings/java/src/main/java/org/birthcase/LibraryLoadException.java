package org.birthcase;

/**
 * The native library cannot be used. The message lists every place that was tried, what was wrong there and what to do;
 * the next call tries again.
 */
public final class LibraryLoadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LibraryLoadException(String message, Throwable cause) {
    super(message, cause);
  }
}
