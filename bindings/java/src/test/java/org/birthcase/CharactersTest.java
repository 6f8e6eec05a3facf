package org.birthcase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that names have and that software loses, whatever the JVM's default charset is. */
class CharactersTest {
  /** Beyond the BMP; in an extension; in neither GBK nor GB 2312; the same, written as its surrogates; private use. */
  private static final String RARE = "\uD842\uDFB7\u4DAE\u36C3𠮷䶮㛃\uE816";

  private static final LocalDate DAY = LocalDate.of(2019, 6, 10);

  @Test
  void aNameGoesInByPutAndComesOutEverywhere() {
    try (Profile yiwu = Profile.builtIn("yiwu"); Application birth = Application.of(yiwu)) {
      birth.put("mother.name", RARE);
      assertEquals(RARE, birth.get("mother.name").text());
      assertTrue(birth.json().contains(RARE));
      try (Plan plan = Plan.of(yiwu, birth, DAY); Application again = Application.parse(yiwu, birth.json())) {
        assertTrue(plan.json().contains(RARE));
        assertTrue(plan.fields().stream().anyMatch(field -> field.value().equals(RARE)));
        assertTrue(Birthcase.planDocument(yiwu, birth.json(), DAY).contains(RARE));
        assertEquals(RARE, again.get("mother.name").text());
      }
    }
  }

  @Test
  void aPrivateUseCharacterIsKeptAndReported() {
    try (Profile yiwu = Profile.builtIn("yiwu"); Application birth = Application.of(yiwu)) {
      birth.put("mother.name", "李\uE816");
      assertEquals("李\uE816", birth.get("mother.name").text());
      assertTrue(birth.findings().stream().anyMatch(finding -> finding.code().equals("private-use-character")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD842", "李\uDFB7", "\uDFB7\uD842", "\uD842x"})
  void halfACharacterIsAnErrorNotAQuestionMark(String broken) {
    try (Profile yiwu = Profile.builtIn("yiwu"); Application birth = Application.of(yiwu)) {
      EncodingException error = assertThrows(EncodingException.class, () -> birth.put("mother.name", broken));
      assertEquals(Constants.ENCODING, error.status());
      assertEquals("encoding", error.kind());
      assertEquals(broken.startsWith("李") ? 2 : 1, error.column());
      assertEquals(Fact.State.UNKNOWN, birth.get("mother.name").state());
    }
  }

  @Test
  void halfACharacterInADocumentIsToldByLineAndColumn() {
    try (Profile yiwu = Profile.builtIn("yiwu")) {
      String json = "{\n\"mother\": {\"name\": \"𠮷\uD842\"}}";
      EncodingException error = assertThrows(EncodingException.class, () -> Application.parse(yiwu, json));
      assertEquals(2, error.line());
      assertEquals(22, error.column());
      assertFalse(error.getMessage().contains("𠮷"));
    }
  }

  @Test
  void aNulIsACharacterLikeAnyOtherOnTheWay() {
    try (Profile yiwu = Profile.builtIn("yiwu"); Application birth = Application.of(yiwu)) {
      birth.put("mother.name", "李\0晓梅");
      assertEquals("李\0晓梅", birth.get("mother.name").text());
      assertTrue(birth.findings().stream().anyMatch(finding -> finding.code().equals("control-character")));
      assertThrows(UnknownNameException.class, () -> birth.put("mother.name\0", "x"));
    }
  }

  @Test
  void anEmptyTextIsATextToo() {
    try (Profile yiwu = Profile.builtIn("yiwu"); Application birth = Application.of(yiwu)) {
      birth.put("mother.name", "");
      assertEquals("", birth.get("mother.name").text());
      assertThrows(UnknownNameException.class, () -> birth.put("", "x"));
      assertThrows(SyntaxException.class, () -> Application.parse(yiwu, ""));
    }
  }

  @ParameterizedTest
  @EnumSource(value = Encoding.class)
  void everyEncodingHoldsEveryCharacter(Encoding encoding) {
    byte[] utf8 = RARE.getBytes(StandardCharsets.UTF_8);
    byte[] converted = Birthcase.convert(utf8, Encoding.UTF8, encoding);
    assertArrayEquals(utf8, Birthcase.convert(converted, encoding, Encoding.UTF8));
  }

  @Test
  void theEditionsOfGb18030AreThoseOfTheStandard() {
    byte[] utf8 = "\u9FB4".getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(new byte[] {(byte) 0xFE, 0x59}, Birthcase.convert(utf8, Encoding.UTF8, Encoding.GB18030));
    assertArrayEquals(new byte[] {(byte) 0xD6, (byte) 0xD0},
        Birthcase.convert("中".getBytes(StandardCharsets.UTF_8), Encoding.UTF8, Encoding.GB18030));
  }

  @Test
  void whatCannotBeConvertedIsToldByItsPlace() {
    byte[] broken = {'a', (byte) 0xD6, (byte) 0xD0, (byte) 0xFF};
    EncodingException error =
        assertThrows(EncodingException.class, () -> Birthcase.convert(broken, Encoding.GB18030, Encoding.UTF8));
    assertEquals(3, error.column());
    assertArrayEquals(new byte[0], Birthcase.convert(new byte[0], Encoding.GB18030, Encoding.UTF8));
  }

  @Test
  void bytesThatAreNotUtf8AreToldByTheirPath() {
    try (Profile yiwu = Profile.builtIn("yiwu")) {
      byte[] json = "{\"mother\": {\"name\": \"X\"}}".getBytes(StandardCharsets.UTF_8);
      json[21] = (byte) 0xFF;
      EncodingException error = assertThrows(EncodingException.class, () -> Application.parse(yiwu, json));
      assertEquals("/mother/name", error.path());
      assertEquals(1, error.line());
    }
  }
}
