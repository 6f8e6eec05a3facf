package org.birthcase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A command in, events and messages out, and a refusal that says why. */
class CaseTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2019, 4, 29, 9, 15);
  private static final String FIRST = "wl-2019-0001:birth-certificate#1:1";
  private final Profile wenling = Profile.builtIn("wenling");
  private final Case birth = Case.of(wenling, "wl-2019-0001");

  @AfterEach
  void close() {
    birth.close();
    wenling.close();
  }

  private void dispatched() {
    birth.perform(Command.open("window-1", Examples.json("wenling-hospital")), NOW.minusMinutes(5));
    birth.perform(Command.of("accept", "window-1"), NOW);
    birth.perform(Command.of("dispatch", "window-1"), NOW);
  }

  @Test
  void aCaseIsWhatItsEventsMadeOfIt() {
    dispatched();
    try (Case again = Case.replay(wenling, birth.eventsJson())) {
      assertEquals("wl-2019-0001", again.id());
      assertEquals(4, again.version());
      assertEquals(birth.json(NOW), again.json(NOW));
      assertEquals(Arrays.asList("opened", "accepted", "step-readied", "step-dispatched"),
          again.events().stream().map(Event::type).collect(Collectors.toList()));
      Event last = again.events(3).get(0);
      assertEquals(4, last.sequence());
      assertEquals(NOW, last.at());
      assertEquals("window-1", last.by());
      assertEquals("birth-certificate#1", last.data().get("step"));
      assertTrue(last.personal().containsKey("payload"));
      assertEquals(Collections.emptyList(), again.events(4));
      assertThrows(OutOfRangeException.class, () -> again.events(5));
      assertThrows(OutOfRangeException.class, () -> again.eventsJson(-1));
    }
    assertThrows(MissingException.class, () -> Case.replay(wenling, "[]"));
  }

  @Test
  void aLookUpIsAskedAndAnsweredAndAnotherNotedByHand() {
    birth.perform(Command.open("window-1", Examples.json("wenling-hospital")), NOW);
    Decision asked = birth.perform(
        Command.of("ask-look-up", "window-1").with("look_up", "wenling/marriage-shared"), NOW);
    Message query = asked.messages().get(0);
    assertEquals("query", query.kind());
    assertEquals("civil-affairs", query.organisation());
    birth.perform(Command.of("answer-look-up", "link-1").with("message", query.id()).with("result", "not_found")
        .with("reference", "MZ-1"), NOW);
    birth.perform(Command.of("note-look-up", "window-1").with("look_up", "wenling/mother-hukou-shared")
        .with("result", "seen"), NOW);
    try (Plan plan = birth.plan(NOW.toLocalDate())) {
      assertEquals("not_found", state(plan, "wenling/marriage-shared"));
      assertEquals("seen", state(plan, "wenling/mother-hukou-shared"));
    }
  }

  private static String state(Plan plan, String lookUp) {
    return plan.lookUps().stream().filter(each -> each.id().equals(lookUp)).findFirst().get().state();
  }

  @Test
  void aReturnMakesASupplementNotice() {
    dispatched();
    assertThrows(MissingException.class, () -> birth.paperText("supplement-notice", NOW.toLocalDate(), ""));
    birth.perform("{\"do\": \"answer\", \"by\": \"hospital\", \"message\": \"" + FIRST
        + "\", \"result\": \"returned\", \"wanted_evidence\": [{\"type\": \"marriage-certificate\"}],"
        + " \"reason\": \"模糊\"}", NOW);
    String notice = birth.paperText("supplement-notice", NOW.toLocalDate(), "");
    assertTrue(notice.contains("结婚证") && notice.contains("模糊"), notice);
  }

  @Test
  void aClockThatWasAheadIsRepaired() {
    dispatched();
    birth.perform(Command.of("answer", "hospital").with("message", FIRST).with("result", "acknowledged"),
        NOW.plusYears(70));
    Command repair = Command.of("repair-clock", "admin-1").with("reason", "wrong year");
    assertEquals("clock-repaired", birth.perform(repair, NOW.plusMinutes(5)).events().get(0).type());
    birth.perform(Command.of("withdraw", "window-1").with("reason", "x"), NOW.plusMinutes(6));
  }

  @Test
  void aDecisionHasEventsMessagesAndFindings() {
    birth.perform(Command.open("window-1", Examples.json("wenling-hospital")), NOW);
    birth.perform(Command.of("accept", "window-1"), NOW);
    Decision decision = birth.perform(Command.of("dispatch", "window-1"), NOW);
    assertEquals(1, decision.events().size());
    assertEquals(Collections.emptyList(), decision.findings());
    Message message = decision.messages().get(0);
    assertEquals(FIRST, message.id());
    assertEquals("request", message.kind());
    assertEquals("birth-certificate#1", message.step());
    assertEquals("midwifery-institution", message.organisation());
    assertEquals("李晓梅", ((java.util.Map<?, ?>) message.body().get("fields")).get("mother.name"));
    assertEquals(JsonParser.parseString(decision.json()).getAsJsonObject().getAsJsonArray("messages").get(0),
        JsonParser.parseString(message.json()));
    assertFalse((decision + " " + message + " " + birth.events()).contains("李晓梅"));
  }

  @Test
  void aPaperIsAPageOrPlainText() {
    dispatched();
    LocalDate today = LocalDate.of(2019, 4, 29);
    assertTrue(birth.paperHtml("receipt", today, "").startsWith("<!DOCTYPE html>"));
    assertTrue(birth.paperText("hand-over-sheet", today, "public-security").contains("公安部门"));
    assertThrows(UnknownNameException.class, () -> birth.paperHtml("reciept", today, ""));
  }

  @Test
  void theSameAnswerTwiceIsRemarkedAndChangesNothing() {
    dispatched();
    Command answer = Command.of("answer", "hospital").with("message", FIRST).with("result", "acknowledged");
    assertEquals(1, birth.perform(answer, NOW).events().size());
    Decision second = birth.perform(answer, NOW);
    assertEquals(Collections.emptyList(), second.events());
    assertEquals("answer-repeated", second.findings().get(0).code());
    assertEquals(Severity.INFO, second.findings().get(0).severity());
    assertEquals("重复答复，未作变更", second.findings().get(0).message());
  }

  @Test
  void aRefusalSaysWhyInTheLanguageOfTheCase() throws Exception {
    dispatched();
    RefusedException refusal =
        assertThrows(RefusedException.class, () -> birth.perform(Command.of("close", "window-1"), NOW));
    assertEquals(13, refusal.status());
    assertEquals("refused", refusal.kind());
    assertEquals("not-settled", refusal.code());
    assertEquals("step-not-settled", refusal.findings().get(0).code());
    assertTrue(refusal.getMessage().startsWith("not-settled: 尚有事项未了结 ("), refusal.getMessage());
    assertEquals(4, birth.version());
    try (Profile english = wenling.in(Language.ENGLISH); Case draft = Case.of(english, "a")) {
      RefusedException other =
          assertThrows(RefusedException.class, () -> draft.perform(Command.of("accept", "x"), NOW));
      assertEquals("case-not-open: the case has not been opened", other.getMessage());
      assertEquals(Collections.emptyList(), other.findings());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(refusal);
    Object again = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    assertEquals("not-settled", ((RefusedException) again).code());
    assertEquals(Collections.emptyList(), ((RefusedException) again).findings());
  }

  @Test
  void whatIsWrongWithACommandSaysWhere() {
    UnknownNameException error =
        assertThrows(UnknownNameException.class, () -> birth.perform("{\"do\": \"acept\", \"by\": \"x\"}", NOW));
    assertEquals("/do", error.path());
    assertEquals(1, error.line());
    assertThrows(SyntaxException.class, () -> birth.perform("{", NOW));
    assertThrows(EncodingException.class, () -> birth.perform("{\"do\": \"\ud842\"}", NOW));
    assertThrows(IllegalArgumentException.class, () -> Command.open("x", "[]"));
  }

  @Test
  void aCommandIsTheJsonThatItSays() {
    Command answer = Command.of("answer", "a \"b\" \\ \n").with("message", "𠮷").with("newborn", 0)
        .fact("outputs", "x", "1").fact("outputs", "y", null)
        .document("wanted_evidence", "id-card", "father", HandedInAs.SCAN)
        .deferred("id-card", "mother", LocalDate.of(2019, 5, 9));
    assertEquals("{\"do\":\"answer\",\"by\":\"a \\\"b\\\" \\\\ \\u000a\",\"message\":\"𠮷\",\"newborn\":0,"
        + "\"outputs\":{\"x\":\"1\",\"y\":null},"
        + "\"wanted_evidence\":[{\"type\":\"id-card\",\"holder\":\"father\",\"as\":\"scan\"}],"
        + "\"deferred\":[{\"type\":\"id-card\",\"holder\":\"mother\",\"until\":\"2019-05-09\"}]}", answer.json());
    assertTrue(JsonParser.parseString(answer.json()).isJsonObject());
    assertEquals("accept by x", Command.of("accept", "x").toString());
    assertNotEquals(answer.json(), answer.with("message", "other").json());
  }

  @Test
  void openingTakesAnApplicationOrItsText() {
    String json = Examples.json("wenling-hospital");
    birth.perform(Command.open("x", json), NOW);
    try (Application application = Application.parse(wenling, json); Case other = Case.of(wenling, "wl-2019-0001")) {
      other.perform(Command.open("x", application), NOW);
      assertEquals(birth.eventsJson(), other.eventsJson());
    }
  }

  @Test
  void aCaseTellsItsProfileItsPlanAndWhatIsDue() {
    dispatched();
    try (Profile profile = birth.profile(); Plan plan = birth.plan(LocalDate.of(2020, 1, 1))) {
      assertEquals("wenling", profile.id());
      assertEquals(LocalDate.of(2019, 4, 29), plan.asOf());
      assertEquals(5, plan.route().size());
    }
    Deadline first = birth.due(NOW).get(0);
    assertEquals("wl-2019-0001", first.caseId());
    assertEquals("step", first.what());
    assertEquals("birth-certificate#1", first.id());
    assertEquals("2019-05-06", first.due().get().toString());
    assertEquals(Standing.RUNNING, first.standing());
    assertEquals(Standing.DUE_SOON, birth.due(NOW.plusDays(7)).get(0).standing());
    assertEquals(Standing.OVERDUE, birth.due(NOW.plusDays(8)).get(5).standing());
  }

  @Test
  void callsFromSeveralThreadsWaitForEachOther() {
    dispatched();
    Command answer = Command.of("answer", "hospital").with("message", FIRST).with("result", "acknowledged");
    assertEquals(1, IntStream.range(0, 64).parallel().map(i -> birth.perform(answer, NOW).events().size()).sum());
    assertEquals(5, birth.version());
  }

  @Test
  void aClosedCaseSaysSo() {
    birth.close();
    IllegalStateException error = assertThrows(IllegalStateException.class, birth::version);
    assertEquals("this Case is closed", error.getMessage());
    assertThrows(IllegalStateException.class, birth::profile);
    assertThrows(IllegalStateException.class, () -> birth.perform("{}", NOW));
  }
}
