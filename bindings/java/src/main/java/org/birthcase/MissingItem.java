package org.birthcase;

/** Something that acceptance still waits for: a document, or a field of the form. */
public final class MissingItem extends Item {
  MissingItem(Row row) {
    super(row);
  }

  /** The type of the document, or the fact's name with the newborn's place. */
  public String id() {
    return row.text(Constants.MISSING_ID);
  }

  /** Its name, for people. */
  public String label() {
    return row.text(Constants.MISSING_LABEL);
  }

  /** Whose: the newborn's place, or {@link Birthcase#FAMILY}. */
  public int newborn() {
    return row.number(Constants.MISSING_NEWBORN);
  }

  /** Whether it is a field of the form, not a document. */
  public boolean isField() {
    return row.number(Constants.MISSING_IS_FIELD) != 0;
  }

  /** The id of a document's holder; empty where it has none. */
  public String holder() {
    return row.text(Constants.MISSING_HOLDER);
  }

  @Override
  public String toString() {
    return id() + (holder().isEmpty() ? "" : "/" + holder());
  }
}
