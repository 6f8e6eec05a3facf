package org.birthcase;

/** A document that may come later. */
public final class Deferrable extends Item {
  Deferrable(Row row) {
    super(row);
  }

  /** The id of the document. */
  public String type() {
    return row.text(Constants.DEFERRABLE_TYPE);
  }

  /** Its name, for people. */
  public String label() {
    return row.text(Constants.DEFERRABLE_LABEL);
  }

  /** Whose: the newborn's place, or {@link Birthcase#FAMILY}. */
  public int newborn() {
    return row.number(Constants.DEFERRABLE_NEWBORN);
  }

  /** The id of its holder; empty where it has none. */
  public String holder() {
    return row.text(Constants.DEFERRABLE_HOLDER);
  }

  @Override
  public String toString() {
    return type() + (holder().isEmpty() ? "" : "/" + holder());
  }
}
