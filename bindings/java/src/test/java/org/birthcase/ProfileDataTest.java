package org.birthcase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileDataTest {
  private static final String NOTICES =
      "{\"year\": 2027, \"notices\": [{\"number\": \"虚构\", \"announced\": \"2026-11-10\"}]}";
  private static final String DIVISIONS = "# standard: GB/T 2260\n# extends: gbt-2260\ncode\tzh\n330799\t虚构区\n";
  private static final String PLACE = "{\"id\": \"place\", \"title\": {\"zh\": \"地\", \"en\": \"place\"},"
      + " \"extends\": \"base\", \"jurisdiction\": {\"division\": \"330799\","
      + " \"label\": {\"zh\": \"虚构区\", \"en\": \"invented\"}}}";
  private static final ProfileData DATA =
      ProfileData.builtIn().withCalendar(NOTICES).withCodes("gbt-2260", DIVISIONS);

  private static Plan planned(Profile profile) {
    try (Application application = Application.of(profile)) {
      return Plan.of(profile, application, LocalDate.of(2027, 3, 2));
    }
  }

  @Test
  void noticesCountForTheProfileThatIsLoadedWithThem() {
    try (Profile plain = Profile.builtIn("yiwu"); Profile loaded = Profile.builtIn("yiwu", Language.CHINESE, DATA);
        Plan without = planned(plain); Plan with = planned(loaded)) {
      assertEquals(Optional.empty(), without.countedUntil());
      assertEquals(Optional.of(LocalDate.of(2027, 12, 31)), with.countedUntil());
      assertNotEquals(without.calendarVersion(), with.calendarVersion());
      assertNotEquals(without.codesVersion(), with.codesVersion());
      assertEquals(without.rulesVersion(), with.rulesVersion());
    }
  }

  @Test
  void aProfileWithoutDataKnowsNothingOfWhatAnotherWasGiven() {
    Profile.builtIn("yiwu", Language.CHINESE, DATA).close();
    try (Profile plain = Profile.builtIn("yiwu"); Plan plan = planned(plain)) {
      assertEquals(Optional.empty(), plan.countedUntil());
    }
  }

  @Test
  void aPlaceThatCameWithACodeTableCanHaveAProfile() {
    UnknownNameException error = assertThrows(UnknownNameException.class, () -> Profile.parse(PLACE));
    assertEquals("/jurisdiction/division", error.path());
    try (Profile place = Profile.parse(PLACE, Language.ENGLISH, Collections.emptyList(), DATA)) {
      assertEquals("place", place.id());
    }
  }

  @Test
  void whatIsWrongInTheDataIsToldWithItsPlace() {
    ProfileData calendar = ProfileData.builtIn().withCalendar("{\"year\": 2027,\n \"notice\": []}");
    UnknownNameException key =
        assertThrows(UnknownNameException.class, () -> Profile.builtIn("yiwu", Language.CHINESE, calendar));
    assertEquals("calendar", key.document());
    assertEquals("/notice", key.path());
    assertEquals(2, key.line());
    ProfileData codes = ProfileData.builtIn().withCodes("a", "# standard: x\ncode\tzh\n1\t\n");
    MissingException name =
        assertThrows(MissingException.class, () -> Profile.builtIn("yiwu", Language.CHINESE, codes));
    assertEquals("codes/a", name.document());
    assertEquals(3, name.line());
  }

  @Test
  void aStoreIsOpenedWithData(@TempDir Path folder) {
    try (Store store = Store.open(folder.resolve("births.db"), Language.CHINESE, DATA)) {
      assertEquals(Collections.emptyList(), store.cases("", 10));
    }
    ProfileData wrong = ProfileData.builtIn().withCalendar("{}");
    assertThrows(MissingException.class,
        () -> Store.openReadOnly(folder.resolve("births.db"), Language.CHINESE, wrong));
  }
}
