package org.birthcase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept is there again, and messages are carried. */
class StoreTest {
  private static final String ID = "wl-2019-0001";
  private static final String FIRST = ID + ":birth-certificate#1:1";
  private static final LocalDateTime NOW = LocalDateTime.of(2019, 4, 29, 9, 15);
  private static final Command OPENING = Command.open("window-1", Examples.json("wenling-hospital"));
  private static final Command ACCEPT = Command.of("accept", "window-1");
  private static final Command DISPATCH = Command.of("dispatch", "window-1");

  private final Profile wenling = Profile.builtIn("wenling");
  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("births.db"));
    store.openCase(wenling, ID, OPENING, NOW);
    store.perform(ID, ACCEPT, NOW);
    store.perform(ID, DISPATCH, NOW);
  }

  @AfterEach
  void close() {
    store.close();
    wenling.close();
  }

  @Test
  void aStoreIsNamedByATextToo() {
    String file = folder.resolve("births.db").toString();
    try (Store again = Store.openReadOnly(file, Language.ENGLISH, ProfileData.builtIn()); Case loaded = again.load(ID)) {
      assertEquals(ID, loaded.id());
    }
    BirthcaseException error = assertThrows(BirthcaseException.class,
        () -> Store.open("postgresql://window:s3c%zz@localhost/births"));
    assertFalse(error.getMessage().contains("s3c"));
  }

  @Test
  void whatWasKeptIsThereWhenTheFileIsOpenedAgain() {
    store.close();
    try (Case birth = Case.of(wenling, ID); Store again = Store.openReadOnly(folder.resolve("births.db"),
        Language.ENGLISH); Case loaded = again.load(ID); Profile profile = loaded.profile()) {
      Arrays.asList(OPENING, ACCEPT, DISPATCH).forEach(command -> birth.perform(command, NOW));
      assertEquals(birth.eventsJson(), loaded.eventsJson());
      assertEquals("wenling", profile.id());
      assertThrows(RefusedException.class, () -> again.perform(ID, DISPATCH, NOW.plusDays(1)));
      assertThrows(UnknownNameException.class, () -> again.load("nobody"));
    }
  }

  @Test
  void anOutcomeHasTheVersionAndWhatIsAlike() {
    Outcome outcome = store.openCase(wenling, "other", OPENING, NOW);
    assertEquals(1, outcome.version());
    assertEquals(Collections.singletonList(ID), outcome.alike());
    assertEquals("opened", outcome.events().get(0).type());
    RefusedException refusal = assertThrows(RefusedException.class, () -> store.perform("other", ACCEPT, NOW));
    assertEquals("duplicate-birth", refusal.code());
    assertEquals("/newborns/0", refusal.findings().get(0).path());
  }

  @Test
  void aCaseThatHasMovedOnIsAConflict() {
    ConflictException conflict = assertThrows(ConflictException.class, () -> store.perform(ID, "{\"do\":\"close\","
        + "\"by\":\"x\"}", NOW, 2));
    assertEquals(14, conflict.status());
    assertEquals("case-moved-on", conflict.code());
    RefusedException refusal =
        assertThrows(RefusedException.class, () -> store.openCase(wenling, ID, OPENING, NOW));
    assertEquals("case-exists", refusal.code());
    assertThrows(UnknownNameException.class, () -> store.perform("nobody", ACCEPT, NOW));
  }

  @Test
  void messagesAreLeasedProlongedGivenBackAndAcknowledged() {
    assertEquals(Collections.emptyList(), store.lease("link", "public-security", NOW, 60, 16));
    LeasedMessage leased = store.lease("link", NOW).get(0);
    assertEquals(FIRST, leased.id());
    assertEquals(ID, leased.caseId());
    assertEquals("midwifery-institution", leased.organisation());
    assertEquals(1, leased.attempt());
    assertEquals("birth-certificate#1", leased.message().step());
    assertFalse(leased.toString().contains("李晓梅"));
    assertThrows(ConflictException.class, () -> store.ack(FIRST, "another"));
    store.renew(FIRST, "link", NOW, 120);
    store.renew(FIRST, "link", NOW, 0);
    assertEquals(2, store.lease("another", NOW).get(0).attempt());
    store.ack(FIRST, "another");
    assertEquals(Collections.emptyList(), store.lease("link", NOW.plusDays(30)));
    assertThrows(UnknownNameException.class, () -> store.ack("no-such", "link"));
    assertThrows(OutOfRangeException.class, () -> store.lease("link", "", NOW, 0, 16));
    assertThrows(MissingException.class, () -> store.lease("", NOW));
  }

  @Test
  void aMessageThatCannotBeCarriedWaitsAndIsDeadInTheEnd() {
    String message = store.lease("link", "", NOW, 60, 1).get(0).id();
    WaitingMessage failed = store.failed(message, "link", NOW, "no-line");
    assertEquals("waiting", failed.state());
    assertEquals(1, failed.failures());
    assertEquals(1, failed.attempts());
    assertEquals("no-line", failed.reason());
    assertEquals(ID, failed.caseId());
    assertFalse(failed.until().isEmpty());
    assertFalse(failed.organisation().isEmpty());
    assertThrows(OutOfRangeException.class, () -> store.failed(message, "link", NOW, "no line"));
    store.retry(message);
    store.lease("link", "", NOW, 60, 100);
    assertEquals("dead", store.failed(message, "link", NOW, "no-line", 1, 1, 1).state());
    assertEquals(message, store.waiting("", 10, true).get(0).message());
    store.retry(message);
    assertEquals(Collections.emptyList(), store.waiting("", 10, true));
    assertThrows(UnknownNameException.class, () -> store.retry("nothing"));
  }

  @Test
  void casesAreListedByTheirIds() {
    store.openCase(wenling, "a", Command.open("w", "{}"), NOW);
    List<CaseSummary> all = store.cases("", 10);
    assertEquals(Arrays.asList("a", ID), all.stream().map(CaseSummary::caseId).collect(Collectors.toList()));
    assertEquals("accepted", all.get(1).status());
    assertEquals(4, all.get(1).version());
    assertEquals("wenling", all.get(1).profile());
    assertEquals(NOW, all.get(1).changedAt());
    assertEquals(1, store.cases("a", 10).size());
    assertThrows(OutOfRangeException.class, () -> store.cases("", 0));
  }

  @Test
  void whatIsDueIsToldOverAllCases() {
    assertEquals(Collections.emptyList(), store.due(LocalDate.of(2019, 5, 5), NOW, 100));
    assertEquals(Collections.emptyList(), store.due(LocalDateTime.of(2019, 5, 6, 9, 0), NOW, 100));
    List<Deadline> due = store.due(LocalDate.of(2019, 5, 6), NOW.plusDays(30), 100);
    assertEquals(6, due.size());
    assertTrue(due.stream().allMatch(each -> each.standing() == Standing.OVERDUE), due.toString());
  }

  @Test
  void aCaseGoesFromStoreToStoreOnce() {
    String document = store.exportCase(ID);
    try (Store other = Store.open(folder.resolve("other.db")); Case before = store.load(ID)) {
      assertEquals(ID, other.importCase(document));
      try (Case after = other.load(ID)) {
        assertEquals(before.eventsJson(), after.eventsJson());
      }
      ConflictException conflict = assertThrows(ConflictException.class, () -> other.importCase(document));
      assertEquals("", conflict.code());
      assertTrue(other.verify(ID).isIntact());
    }
    try (Store third = Store.open(folder.resolve("third.db"))) {
      assertThrows(ContradictionException.class,
          () -> third.importCase(document.replace("window-1", "window-2")));
    }
  }

  @Test
  void chainsAreVerified() {
    Verification found = store.verify();
    assertEquals(1, found.cases());
    assertEquals(4, found.events());
    assertEquals(Collections.emptyList(), found.breaks());
    assertEquals(0, found.unfinishedErasures());
    assertEquals(64, found.digest().length());
    assertThrows(UnknownNameException.class, () -> store.verify("nobody"));
  }

  @Test
  void aNoteOfHeadsShowsLaterWhatIsGone() {
    String key = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIBeQDBvKlSSDuTmfyCn+dGHClommOtdt/Xn06ZBwRPvO\n"
        + "-----END PRIVATE KEY-----\n";
    String publicKey = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEADJRtmTMzZFL2PqVqfyJso2l0SMz6aJLKptn8F+x8M5s=\n"
        + "-----END PUBLIC KEY-----\n";
    String note = store.anchor(NOW);
    AnchorComparison held = store.verifyAgainst(note);
    assertTrue(held.isIntact());
    assertEquals(NOW, held.at());
    assertEquals(1, held.cases());
    assertEquals("none", held.signature());
    assertEquals("valid", store.verifyAgainst(store.anchor(NOW, key), publicKey).signature());
    assertThrows(MissingException.class, () -> store.verifyAgainst(note, publicKey));
    assertThrows(SyntaxException.class, () -> store.verifyAgainst("no note"));
    try (Store other = Store.open(folder.resolve("other.db"))) {
      AnchorComparison gone = other.verifyAgainst(note);
      assertEquals(Collections.singletonList(ID + ", event 4, cases: the case is gone: it was noted"), gone.breaks());
      assertEquals("1 cases noted, 1 breaks", gone.toString());
    }
  }

  @Test
  void anErasureSaysHowItStands() {
    try (Profile wenling = Profile.builtIn("wenling")) {
      assertFalse(store.openCase(wenling, "wl-2", Command.open("w", "{}"), NOW).erasure().isPresent());
      assertEquals("finished", store.perform("wl-2", Command.of("erase", "archive"), NOW).erasure().get());
    }
  }

  @Test
  void aRepairOfWhatIsWholeMendsNothing() {
    Repair done = store.repair(NOW);
    assertEquals(1, done.cases());
    assertEquals(Collections.emptyList(), done.mended());
    assertEquals(Collections.emptyList(), done.left());
    assertEquals(Collections.emptyList(), store.damaged());
    assertEquals(0, store.verify().notReplayed());
    assertThrows(UnknownNameException.class, () -> store.repair("nobody", NOW));
  }

  @Test
  void aDraftUnderAProfileOfOnesOwnNeedsThatProfile() {
    String json = "{\"id\": \"own\", \"extends\": \"wenling\", \"title\": {\"zh\": \"自\", \"en\": \"Own\"}}";
    try (Profile own = Profile.parse(json); Store again = Store.open(folder.resolve("births.db"))) {
      store.openCase(own, "own-1", Command.open("w", "{}"), NOW);
      assertThrows(UnknownNameException.class, () -> again.load("own-1"));
      again.addProfile(own);
      again.load("own-1").close();
    }
  }

  @Test
  void whatIsNoStoreSaysWhatToDo() throws Exception {
    StorageException error = assertThrows(StorageException.class,
        () -> Store.open(folder.resolve("none/births.db")));
    assertEquals(15, error.status());
    assertEquals(folder.resolve("none/births.db").toString(), error.document());
    assertTrue(error.getMessage().contains("check that its folder exists"), error.getMessage());
    Path letter = folder.resolve("letter.txt");
    Files.write(letter, "This is a letter, and no database, although it has more than a few bytes.".getBytes("UTF-8"));
    assertThrows(StorageException.class, () -> Store.open(letter));
  }

  @Test
  void aClosedStoreSaysSoAndItsCasesLiveOn() {
    try (Case loaded = store.load(ID)) {
      store.close();
      assertEquals(4, loaded.version());
      assertEquals("this Store is closed",
          assertThrows(IllegalStateException.class, () -> store.verify()).getMessage());
      assertThrows(IllegalStateException.class, () -> store.load(ID));
    }
  }
}
