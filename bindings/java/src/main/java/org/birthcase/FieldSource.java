package org.birthcase;

/** Where the content of a form field comes from. */
public enum FieldSource implements Named {
  /** Another service of the case yields it. */
  PRODUCT("product"),
  /** An organisation shares it. */
  SHARED("shared"),
  /** The hospital knows it. */
  HOSPITAL("hospital"),
  /** It follows from other fields. */
  DERIVED("derived"),
  /** The family is asked. */
  APPLICANT("applicant"),
  /** Facts are missing to know. */
  UNDETERMINED("undetermined");

  private final String id;

  FieldSource(String id) {
    this.id = id;
  }

  /** The id in the plan's JSON. */
  @Override
  public String id() {
    return id;
  }
}
