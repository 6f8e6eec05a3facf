package org.birthcase;

import java.util.List;

/** What repairing a store did. Immutable. */
public final class Repair extends JsonObject {
  Repair(String json) {
    super(Json.object(json));
  }

  /** How many cases were looked at. */
  public long cases() {
    return number("cases");
  }

  /** What was wrong and is not any more, as {@link Verification#breaks()} says it. */
  public List<String> mended() {
    return Verification.lines(member("mended"));
  }

  /** What is wrong still: nothing of these cases was touched, or it cannot be rebuilt. */
  public List<String> left() {
    return Verification.lines(member("left"));
  }

  /** The counts. */
  @Override
  public String toString() {
    return cases() + " cases, " + mended().size() + " mended, " + left().size() + " left";
  }
}
