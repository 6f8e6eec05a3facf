package org.birthcase;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What is wanted of a plan's document: {@code PlanContents.of(EVIDENCE, UNDETERMINED).withoutReasons()}. Less takes less
 * time. Immutable; may be used by any number of threads at once.
 */
public final class PlanContents {
  /** The whole document. */
  public static final PlanContents ALL = new PlanContents("", 0);

  final byte[] parts;
  final int without;
  private final String names;

  private PlanContents(String names, int without) {
    this.names = names;
    this.parts = Utf8.encode("parts", names);
    this.without = without;
  }

  /**
   * These parts, whatever their order here: in the document each has its place.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static PlanContents of(PlanPart... parts) {
    if (parts.length == 0) {
      throw new IllegalArgumentException("parts: name one at least, or take PlanContents.ALL");
    }
    return new PlanContents(Arrays.stream(parts).map(PlanPart::id).collect(Collectors.joining(",")), 0);
  }

  /** Without words for people: no {@code label}, no {@code message} of findings, no {@code text} of reasons. */
  public PlanContents withoutLabels() {
    return new PlanContents(names, without | Constants.WITHOUT_LABELS);
  }

  /** Without any {@code why}. */
  public PlanContents withoutReasons() {
    return new PlanContents(names, without | Constants.WITHOUT_REASONS);
  }
}
