package org.birthcase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Huge and odd input ends in a clear error. */
class LimitsTest {
  private static final int MIB = 1 << 20;

  private final Profile yiwu = Profile.builtIn("yiwu");

  @AfterEach
  void close() {
    yiwu.close();
  }

  private static String repeated(String part, int times) {
    return String.join("", Collections.nCopies(times, part));
  }

  @Test
  void anApplicationOfOneMebibyteIsReadAndALongerOneIsNot() {
    String spaces = repeated(" ", MIB - 2);
    Application.parse(yiwu, spaces + "{}").close();
    assertThrows(OutOfRangeException.class, () -> Application.parse(yiwu, spaces + " {}"));
    assertThrows(OutOfRangeException.class, () -> Application.parse(yiwu, repeated("宝", MIB)));
  }

  @Test
  void aTextToConvertMayBeLarge() {
    byte[] large = new byte[8 * MIB];
    Arrays.fill(large, (byte) 'a');
    assertEquals(large.length, Birthcase.convert(large, Encoding.UTF8, Encoding.GB18030).length);
    assertThrows(OutOfRangeException.class,
        () -> Birthcase.convert(new byte[64 * MIB + 1], Encoding.UTF8, Encoding.GB18030));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "1", "\"\"", "{}x", "\uFEFF{}x", "{\"newborns\": {}}", "{\"newborns\": [1]}",
      "{\"mother\": []}", "{\"services\": [[]]}", "{\"evidence\": [{}]}", "{\"\": 1}"})
  void oddDocumentsAreRefused(String json) {
    BirthcaseException error = assertThrows(BirthcaseException.class, () -> Application.parse(yiwu, json));
    assertTrue(error.status() >= 1 && error.status() <= 7, error.toString());
  }

  @Test
  void aDocumentMayNotNestForEver() {
    assertThrows(BirthcaseException.class, () -> Application.parse(yiwu, repeated("[", MIB - 1)));
    assertThrows(BirthcaseException.class, () -> Application.parse(yiwu, repeated("{\"mother\":", 50000)));
    assertThrows(BirthcaseException.class, () -> Profile.parse(repeated("[", 4 * MIB)));
  }

  @Test
  void thereAreSixteenNewbornsAtMost() {
    try (Application birth = Application.of(yiwu)) {
      for (int place = 0; place < 16; place++) {
        birth.put("newborn.sex", place, "1");
      }
      assertThrows(OutOfRangeException.class, () -> birth.put("newborn.sex", 16, "1"));
      assertEquals(16, birth.newbornCount());
      for (int place : new int[] {-2, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
        assertThrows(OutOfRangeException.class, () -> birth.put("newborn.sex", place, "1"));
        assertThrows(OutOfRangeException.class, () -> birth.get("newborn.sex", place));
      }
    }
  }

  @Test
  void dayBeyondWhatCanBeWrittenIsRefused() {
    assertThrows(BirthcaseException.class, () -> Birthcase.planDocument(yiwu, "{}", LocalDate.MAX));
    assertThrows(BirthcaseException.class, () -> Birthcase.planDocument(yiwu, "{}", LocalDate.MIN));
  }

  @Test
  void sixtyFourProfilesAreComparedAndNoMore() {
    LocalDate day = LocalDate.of(2019, 6, 10);
    String json = Birthcase.compare(day, Collections.nCopies(64, yiwu));
    assertTrue(json.startsWith("{\"profiles\":["), json.substring(0, 20));
    assertThrows(OutOfRangeException.class, () -> Birthcase.compare(day, Collections.nCopies(65, yiwu)));
    assertEquals("yiwu", yiwu.id());
  }
}
