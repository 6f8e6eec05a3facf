package org.birthcase;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Moments as the native library reads them. */
final class Moment {
  private Moment() {}

  /** A moment of Beijing time, to the second. */
  static byte[] encode(LocalDateTime now) {
    return Utf8.encode("now", now.truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
