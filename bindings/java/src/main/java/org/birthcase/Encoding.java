package org.birthcase;

/**
 * The encodings between which {@link Birthcase#convert} converts. Use it rather than Java's own GB18030 charset, whose
 * table changed between versions of Java.
 */
public enum Encoding {
  /** UTF-8. */
  UTF8(Constants.UTF8),
  /** GB 18030 in its edition of 2022, in force since August 2023; GBK and GB 2312 are subsets of it. */
  GB18030(Constants.GB18030),
  /** The edition of 2005. */
  GB18030_2005(Constants.GB18030_2005),
  /** The edition of 2000: Windows code page 54936, and Java up to 2022. */
  GB18030_2000(Constants.GB18030_2000);

  private final int constant;

  Encoding(int constant) {
    this.constant = constant;
  }

  int constant() {
    return constant;
  }
}
