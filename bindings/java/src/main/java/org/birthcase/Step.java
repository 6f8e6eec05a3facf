package org.birthcase;

import java.util.List;
import java.util.Optional;

/** A step of the route: one service for the family or for one newborn. */
public final class Step extends Item {
  Step(Row row) {
    super(row);
  }

  /** The id of the step: the service, with the newborn where there are several. */
  public String id() {
    return row.text(Constants.STEP_ID);
  }

  /** The name of the service, for people. */
  public String label() {
    return row.text(Constants.STEP_LABEL);
  }

  /** Whose: the newborn's place, or {@link Birthcase#FAMILY}. */
  public int newborn() {
    return row.number(Constants.STEP_NEWBORN);
  }

  /** The id of the service. */
  public String service() {
    return row.text(Constants.STEP_SERVICE);
  }

  /** The id of who decides. */
  public String organisation() {
    return row.text(Constants.STEP_ORGANISATION);
  }

  /** The name of who decides, for people. */
  public String organisationLabel() {
    return row.text(Constants.STEP_ORGANISATION_LABEL);
  }

  /** The id of who stands at the window. */
  public String operator() {
    return row.text(Constants.STEP_OPERATOR);
  }

  /** The name of who stands at the window, for people. */
  public String operatorLabel() {
    return row.text(Constants.STEP_OPERATOR_LABEL);
  }

  /** The ids of the steps whose products it needs. */
  public List<String> after() {
    return row.ids(Constants.STEP_AFTER);
  }

  /** When it is due; empty where that cannot be known. */
  public Optional<Due> due() {
    return Due.of(row.text(Constants.STEP_DUE));
  }

  /** The id of the promise that counts; empty where none is published. */
  public String promise() {
    return row.text(Constants.STEP_PROMISE);
  }

  /** How the result reaches the family. */
  public String delivery() {
    return row.text(Constants.STEP_DELIVERY);
  }

  /** The facts that this service requires, and no other. */
  public List<String> payloadFields() {
    return row.ids(Constants.STEP_PAYLOAD_FIELDS);
  }

  /** The documents that it requires, as {@code type} or {@code type/holder}. */
  public List<String> payloadEvidence() {
    return row.ids(Constants.STEP_PAYLOAD_EVIDENCE);
  }

  @Override
  public String toString() {
    return id();
  }
}
