package org.birthcase;

/** A part of a plan's document, in the order of the document. */
public enum PlanPart implements Named {
  /** Whose rules. */
  PROFILE("profile"),
  /** As known on which day. */
  AS_OF("as_of"),
  /** The services, each with where it is handled. */
  SERVICES("services"),
  /** The fields of the one form, and their counts. */
  FORM("form"),
  /** The documents that services ask for. */
  EVIDENCE("evidence"),
  /** What organisations are asked instead of the family. */
  LOOK_UPS("look_ups"),
  /** The steps that this window handles. */
  ROUTE("route"),
  /** The facts to ask for. */
  UNDETERMINED("undetermined"),
  /** Remarks on the application. */
  FINDINGS("findings"),
  /** Whether the window can take the case in now, and what is missing. */
  ACCEPTABLE("acceptable"),
  /** When the last result is due. */
  DUE("due"),
  /** Which rules and data these were. */
  RULES("rules");

  private final String id;

  PlanPart(String id) {
    this.id = id;
  }

  /** The key under which the part stands in the plan's JSON. */
  @Override
  public String id() {
    return id;
  }
}
