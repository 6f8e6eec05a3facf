package org.birthcase;

/** A remark on an application. */
public final class Finding extends Item {
  Finding(Row row) {
    super(row);
  }

  /** How bad it is. */
  public Severity severity() {
    return Named.of(Severity.values(), row.text(Constants.FINDING_SEVERITY));
  }

  /** What is remarked, for programs; codes are stable. */
  public String code() {
    return row.text(Constants.FINDING_CODE);
  }

  /** Where, as a JSON pointer into the application. */
  public String path() {
    return row.text(Constants.FINDING_PATH);
  }

  /** For people. Quotes no value that a person typed. */
  public String message() {
    return row.text(Constants.FINDING_MESSAGE);
  }

  @Override
  public String toString() {
    return severity() + " " + code() + " " + path();
  }
}
