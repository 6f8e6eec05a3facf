package org.birthcase;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** What a note of heads came to, held against a store. Immutable. */
public final class AnchorComparison {
  private final Map<?, ?> members;

  AnchorComparison(String json) {
    members = Json.object(json);
  }

  /** Whether every noted case is there and goes on from what was noted. */
  public boolean isIntact() {
    return breaks().isEmpty();
  }

  /** When the note was taken. */
  public LocalDateTime at() {
    return LocalDateTime.parse((String) members.get("at"));
  }

  /** How many cases the note has. */
  public long cases() {
    return ((BigDecimal) members.get("cases")).longValueExact();
  }

  /** {@code none}, {@code unchecked} or {@code valid}. */
  public String signature() {
    return (String) members.get("signature");
  }

  /** Cases that are gone, shorter or others than noted, as {@link Verification#breaks()} says it. */
  public List<String> breaks() {
    return Verification.lines(members.get("breaks"));
  }

  /** The counts. */
  @Override
  public String toString() {
    return cases() + " cases noted, " + breaks().size() + " breaks";
  }
}
