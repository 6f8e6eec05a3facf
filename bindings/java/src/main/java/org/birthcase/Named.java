package org.birthcase;

/** A constant with the id that the native library gives it. */
interface Named {
  String id();

  /** The constant of an id. Ids are compared as they are: no case is folded, in whatever locale. */
  static <E extends Named> E of(E[] constants, String id) {
    for (E constant : constants) {
      if (constant.id().equals(id)) {
        return constant;
      }
    }
    throw new IllegalStateException("the native library is newer than this package, which does not know `" + id
        + "`: use package and library of one release");
  }
}
