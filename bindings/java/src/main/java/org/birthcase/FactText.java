package org.birthcase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Objects;

/**
 * Java's values as the texts that the native library reads. There is none for {@code double}: a weight of 3.3 is a
 * decimal number, and no double is 3.3. Nothing here depends on the JVM's locale.
 */
final class FactText {
  /** The name of the argument, and what to do where it is null. */
  static final String VALUE = "value: say that there is none with putNone, that it is not known with clear";

  private FactText() {}

  static String of(boolean value) {
    return value ? "true" : "false";
  }

  static String of(long value) {
    return Long.toString(value);
  }

  static String of(BigDecimal value) {
    return Objects.requireNonNull(value, VALUE).toPlainString();
  }

  static String of(LocalDate value) {
    return Objects.requireNonNull(value, VALUE).toString();
  }

  /** To the second; no form asks for less. */
  static String of(LocalDateTime value) {
    return Objects.requireNonNull(value, VALUE).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static String of(Collection<String> values) {
    if (Objects.requireNonNull(values, VALUE).stream().anyMatch(value -> value.contains(","))) {
      throw new IllegalArgumentException("value: no item of a list can contain a comma, which separates them");
    }
    return String.join(",", values);
  }
}
