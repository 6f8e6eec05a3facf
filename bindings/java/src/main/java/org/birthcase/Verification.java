package org.birthcase;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What checking a store found. Immutable. */
public final class Verification {
  private final Map<?, ?> members;

  Verification(String json) {
    members = Json.object(json);
  }

  /** Whether everything is as it was written. */
  public boolean isIntact() {
    return breaks().isEmpty();
  }

  /** How many cases were checked. */
  public long cases() {
    return ((BigDecimal) members.get("cases")).longValueExact();
  }

  /** How many events were checked. */
  public long events() {
    return ((BigDecimal) members.get("events")).longValueExact();
  }

  /** What is wrong, for a log: the case, the number of the event, table and column, and what was expected. */
  public List<String> breaks() {
    return lines(members.get("breaks"));
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
    return ((BigDecimal) members.get("not_replayed")).longValueExact();
  }

  /** How many cases there are whose erased texts may still stand in the write-ahead file. */
  public long unfinishedErasures() {
    return ((BigDecimal) members.get("unfinished_erasures")).longValueExact();
  }

  /** Of all chains: to be noted elsewhere, so that a missing tail shows. */
  public String digest() {
    return (String) members.get("digest");
  }

  /** The counts. */
  @Override
  public String toString() {
    return cases() + " cases, " + events() + " events, " + breaks().size() + " breaks";
  }
}
