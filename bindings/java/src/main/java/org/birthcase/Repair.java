package org.birthcase;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What repairing a store did. Immutable. */
public final class Repair {
  private final Map<?, ?> members;

  Repair(String json) {
    members = Json.object(json);
  }

  /** How many cases were looked at. */
  public long cases() {
    return ((BigDecimal) members.get("cases")).longValueExact();
  }

  /** What was wrong and is not any more, as {@link Verification#breaks()} says it. */
  public List<String> mended() {
    return Verification.lines(members.get("mended"));
  }

  /** What is wrong still: nothing of these cases was touched, or it cannot be rebuilt. */
  public List<String> left() {
    return Verification.lines(members.get("left"));
  }

  /** The counts. */
  @Override
  public String toString() {
    return cases() + " cases, " + mended().size() + " mended, " + left().size() + " left";
  }
}
