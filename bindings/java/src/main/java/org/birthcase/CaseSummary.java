package org.birthcase;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Map;

/** A case in the list of a store. Immutable. */
public final class CaseSummary {
  private final Map<?, ?> members;

  CaseSummary(Object members) {
    this.members = (Map<?, ?>) members;
  }

  /** The id of the case. */
  public String caseId() {
    return (String) members.get("case");
  }

  /** The id of its profile. */
  public String profile() {
    return (String) members.get("profile");
  }

  /** {@code draft}, {@code accepted}, {@code withdrawn} or {@code closed}. */
  public String status() {
    return (String) members.get("status");
  }

  /** The number of its events. */
  public long version() {
    return ((BigDecimal) members.get("version")).longValueExact();
  }

  /** When its last event happened. */
  public LocalDateTime changedAt() {
    return LocalDateTime.parse((String) members.get("changed_at"));
  }

  /** Id, status and version. */
  @Override
  public String toString() {
    return caseId() + " " + status() + " " + version();
  }
}
