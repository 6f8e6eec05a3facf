package org.birthcase.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.birthcase.BirthcaseException;
import org.birthcase.RuleTestReport;
import org.birthcase.RuleTestResult;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;

/**
 * Documents of rule tests ({@code *.birthcase.json}) for JUnit 5: what a {@code @TestFactory} returns. The only class of
 * this package that needs JUnit's jars.
 */
public final class RuleTests {
  private static final String SUFFIX = ".birthcase.json";

  private RuleTests() {}

  /** The documents in a folder and below it, in the order of their paths, each with its cases. */
  public static Stream<DynamicContainer> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> documents = files.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).sorted()
          .collect(Collectors.toList());
      return documents.stream().map(file -> DynamicContainer.dynamicContainer(
          folder.relativize(file).toString(), file.toUri(), of(file)));
    }
  }

  /**
   * The cases of one document, each a test. A document that cannot be read or is wrong gives one test, which fails with
   * what is wrong. Profiles are found as {@link RuleTestReport#run(Path)} tells.
   */
  public static Stream<DynamicTest> of(Path file) {
    try {
      List<RuleTestResult> results = RuleTestReport.run(file).results();
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return results.stream().map(result -> DynamicTest.dynamicTest(
          result.name(), place(file, text, result), () -> check(result)));
    } catch (BirthcaseException e) {
      return failure(file, e, e.line(), ":" + e.getMessage());
    } catch (IOException e) {
      return failure(file, e, 0, ": " + (e.getCause() instanceof BirthcaseException ? e.getMessage() : e.toString()));
    }
  }

  private static void check(RuleTestResult result) {
    if (!result.passed()) {
      throw new AssertionFailedError("\n" + result.text());
    }
  }

  private static Stream<DynamicTest> failure(Path file, Exception cause, int line, String what) {
    String name = file.getFileName().toString();
    return Stream.of(DynamicTest.dynamicTest(name, place(file, line), () -> {
      throw new AssertionFailedError(name + what, cause);
    }));
  }

  /** Where a case stands: names stand in a document once. */
  private static URI place(Path file, String text, RuleTestResult result) {
    int at = text.indexOf('"' + result.name() + '"');
    return place(file, at < 0 ? 0 : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count());
  }

  private static URI place(Path file, int line) {
    return line == 0 ? file.toUri() : URI.create(file.toUri() + "?line=" + line);
  }
}
