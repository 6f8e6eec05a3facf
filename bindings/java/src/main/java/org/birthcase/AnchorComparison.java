package org.birthcase;

import java.time.LocalDateTime;
import java.util.List;

/** The result of comparing a note of heads with a store. Immutable. */
public final class AnchorComparison extends JsonObject {
  AnchorComparison(String json) {
    super(Json.object(json));
  }

  /** Whether every noted case is there and goes on from what was noted. */
  public boolean isIntact() {
    return breaks().isEmpty();
  }

  /** When the note was taken. */
  public LocalDateTime at() {
    return moment("at");
  }

  /** How many cases the note has. */
  public long cases() {
    return number("cases");
  }

  /** {@code none}, {@code unchecked} or {@code valid}. */
  public String signature() {
    return text("signature");
  }

  /** Cases that are gone, shorter or others than noted, as {@link Verification#breaks()} says it. */
  public List<String> breaks() {
    return Verification.lines(member("breaks"));
  }

  /** The counts. */
  @Override
  public String toString() {
    return cases() + " cases noted, " + breaks().size() + " breaks";
  }
}
