package org.birthcase;

import java.util.List;

/** A fact to ask for, because something hangs on it. */
public final class Undetermined extends Item {
  Undetermined(Row row) {
    super(row);
  }

  /** The fact's name, with the newborn's place. */
  public String fact() {
    return row.text(Constants.UNDETERMINED_FACT);
  }

  /** What to ask the family for. */
  public String label() {
    return row.text(Constants.UNDETERMINED_LABEL);
  }

  /** Whose: the newborn's place, or {@link Birthcase#FAMILY}. */
  public int newborn() {
    return row.number(Constants.UNDETERMINED_NEWBORN);
  }

  /** The fact's name, as {@link Application#put(String, int, String)} takes it with {@link #newborn}. */
  public String field() {
    return row.text(Constants.UNDETERMINED_FIELD);
  }

  /** What hangs on it. */
  public List<String> decides() {
    return row.ids(Constants.UNDETERMINED_DECIDES);
  }

  @Override
  public String toString() {
    return fact();
  }
}
