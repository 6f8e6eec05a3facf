package org.birthcase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Java gives byte for byte what the command line prints. */
class CommandLineTest {
  static List<String> examples() throws IOException {
    return Examples.names();
  }

  @Test
  void thereAreFifteenExamples() throws IOException {
    assertEquals(15, examples().size());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aPlanOfAnExampleIsThatOfTheCommandLine(String name) throws Exception {
    String expected = CommandLine.output("plan", Examples.file(name).toString(), "--json");
    String json = Examples.json(name);
    try (Profile profile = Examples.profile(name); Application application = Application.parse(profile, json);
        Plan plan = Plan.of(profile, application)) {
      assertEquals(expected, plan.json());
      assertEquals(expected, Birthcase.planDocument(profile, json));
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aPlanOfAnotherDayAndLanguageIsThatOfTheCommandLine(String name) throws Exception {
    String expected =
        CommandLine.output("plan", Examples.file(name).toString(), "--json", "--lang", "en", "--as-of", "2020-01-02");
    LocalDate day = LocalDate.of(2020, 1, 2);
    String json = Examples.json(name);
    try (Profile chinese = Examples.profile(name); Profile english = chinese.in(Language.ENGLISH);
        Application application = Application.parse(chinese, json);
        Plan plan = Plan.of(english, application, day)) {
      assertEquals(expected, plan.json());
      assertEquals(expected, Birthcase.planDocument(english, json, day));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aComparisonIsThatOfTheCommandLine(Language language) throws Exception {
    String tag = language == Language.CHINESE ? "zh" : "en";
    String expected =
        CommandLine.output("compare", "base", "yiwu", "ruian", "--json", "--as-of", "2019-06-10", "--lang", tag);
    try (Profile base = Profile.builtIn("base", language); Profile yiwu = Profile.builtIn("yiwu", language);
        Profile ruian = Profile.builtIn("ruian", language)) {
      assertEquals(expected, Birthcase.compare(LocalDate.of(2019, 6, 10), base, yiwu, ruian));
    }
  }
}
