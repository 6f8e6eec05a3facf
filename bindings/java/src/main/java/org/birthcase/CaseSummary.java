package org.birthcase;

import java.time.LocalDateTime;

/** A case in the list of a store. Immutable. */
public final class CaseSummary extends JsonObject {
  CaseSummary(Object members) {
    super(members);
  }

  /** The id of the case. */
  public String caseId() {
    return text("case");
  }

  /** The id of its profile. */
  public String profile() {
    return text("profile");
  }

  /** {@code draft}, {@code accepted}, {@code withdrawn} or {@code closed}. */
  public String status() {
    return text("status");
  }

  /** The number of its events. */
  public long version() {
    return number("version");
  }

  /** When its last event happened. */
  public LocalDateTime changedAt() {
    return moment("changed_at");
  }

  /** Id, status and version. */
  @Override
  public String toString() {
    return caseId() + " " + status() + " " + version();
  }
}
