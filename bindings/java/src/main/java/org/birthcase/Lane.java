package org.birthcase;

/** Where a service is handled for this family. */
public enum Lane implements Named {
  /** This window handles it. */
  JOINT("joint"),
  /** It is handled, but not here and now: see where to go, or which channel to take. */
  ELSEWHERE("elsewhere"),
  /** This window handles it for nobody, or it has become pointless. */
  NOT_OFFERED("not_offered"),
  /** Facts are missing to know. */
  UNDETERMINED("undetermined");

  private final String id;

  Lane(String id) {
    this.id = id;
  }

  /** The id in the plan's JSON. */
  @Override
  public String id() {
    return id;
  }
}
