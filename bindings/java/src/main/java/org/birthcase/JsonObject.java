package org.birthcase;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Map;

/** An object of JSON that the native library wrote, told by its members. Immutable. */
abstract class JsonObject {
  private final Map<?, ?> members;

  /** @param members as {@link Json} reads them */
  JsonObject(Object members) {
    this.members = (Map<?, ?>) members;
  }

  final Object member(String name) {
    return members.get(name);
  }

  final String text(String name) {
    return (String) members.get(name);
  }

  final long number(String name) {
    return ((BigDecimal) members.get(name)).longValueExact();
  }

  final LocalDateTime moment(String name) {
    return LocalDateTime.parse(text(name));
  }
}
