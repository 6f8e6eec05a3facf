package org.birthcase;

import java.util.List;

/** A field of the one form. */
public final class FormField extends Item {
  FormField(Row row) {
    super(row);
  }

  /** The fact's name, with the newborn's place. */
  public String id() {
    return row.text(Constants.FIELD_ID);
  }

  /** Its name, for people. */
  public String label() {
    return row.text(Constants.FIELD_LABEL);
  }

  /** Whose: the newborn's place, or {@link Birthcase#FAMILY}. */
  public int newborn() {
    return row.number(Constants.FIELD_NEWBORN);
  }

  /** Where its content comes from. */
  public FieldSource source() {
    return Named.of(FieldSource.values(), row.text(Constants.FIELD_SOURCE));
  }

  /** The id of the service or organisation that it comes from; empty where it comes from none. */
  public String from() {
    return row.text(Constants.FIELD_FROM);
  }

  /** The ids of the services that need it. */
  public List<String> neededBy() {
    return row.ids(Constants.FIELD_NEEDED_BY);
  }

  /** Who fills it in. */
  public FieldOwner owner() {
    return Named.of(FieldOwner.values(), row.text(Constants.FIELD_OWNER));
  }

  /** Whether it must be filled in. */
  public boolean isRequired() {
    return row.number(Constants.FIELD_REQUIRED) != 0;
  }

  /** How much is known. */
  public Fact.State state() {
    return Fact.State.of(row.number(Constants.FIELD_STATE));
  }

  /** The value as {@link Application#put(String, String)} takes it; empty unless it is known. */
  public String value() {
    return row.text(Constants.FIELD_VALUE);
  }

  /** How a known value became known: {@code told}, {@code looked_up}, {@code issued}, {@code derived}, {@code hospital}. */
  public String origin() {
    return row.text(Constants.FIELD_ORIGIN);
  }

  /** The id of the organisation whose data or decision it is; empty where it is nobody's. */
  public String originOrganisation() {
    return row.text(Constants.FIELD_ORIGIN_ORGANISATION);
  }

  /** When it was looked up or issued, as {@code 2019-06-10T09:31}; empty where that is not known. */
  public String originAt() {
    return row.text(Constants.FIELD_ORIGIN_AT);
  }

  /** The organisation's number for its answer, or the message that it answered; may be empty. */
  public String originReference() {
    return row.text(Constants.FIELD_ORIGIN_REFERENCE);
  }

  @Override
  public String toString() {
    return id() + " " + source() + " " + state();
  }
}
