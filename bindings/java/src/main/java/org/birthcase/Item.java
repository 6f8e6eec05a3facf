package org.birthcase;

import java.util.Objects;

/**
 * An item of a plan's list: an immutable value that stays good when the plan is closed. Two items are equal if all
 * their attributes are. Texts are empty where there is nothing to tell, never null.
 */
abstract class Item {
  final Row row;

  Item(Row row) {
    this.row = Objects.requireNonNull(row);
  }

  @Override
  public final boolean equals(Object other) {
    return other != null && other.getClass() == getClass() && row.equals(((Item) other).row);
  }

  @Override
  public final int hashCode() {
    return row.hashCode();
  }
}
