package org.birthcase;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing that is due in a case. Immutable. */
public final class Deadline {
  private final Map<?, ?> members;

  private Deadline(Object members) {
    this.members = (Map<?, ?>) members;
  }

  /** The deadlines of a JSON array. */
  static List<Deadline> list(String json) {
    return Decision.list((List<?>) Json.read(json), Deadline::new);
  }

  /** The id of the case. */
  public String caseId() {
    return (String) members.get("case");
  }

  /** {@code step}, {@code deferral} or {@code case}. */
  public String what() {
    return (String) members.get("what");
  }

  /** The step, or the document's type with its holder; empty for the whole case. */
  public String id() {
    return (String) members.get("id");
  }

  /** When it is due; empty where that cannot be known. */
  public Optional<Due> due() {
    Object due = members.get("due");
    return due == null ? Optional.empty() : Due.of((String) due);
  }

  /** How it stands at the moment that was asked for. */
  public Standing standing() {
    return Named.of(Standing.values(), (String) members.get("standing"));
  }

  /** What, of which case, and how it stands. */
  @Override
  public String toString() {
    return caseId() + " " + what() + " " + id() + ": " + standing().id();
  }
}
