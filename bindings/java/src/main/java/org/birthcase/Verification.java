package org.birthcase;

import java.util.List;
import java.util.Map;

/** What checking a store found. Immutable. */
public final class Verification extends JsonObject {
  Verification(String json) {
    super(Json.object(json));
  }

  /** Whether everything is as it was written. */
  public boolean isIntact() {
    return breaks().isEmpty();
  }

  /** How many cases were checked. */
  public long cases() {
    return number("cases");
  }

  /** How many events were checked. */
  public long events() {
    return number("events");
  }

  /** What is wrong, for a log: the case, the number of the event, table and column, and what was expected. */
  public List<String> breaks() {
    return lines(member("breaks"));
  }

  static List<String> lines(Object breaks) {
    return Decision.list((List<?>) breaks, each -> {
      Map<?, ?> found = (Map<?, ?>) each;
      return found.get("case") + ", event " + found.get("sequence") + ", " + found.get("where") + ": "
          + found.get("what");
    });
  }

  /** How many drafts there are whose profile is not known here: of them only the chain was checked. */
  public long notReplayed() {
    return number("not_replayed");
  }

  /** How many cases there are whose erased texts may still stand in the write-ahead file. */
  public long unfinishedErasures() {
    return number("unfinished_erasures");
  }

  /** Of all chains: to be noted elsewhere, so that a missing tail shows. */
  public String digest() {
    return text("digest");
  }

  /** The counts. */
  @Override
  public String toString() {
    return cases() + " cases, " + events() + " events, " + breaks().size() + " breaks";
  }
}
