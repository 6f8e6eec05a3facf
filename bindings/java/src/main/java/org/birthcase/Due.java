package org.birthcase;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** When something is due: on a day, or, where the promise counts hours or minutes, at a moment. Beijing time. */
public final class Due {
  private final LocalDate day;
  private final LocalDateTime moment;

  private Due(LocalDate day, LocalDateTime moment) {
    this.day = day;
    this.moment = moment;
  }

  /** What the native library tells: `2019-05-06`, `2019-05-06T14:30`, or an empty text where it cannot be known. */
  static Optional<Due> of(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.indexOf('T') < 0) {
      return Optional.of(new Due(LocalDate.parse(text), null));
    }
    LocalDateTime moment = LocalDateTime.parse(text);
    return Optional.of(new Due(moment.toLocalDate(), moment));
  }

  /** The day on which, or in which, it is due. */
  public LocalDate day() {
    return day;
  }

  /** The moment, if it is due at one. */
  public Optional<LocalDateTime> moment() {
    return Optional.ofNullable(moment);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Due && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** {@code 2019-05-06} or {@code 2019-05-06T14:30}, as in the plan's JSON. */
  @Override
  public String toString() {
    return moment == null ? day.toString() : moment.toString();
  }
}
