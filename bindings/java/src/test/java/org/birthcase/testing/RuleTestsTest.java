package org.birthcase.testing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.birthcase.BirthcaseException;
import org.birthcase.Profile;
import org.birthcase.RuleTestReport;
import org.birthcase.UnknownNameException;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class RuleTestsTest {
  private static final String TESTS = "{\"profile\": \"places/village.json\", \"as_of\": \"2019-06-04\",\n"
      + "\"base\": {\"channel\": \"hospital\", \"newborns\": [{}]}, \"cases\": [\n"
      + "{\"name\": \"joint\", \"expect\": {\"lanes\": {\"birth-certificate\": \"joint\"}}},\n"
      + "{\"name\": \"办理：王𠮷\", \"source\": \"our guess\",\n"
      + " \"expect\": {\"evidence\": {\"status\": {\"late-statement[0]\": \"not_required\"}}}}]}";
  private static final String VILLAGE =
      "{\"id\": \"village\", \"extends\": \"town\", \"title\": {\"zh\": \"村\", \"en\": \"Village\"}}";
  private static final String TOWN =
      "{\"id\": \"town\",\n \"extends\": \"yiwu\", \"title\": {\"zh\": \"镇\", \"en\": \"Town\"}}";

  @TempDir
  Path folder;

  @Test
  void aCaseIsATestThatPassesOrFailsWithWhatTheLibrarySays() throws IOException {
    List<DynamicTest> tests = documents(TESTS, VILLAGE, TOWN);
    assertEquals(2, tests.size());
    assertEquals("joint", tests.get(0).getDisplayName());
    assertDoesNotThrow(tests.get(0).getExecutable());
    assertEquals("办理：王𠮷", tests.get(1).getDisplayName());
    String text = failure(tests.get(1)).getMessage().replaceAll(" +", " ");
    assertTrue(text.contains("FAILED 办理：王𠮷 (our guess) at /cases/1"), text);
    assertTrue(text.contains("expected status not_required\n"), text);
    assertTrue(text.contains("got status undetermined\n"), text);
    assertTrue(text.contains("rule birth-certificate/late-statement is open: facts are missing"), text);
    assertTrue(text.contains("stands in base /services/"), text);
    assertTrue(text.contains("newborns[0].birth_date = unknown"), text);
  }

  @Test
  void aTestKnowsWhereItsCaseStands() throws IOException {
    List<DynamicTest> tests = documents(TESTS, VILLAGE, TOWN);
    assertEquals(folder.resolve("city.birthcase.json").toUri() + "?line=4",
        tests.get(1).getTestSourceUri().get().toString());
  }

  @Test
  void aWrongDocumentIsOneTestThatFailsWithThePlace() throws IOException {
    List<DynamicTest> tests = documents(TESTS.replace("certificate\"", "certificat\""), VILLAGE, TOWN);
    assertEquals(1, tests.size());
    AssertionFailedError failure = failure(tests.get(0));
    String text = failure.getMessage();
    assertTrue(text.startsWith("city.birthcase.json:3:"), text);
    assertTrue(text.contains("/cases/0/expect/lanes/birth-certificat: "), text);
    assertTrue(text.contains("did you mean 'birth-certificate'?"), text);
    assertEquals(UnknownNameException.class, failure.getCause().getClass());
    assertTrue(tests.get(0).getTestSourceUri().get().toString().endsWith("?line=3"));
  }

  @Test
  void aWrongProfileIsNamedAndAMissingOneToo() throws IOException {
    String text = failure(documents(TESTS, VILLAGE, TOWN.replace("title", "titel")).get(0)).getMessage();
    String ofVillage = "city.birthcase.json: " + folder.resolve("places/village.json") + ": ";
    assertTrue(text.startsWith(ofVillage + "town:2:"), text);
    text = failure(documents(TESTS.replace("village.json", "hamlet.json"), VILLAGE, TOWN).get(0)).getMessage();
    assertTrue(text.contains("hamlet.json"), text);
    text = failure(documents(TESTS, "{\"id\": \"village\", ", TOWN).get(0)).getMessage();
    assertTrue(text.startsWith(ofVillage), text);
    text = failure(RuleTests.of(folder.resolve("nothing.birthcase.json")).findFirst().get()).getMessage();
    assertTrue(text.startsWith("nothing.birthcase.json: java.nio.file.NoSuchFileException: "), text);
  }

  @Test
  void aFolderHasADocumentInEachContainer() throws IOException {
    documents(TESTS, VILLAGE, TOWN);
    write("a/other.birthcase.json", TESTS.replace("places/village.json", "yiwu"));
    List<DynamicContainer> containers = RuleTests.in(folder).collect(Collectors.toList());
    assertEquals("a/other.birthcase.json", containers.get(0).getDisplayName().replace('\\', '/'));
    assertEquals("city.birthcase.json", containers.get(1).getDisplayName());
    assertEquals(2, containers.size());
    assertEquals(2, containers.get(0).getChildren().count());
  }

  @Test
  void aReportCountsAndTakesTheCallersProfiles() {
    try (Profile yiwu = Profile.builtIn("yiwu"); Profile base = Profile.builtIn("base")) {
      assertEquals(Collections.singletonList("places/village.json"), RuleTestReport.profilesNamedIn(TESTS));
      RuleTestReport report =
          RuleTestReport.run(TESTS, Collections.singletonMap("places/village.json", yiwu), "our city");
      assertEquals("our city: 1 passed, 1 failed", report.toString());
      assertEquals("our guess", report.results().get(1).source());
      assertEquals("/cases/1", report.results().get(1).path());
      assertEquals("joint: passed", report.results().get(0).toString());
      assertEquals("", report.results().get(0).text());
      assertEquals(2, RuleTestReport.run(
          TESTS, Collections.singletonMap("places/village.json", base), "").failed());
    }
    BirthcaseException error = assertThrows(UnknownNameException.class,
        () -> RuleTestReport.run(TESTS, Collections.emptyMap(), ""));
    assertEquals("/profile", error.path());
  }

  private List<DynamicTest> documents(String tests, String village, String town) throws IOException {
    write("places/village.json", "\uFEFF" + village);
    write("places/town.json", town);
    write("city.birthcase.json", tests);
    return RuleTests.of(folder.resolve("city.birthcase.json")).collect(Collectors.toList());
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static AssertionFailedError failure(DynamicTest test) {
    return assertThrows(AssertionFailedError.class, test.getExecutable());
  }
}
