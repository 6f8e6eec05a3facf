package org.birthcase;

/** The disk or the database failed. {@link #document} is the file; the message says what to do. */
public final class StorageException extends BirthcaseException {
  private static final long serialVersionUID = 1L;

  StorageException(ErrorReport report) {
    super(report);
  }
}
