package org.birthcase;

/**
 * A call that failed. There is a subclass for each status of the C interface; catch the one that you can do something
 * about. A failed call has changed nothing.
 *
 * <p>Messages are in English, for a programmer's log: they say where and what to do, and never quote a value that a
 * person typed. Only that of a {@link RefusedException} is for people, in the language of the case or store.
 */
public class BirthcaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String kind;
  private final String document;
  private final String path;
  private final int line;
  private final int column;

  BirthcaseException(ErrorReport report) {
    super(report.message());
    status = report.number("status");
    kind = report.text("kind");
    document = report.text("document");
    path = report.text("path");
    line = report.number("line");
    column = report.number("column");
  }

  /** The number of the status in birthcase.h. */
  public final int status() {
    return status;
  }

  /** The name of the status, such as {@code unknown-name}. */
  public final String kind() {
    return kind;
  }

  /** The id of the profile in which the fault is, or the file of the store; otherwise empty. */
  public final String document() {
    return document;
  }

  /** Where the fault is, as a JSON pointer such as {@code /mother/nmae}; empty for the whole or where there is none. */
  public final String path() {
    return path;
  }

  /** The line in the text that was given, counted from 1; 0 where there is none. */
  public final int line() {
    return line;
  }

  /** The column in that line, counted in characters from 1; 0 where there is none. */
  public final int column() {
    return column;
  }
}
