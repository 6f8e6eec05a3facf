package org.birthcase;

/** What becomes of a document that a service asks for. */
public enum EvidenceStatus implements Named {
  /** The family brings it. */
  BRING("bring"),
  /** Facts are missing to know. */
  UNDETERMINED("undetermined"),
  /** Another service of the case yields it. */
  PRODUCED("produced"),
  /** An organisation's data stands for it. */
  SHARED("shared"),
  /** The hospital has it. */
  HOSPITAL("hospital"),
  /** The one form has swallowed it. */
  ABSORBED("absorbed"),
  /** Its condition does not hold. */
  NOT_REQUIRED("not_required");

  private final String id;

  EvidenceStatus(String id) {
    this.id = id;
  }

  /** The id in the plan's JSON. */
  @Override
  public String id() {
    return id;
  }
}
