package org.birthcase;

/** A service for the family or for one newborn, and where it is handled. */
public final class ServiceLane extends Item {
  ServiceLane(Row row) {
    super(row);
  }

  /** The id of the service. */
  public String id() {
    return row.text(Constants.SERVICE_ID);
  }

  /** Its name, for people. */
  public String label() {
    return row.text(Constants.SERVICE_LABEL);
  }

  /** Whose: the newborn's place, or {@link Birthcase#FAMILY}. */
  public int newborn() {
    return row.number(Constants.SERVICE_NEWBORN);
  }

  /** Where it is handled for this family. */
  public Lane lane() {
    return Named.of(Lane.values(), row.text(Constants.SERVICE_LANE));
  }

  /** The id of the organisation to go to, where the lane names one; empty otherwise. */
  public String organisation() {
    return row.text(Constants.SERVICE_ORGANISATION);
  }

  /** The id of the channel to take, where the lane names one; empty otherwise. */
  public String channel() {
    return row.text(Constants.SERVICE_CHANNEL);
  }

  /** Whether it was done before: then it is elsewhere, and its results are in the family's hands. */
  public boolean isAlreadyDone() {
    return row.number(Constants.SERVICE_ALREADY_DONE) == 1;
  }

  /** The id of the service that it leaves the window with, because its product comes later; empty otherwise. */
  public String follows() {
    return row.text(Constants.SERVICE_FOLLOWS);
  }

  /** The id of the rule that decided; empty where nothing had to be decided. */
  public String rule() {
    return row.text(Constants.SERVICE_RULE);
  }

  /** That rule's words for the family. */
  public String reason() {
    return row.text(Constants.SERVICE_REASON);
  }

  /** Where that rule is written. */
  public String source() {
    return row.text(Constants.SERVICE_SOURCE);
  }

  @Override
  public String toString() {
    return id() + " " + lane();
  }
}
