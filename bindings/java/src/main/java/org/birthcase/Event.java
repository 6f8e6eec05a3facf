package org.birthcase;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;

/** One thing that happened to a case. Immutable. Objects are maps, arrays lists, numbers BigDecimals. */
public final class Event extends JsonObject {
  Event(Object members) {
    super(members);
  }

  /** The place in the case, counted from 1. */
  public long sequence() {
    return number("sequence");
  }

  /** When it happened, in Beijing time. */
  public LocalDateTime at() {
    return moment("at");
  }

  /** Who or what caused it. */
  public String by() {
    return text("by");
  }

  /** The kind, such as {@code step-dispatched}. */
  public String type() {
    return text("type");
  }

  /** What may be kept for ever. */
  public Map<?, ?> data() {
    return Collections.unmodifiableMap((Map<?, ?>) member("data"));
  }

  /** What tells about people; empty once the case is erased. */
  public Map<?, ?> personal() {
    return Collections.unmodifiableMap((Map<?, ?>) member("personal"));
  }

  /** Number and kind, and nothing about people. */
  @Override
  public String toString() {
    return sequence() + " " + type();
  }
}
