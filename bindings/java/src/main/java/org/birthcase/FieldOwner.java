package org.birthcase;

/** Who fills a form field in. */
public enum FieldOwner implements Named {
  /** Whoever attended the birth. */
  ATTENDANT("attendant"),
  /** The family. */
  FAMILY("family"),
  /** The department that issues it: a certificate number, an ID number. */
  AUTHORITY("authority"),
  /** The window that takes the application in. */
  WINDOW("window");

  private final String id;

  FieldOwner(String id) {
    this.id = id;
  }

  /** The id in the plan's JSON. */
  @Override
  public String id() {
    return id;
  }
}
