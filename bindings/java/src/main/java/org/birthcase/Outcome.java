package org.birthcase;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a command came to that a store kept. Immutable. */
public final class Outcome extends Decision {
  Outcome(String json) {
    super(json);
  }

  /** The number of the case's events by now. */
  public long version() {
    return ((BigDecimal) members.get("version")).longValueExact();
  }

  /**
   * How an erasure stands, of the command {@code erase}: {@code finished}, or {@code unfinished} where the texts are
   * forgotten but somebody still reads old pages: then erase it again later.
   */
  public Optional<String> erasure() {
    return Optional.ofNullable((String) members.get("erasure"));
  }

  /** The ids of other cases with a birth that is exactly or nearly this one; a case stands once for each such birth. */
  public List<String> alike() {
    return list("alike", each -> (String) ((Map<?, ?>) each).get("case"));
  }
}
