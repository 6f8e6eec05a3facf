package org.birthcase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The attributes of one item of a list, as they were read. Immutable. */
final class Row {
  private final int firstAttribute;
  private final Object[] values;

  /** @param values a String or a Long for each attribute from the first one on */
  Row(int firstAttribute, Object... values) {
    this.firstAttribute = firstAttribute;
    this.values = values;
  }

  String text(int attribute) {
    return (String) values[attribute - firstAttribute];
  }

  int number(int attribute) {
    return Math.toIntExact((Long) values[attribute - firstAttribute]);
  }

  /** The ids that a text lists with commas between them. */
  List<String> ids(int attribute) {
    String text = text(attribute);
    return text.isEmpty() ? Collections.emptyList()
        : Collections.unmodifiableList(new ArrayList<>(Arrays.asList(text.split(","))));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Row && Arrays.equals(values, ((Row) other).values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
