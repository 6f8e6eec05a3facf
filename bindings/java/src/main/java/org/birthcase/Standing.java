package org.birthcase;

/** How something that is due stands at a moment. */
public enum Standing implements Named {
  /** Not done, and nothing is promised or the day cannot be known. */
  OPEN("open"),
  /** In time. */
  RUNNING("running"),
  /** In time, but not for long: somebody should look. */
  DUE_SOON("due_soon"),
  /** Not done, and late. */
  OVERDUE("overdue"),
  /** The clock stands: the family is waited for. */
  SUSPENDED("suspended"),
  /** Done in time. */
  KEPT("kept"),
  /** Done, but late. */
  MISSED("missed"),
  /** Will not be done. */
  GIVEN_UP("given_up");

  private final String id;

  Standing(String id) {
    this.id = id;
  }

  /** The id in JSON. */
  @Override
  public String id() {
    return id;
  }
}
