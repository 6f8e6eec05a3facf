package org.birthcase;

import java.util.List;
import java.util.Optional;

/** One thing that is due in a case. Immutable. */
public final class Deadline extends JsonObject {
  private Deadline(Object members) {
    super(members);
  }

  /** The deadlines of a JSON array. */
  static List<Deadline> list(String json) {
    return Decision.list((List<?>) Json.read(json), Deadline::new);
  }

  /** The id of the case. */
  public String caseId() {
    return text("case");
  }

  /** {@code step}, {@code deferral} or {@code case}. */
  public String what() {
    return text("what");
  }

  /** The step, or the document's type with its holder; empty for the whole case. */
  public String id() {
    return text("id");
  }

  /** When it is due; empty where that cannot be known. */
  public Optional<Due> due() {
    Object due = member("due");
    return due == null ? Optional.empty() : Due.of((String) due);
  }

  /** How it stands at the moment that was asked for. */
  public Standing standing() {
    return Named.of(Standing.values(), text("standing"));
  }

  /** What, of which case, and how it stands. */
  @Override
  public String toString() {
    return caseId() + " " + what() + " " + id() + ": " + standing().id();
  }
}
