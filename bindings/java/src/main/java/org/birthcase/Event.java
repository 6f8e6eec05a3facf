package org.birthcase;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;

/** One thing that happened to a case. Immutable. Objects are maps, arrays lists, numbers BigDecimals. */
public final class Event {
  private final Map<?, ?> members;

  Event(Object members) {
    this.members = (Map<?, ?>) members;
  }

  /** The place in the case, counted from 1. */
  public long sequence() {
    return ((BigDecimal) members.get("sequence")).longValueExact();
  }

  /** When it happened, in Beijing time. */
  public LocalDateTime at() {
    return LocalDateTime.parse((String) members.get("at"));
  }

  /** Who or what caused it. */
  public String by() {
    return (String) members.get("by");
  }

  /** The kind, such as {@code step-dispatched}. */
  public String type() {
    return (String) members.get("type");
  }

  /** What may be kept for ever. */
  public Map<?, ?> data() {
    return Collections.unmodifiableMap((Map<?, ?>) members.get("data"));
  }

  /** What tells about people; empty once the case is erased. */
  public Map<?, ?> personal() {
    return Collections.unmodifiableMap((Map<?, ?>) members.get("personal"));
  }

  /** Number and kind, and nothing about people. */
  @Override
  public String toString() {
    return sequence() + " " + type();
  }
}
