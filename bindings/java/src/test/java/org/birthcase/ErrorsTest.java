package org.birthcase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Every status has its exception, and every exception says where and what. */
class ErrorsTest {
  private final Profile yiwu = Profile.builtIn("yiwu");

  @AfterEach
  void close() {
    yiwu.close();
  }

  private static <E extends BirthcaseException> E failure(Class<E> type, int status, String kind, Executable call) {
    E error = assertThrows(type, call);
    assertEquals(status, error.status());
    assertEquals(kind, error.kind());
    assertFalse(error.getMessage().isEmpty());
    return error;
  }

  @Test
  void aTextThatDoesNotParseSaysWhere() {
    SyntaxException error = failure(SyntaxException.class, 1, "syntax",
        () -> Application.parse(yiwu, "{\"mother\": {\n  \"name\": \"李\",\n  name: 1}}"));
    assertEquals(3, error.line());
    assertEquals(3, error.column());
    assertTrue(error.getMessage().startsWith("3:3"), error.getMessage());
  }

  @Test
  void anUnknownNameSaysWhereAndWhatIsNearest() {
    UnknownNameException error = failure(UnknownNameException.class, 2, "unknown-name",
        () -> Application.parse(yiwu, "{\"mother\": {\"nmae\": \"李\"}}"));
    assertEquals("/mother/nmae", error.path());
    assertEquals(1, error.line());
    assertEquals(13, error.column());
    assertTrue(error.getMessage().contains("name"), error.getMessage());
    assertFalse(error.getMessage().contains("李"), error.getMessage());
  }

  @Test
  void aWrongTypeSaysWhere() {
    WrongTypeException error = failure(WrongTypeException.class, 3, "wrong-type",
        () -> Application.parse(yiwu, "{\"newborns\": [{\"name\": {}}]}"));
    assertEquals("/newborns/0/name", error.path());
  }

  @Test
  void whatIsBeyondItsLimitSaysSo() {
    failure(OutOfRangeException.class, 4, "out-of-range", () -> {
      try (Application birth = Application.of(yiwu)) {
        birth.put("newborn.name", 7, "x");
      }
    });
  }

  @Test
  void bytesInAnotherEncodingSayWhere() {
    byte[] gbk = {'{', '"', (byte) 0xC0, (byte) 0xEE, '"', '}'};
    failure(EncodingException.class, 5, "encoding", () -> Application.parse(yiwu, gbk));
  }

  @Test
  void aContradictionSaysWhere() {
    ContradictionException error = failure(ContradictionException.class, 6, "contradiction",
        () -> Application.parse(yiwu, "{\"channel\": \"hospital\", \"channel\": \"hospital\"}"));
    assertEquals("/channel", error.path());
  }

  @Test
  void whatIsMissingIsNamed() {
    failure(MissingException.class, 7, "missing", () -> Birthcase.planDocument(yiwu, "{}"));
    failure(MissingException.class, 7, "missing",
        () -> Birthcase.compare(LocalDate.of(2019, 6, 10), Collections.emptyList()));
  }

  @Test
  void whatOnlyThisPackageCouldDoWrongHasItsExceptionToo() {
    failure(BadArgumentException.class, 8, "bad-argument", () -> SessionPool.with(Language.CHINESE, session ->
        session.text(Natives.birthcase_convert(session.address, 7, 0, new byte[1], 1, session.text, session.length))));
    failure(BadHandleException.class, 9, "bad-handle", () -> SessionPool.with(Language.CHINESE, session ->
        session.text(Natives.birthcase_plan_json(session.address, 0, session.text, session.length))));
    failure(BadHandleException.class, 9, "bad-handle", () -> SessionPool.with(Language.CHINESE, session ->
        yiwu.holding(notASession ->
            session.text(Natives.birthcase_plan_json(notASession, 0, session.text, session.length)))));
    failure(BufferTooSmallException.class, 10, "buffer-too-small", () -> SessionPool.with(Language.CHINESE, session -> {
      session.text(Natives.birthcase_built_in_id(session.address, 0, session.text, session.length));
      session.check(Natives.birthcase_session_copy_text(session.address, new byte[1], 1, new long[1]));
      return null;
    }));
  }

  @Test
  void statusesThatNoTestCanProvokeHaveTheirExceptionsToo() {
    failure(NativeOutOfMemoryException.class, 11, "out-of-memory", () -> {
      throw Session.failure(Constants.OUT_OF_MEMORY);
    });
    failure(InternalException.class, 12, "internal", () -> {
      throw Session.failure(Constants.INTERNAL);
    });
    failure(RefusedException.class, 13, "refused", () -> {
      throw Session.failure(Constants.REFUSED);
    });
    failure(ConflictException.class, 14, "conflict", () -> {
      throw Session.failure(Constants.CONFLICT);
    });
    failure(StorageException.class, 15, "storage", () -> {
      throw Session.failure(Constants.STORAGE);
    });
    failure(BirthcaseException.class, 99, "unknown-status", () -> {
      throw Session.failure(99);
    });
  }

  @Test
  void anErrorInAProfileNamesTheDocumentAndThePlace() {
    String json = "{\"id\": \"top\", \"extends\": \"yiwu\", \"title\": {\"zh\": \"甲\", \"en\": \"A\"}, "
        + "\"shares\": [{\"id\": \"yiwu/marriage-shared\", \"when\": \"applicant.huku.division = \\\"330782\\\"\"}]}";
    UnknownNameException error = assertThrows(UnknownNameException.class, () -> Profile.parse(json));
    assertEquals("top", error.document());
    assertEquals("/shares/0/when", error.path());
    assertTrue(error.column() > 0, error.getMessage());
    assertTrue(error.getMessage().contains("top"), error.getMessage());
  }

  @Test
  void aFailedCallLeavesTheNextOneAlone() {
    assertThrows(SyntaxException.class, () -> Application.parse(yiwu, "{"));
    assertEquals("yiwu", yiwu.id());
  }

  @Test
  void anErrorReportIsReadWithAllItsEscapes() {
    String json = "{\"status\":2,\"kind\":\"unknown-name\","
        + "\"path\":\"/a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u4e2d\\uD842\\uDFB7\"}";
    BirthcaseException error = ErrorReport.parse(json, "m").exception();
    assertEquals("/a\"\\/\b\f\n\r\t中𠮷", error.path());
    assertEquals(UnknownNameException.class, error.getClass());
    assertThrows(IllegalArgumentException.class, () -> ErrorReport.parse("[]", "m"));
  }

  @Test
  void anOddKeyIsToldByItsPlaceAndNotQuoted() {
    UnknownNameException error = assertThrows(UnknownNameException.class,
        () -> Application.parse(yiwu, "{\"\\\"\\n\\u0001𠮷\": 1}"));
    assertEquals(1, error.line());
    assertEquals(2, error.column());
    assertFalse(error.getMessage().contains("𠮷"), error.getMessage());
  }

  @Test
  void exceptionsCanBeSentToAnotherJvm() throws Exception {
    UnknownNameException error = assertThrows(UnknownNameException.class, () -> Profile.builtIn("yiwuu"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(error);
    Object read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    assertEquals(error.getMessage(), ((UnknownNameException) read).getMessage());
  }
}
