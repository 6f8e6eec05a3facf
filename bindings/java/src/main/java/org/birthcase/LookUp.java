package org.birthcase;

import java.util.List;

/** An organisation that is asked instead of the family, by what, and what came of it. */
public final class LookUp extends Item {
  LookUp(Row row) {
    super(row);
  }

  /** The id of the share, as commands about look-ups take it. */
  public String id() {
    return row.text(Constants.LOOK_UP_ID);
  }

  /** The organisation's name, for people. */
  public String label() {
    return row.text(Constants.LOOK_UP_LABEL);
  }

  /** Whose: the newborn's place, or {@link Birthcase#FAMILY}. */
  public int newborn() {
    return row.number(Constants.LOOK_UP_NEWBORN);
  }

  /** The id of the organisation. */
  public String organisation() {
    return row.text(Constants.LOOK_UP_ORGANISATION);
  }

  /** {@code open}, {@code asked}, {@code found}, {@code not_found}, {@code not_available} or {@code seen}. */
  public String state() {
    return row.text(Constants.LOOK_UP_STATE);
  }

  /** When the organisation answered, as {@code 2019-06-10T09:31}; empty before. */
  public String at() {
    return row.text(Constants.LOOK_UP_AT);
  }

  /** The organisation's number for its answer; may be empty. */
  public String reference() {
    return row.text(Constants.LOOK_UP_REFERENCE);
  }

  /** The facts by which it is asked. */
  public List<String> keys() {
    return row.ids(Constants.LOOK_UP_KEYS);
  }

  /** Of these, the ones that are not known yet. */
  public List<String> unknownKeys() {
    return row.ids(Constants.LOOK_UP_UNKNOWN_KEYS);
  }

  /** The facts that it answers. */
  public List<String> fields() {
    return row.ids(Constants.LOOK_UP_FIELDS);
  }

  /** The documents that it stands for, as {@code type} or {@code type/holder}. */
  public List<String> evidence() {
    return row.ids(Constants.LOOK_UP_EVIDENCE);
  }

  /** The ids of the services that need it. */
  public List<String> neededBy() {
    return row.ids(Constants.LOOK_UP_NEEDED_BY);
  }

  /** The words for the family of the rule that counts on it; may be empty. */
  public String reason() {
    return row.text(Constants.LOOK_UP_REASON);
  }

  /** Where that rule is written. */
  public String source() {
    return row.text(Constants.LOOK_UP_SOURCE);
  }

  @Override
  public String toString() {
    return id() + " " + state();
  }
}
