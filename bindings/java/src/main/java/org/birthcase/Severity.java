package org.birthcase;

/** How bad a finding is. */
public enum Severity implements Named {
  /** Worth knowing. */
  INFO("info"),
  /** Worth checking; the case can be accepted. */
  WARNING("warning"),
  /** The case cannot be accepted as it stands. */
  ERROR("error");

  private final String id;

  Severity(String id) {
    this.id = id;
  }

  /** The id in the plan's JSON. */
  @Override
  public String id() {
    return id;
  }
}
