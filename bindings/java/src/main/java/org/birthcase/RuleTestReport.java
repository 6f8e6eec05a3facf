package org.birthcase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What running a document of rule tests ({@code *.birthcase.json}) gave. {@code org.birthcase.testing.RuleTests} makes
 * each case a test of JUnit.
 */
public final class RuleTestReport {
  private final String document;
  private final int passed;
  private final int failed;
  private final List<RuleTestResult> results;

  private RuleTestReport(String document, int passed, int failed, List<RuleTestResult> results) {
    this.document = document;
    this.passed = passed;
    this.failed = failed;
    this.results = results;
  }

  /**
   * Runs a document in a file. A profile that it names as a file is read from beside it, and what that one extends from
   * beside itself ({@code my-district} from {@code my-district.json}). A case that fails is no exception: it is in the
   * report. What is wrong with the document is a {@link BirthcaseException} with path, line and column.
   *
   * @throws IOException for a file that cannot be read, and for one that holds no profile: then its cause is the {@link
   *     BirthcaseException}
   */
  public static RuleTestReport run(Path file) throws IOException {
    try (RuleTestFile tests = RuleTestFile.read(file)) {
      return run(tests.text(), tests.profiles(), file.getFileName().toString());
    }
  }

  /**
   * Runs a document.
   *
   * @param profiles the profiles for which names in the document stand; other names are those of built-in profiles
   * @param document what the report calls it
   */
  public static RuleTestReport run(String json, Map<String, Profile> profiles, String document) {
    byte[] tests = Utf8.encode("json", json);
    byte[] name = Utf8.encode("document", document);
    List<String> names = profilesNamedIn(json);
    List<Profile> given = names.stream().map(profiles::get).filter(Objects::nonNull).collect(Collectors.toList());
    int[] passed = new int[1];
    int[] failed = new int[1];
    String report = Profile.holdingAll(given, addresses -> {
      long[] handles = handles(names, profiles, addresses);
      return SessionPool.with(Language.CHINESE, session -> session.text(Natives.birthcase_rule_tests_run(
          session.address, handles, handles.length, tests, tests.length, name, name.length, Constants.REPORT_JSON,
          passed, failed, session.text, session.length)));
    });
    List<?> results = (List<?>) Json.object(report).get("results");
    return new RuleTestReport(document, passed[0], failed[0], Collections.unmodifiableList(
        results.stream().map(RuleTestResult::new).collect(Collectors.toList())));
  }

  /** The profiles that a document names, each once: ids, and files (with {@code /} or ending in {@code .json}). */
  public static List<String> profilesNamedIn(String json) {
    byte[] tests = Utf8.encode("json", json);
    return SessionPool.with(Language.CHINESE, session -> {
      List<String> names = new ArrayList<>();
      for (String name = named(session, tests, 0); !name.isEmpty(); name = named(session, tests, names.size())) {
        names.add(name);
      }
      return Collections.unmodifiableList(names);
    });
  }

  private static String named(Session session, byte[] tests, int index) {
    return session.text(Natives.birthcase_rule_tests_profile_named_in(
        session.address, tests, tests.length, index, session.text, session.length));
  }

  /** An address for each name: 0 where the profile of that name is built in. */
  private static long[] handles(List<String> names, Map<String, Profile> profiles, long[] addresses) {
    long[] handles = new long[names.size()];
    int next = 0;
    for (int index = 0; index < handles.length; index++) {
      handles[index] = profiles.get(names.get(index)) == null ? 0 : addresses[next++];
    }
    return handles;
  }

  /** What the document is called. */
  public String document() {
    return document;
  }

  /** How many cases passed. */
  public int passed() {
    return passed;
  }

  /** How many cases failed. */
  public int failed() {
    return failed;
  }

  /** In the order of the cases. */
  public List<RuleTestResult> results() {
    return results;
  }

  /** Name and counts. */
  @Override
  public String toString() {
    return document + ": " + passed + " passed, " + failed + " failed";
  }
}
