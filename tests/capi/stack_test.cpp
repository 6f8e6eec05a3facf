// How much stack a call may need: no more than docs/c.md says, whatever it is given.
#include "stack.hpp"

#include "story.hpp"

#include <doctest/doctest.h>

using namespace caller;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

std::string quoted(std::string_view text) {
  std::string json = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') json += '\\';
    json += c;
  }
  return json + '"';
}

std::string profile_with(std::string_view condition) {
  return R"({"id":"deep","extends":"base","title":{"zh":"深","en":"deep"},"checks":[{"id":"deep/check",
    "path":"mother.name","severity":"warning","message":{"zh":"深","en":"deep"},"source":"O","when":)" +
         quoted(condition) + "}]}";
}

// What nests, as the text before and after what is within.
struct Nesting {
  const char* name;
  const char* before;
  const char* inner;
  const char* after;
  const char* end;  // makes a condition of it
  std::size_t levels_each = 1;
};

constexpr Nesting nestings[] = {
    {"parentheses", "(", "mother.name = \"王五\"", ")", ""},
    {"negations", "not(", "mother.name = \"王五\"", ")", ""},
    {"operators", "1 + 1 * 2 ** (", "count(newborns)", ")", " = 1"},
    {"everything before", "true or true and 1 = 0 + 1 * 1 ** -(", "count(newborns)", ")", " = 1"},
    {"junctions", "mother.name = \"李四\" or mother.name != \"\" and (", "mother.name = \"王五\"", ")", ""},
    {"lists", "[", "mother.name", "]", " = 1"},
    {"contexts", "{a: ", "mother.name", "}", " = null"},
    {"calls", "abs(", "count(newborns)", ")", " = 1"},
    {"calls of many", "max(1, 2, ", "count(newborns)", ")", " = 1"},
    {"everything before a call", "true or true and 1 = 0 + 1 * 1 ** -max(1, ", "count(newborns)", ")", " = 1"},
    {"named arguments", "abs(n: ", "count(newborns)", ")", " = 1"},
    {"entries of contexts", "{a: 1, b: max(a, ", "count(newborns)", ")}.b", " = 1", 2},
    {"filters", "[1, 2][", "1", "]", " = 1"},
    {"memberships", "true in (", "mother.name = \"王五\"", ")", ""},
    {"choices", "if mother.name = \"李四\" then false else (", "true", ")", "", 2},
    {"some", "some x in [mother.name] satisfies (", "true", ")", "", 2},
    {"loops", "for x in [mother.name] return (", "true", ")", " = null", 2},
    {"functions", "(function(x) x + ", "1", ")(count(newborns))", " = 1", 2},
    {"sorts", "sort([1, 2], function(x, y) x < y and null = ", "[mother.name]", ")", " = null", 2},
    {"nothing but brackets", "[[[[", "1", "]]]]", "", 4},
};

std::string nested(const Nesting& nesting, std::size_t levels) {
  const std::size_t times = levels / nesting.levels_each;
  return repeated(nesting.before, times) + nesting.inner + repeated(nesting.after, times) + nesting.end;
}

std::vector<std::string> rows_of_operators() {
  return {"0" + repeated(" + count(newborns)", 245) + " = 1",
          "mother.name = \"a\"" + repeated(" and mother.name = \"a\"", 2000),
          repeated("-", 240) + "count(newborns) = 1",
          "count(newborns)" + repeated(" ** 1", 245) + " = 1",
          "[count(newborns)]" + repeated("[1]", 240) + " = 1",
          "count(for i in 1..600 return [partial[-1]]) = 600",
          "string(for i in 1..240 return [partial[-1]]) = mother.name",
          "count(flatten(for i in 1..240 return [partial[-1]])) = 1",
          "matches(mother.name, \"" + repeated("(王", 200) + repeated(")*", 200) + "\")"};
}

constexpr std::string_view family = R"({"channel": "hospital", "applicant": {"role": "mother"},
  "mother": {"name": "王五"}, "newborns": [{}, {}]})";

// Loads a profile, plans with it and reads the plan; each as a call of its own.
void fits_as_condition(const std::string& what, const std::string& condition) {
  const Session session = open_session();
  const std::string json = profile_with(condition);
  Profile profile;
  fits(what + ": profile", [&] {
    Profile again;
    if (birthcase_profile_parse(session, json.data(), size(json), again.out()) == BIRTHCASE_OK) {
      profile = std::move(again);
    }
  });
  if (profile == nullptr) return;  // refused: that took no more
  fits(what + ": plan", [&] {
    text_of([&](auto... out) {
      return birthcase_plan_document(session, profile, family.data(), size(family), "2019-06-10", 10, out...);
    });
  });
}

}  // namespace

TEST_CASE("conditions nested as deep as may be, and deeper, fit on the stack that is promised") {
  for (const Nesting& nesting : nestings) {
    for (const std::size_t levels : {std::size_t{24}, std::size_t{56}, std::size_t{60}, std::size_t{62},
                                     std::size_t{64}, std::size_t{66}, std::size_t{2000}}) {
      fits_as_condition(std::string(nesting.name) + " " + std::to_string(levels), nested(nesting, levels));
    }
  }
}

TEST_CASE("rows of operators and values that grow deep fit on the stack that is promised") {
  for (const std::string& condition : rows_of_operators()) fits_as_condition(condition.substr(0, 60), condition);
}

TEST_CASE("documents nested too deep fit on the stack that is promised") {
  const Session session = open_session();
  const Profile yiwu = built_in(session, "yiwu");
  for (const unsigned levels : {30U, 32U, 33U, 100'000U}) {
    for (const auto& [open, close] : {std::pair{"[", "]"}, std::pair{"{\"a\":", "}"}}) {
      const std::string json = repeated(open, levels) + "1" + repeated(close, levels);
      fits("application " + std::to_string(levels), [&] {
        Application application;
        birthcase_application_parse(session, yiwu, json.data(), size(json), application.out());
      });
      fits("profile " + std::to_string(levels), [&] {
        Profile profile;
        birthcase_profile_parse(session, json.data(), size(json), profile.out());
      });
    }
  }
}

TEST_CASE("a profile, a plan, a case and its papers fit on the stack that is promised") {
  const Session session = open_session();
  Profile wenling;
  fits("built-in profile", [&] {
    Profile again;
    birthcase_profile_built_in(session, "wenling", BIRTHCASE_NUL_ENDED, again.out());
    wenling = std::move(again);
  });
  fits("fields", [&] { text_of([&](auto... out) { return birthcase_profile_fields(session, wenling, out...); }); });
  fits("schema",
       [&] { text_of([&](auto... out) { return birthcase_profile_application_schema(session, wenling, out...); }); });
  for (const std::string& name : examples()) {
    const std::string json = example(name);
    fits("plan of " + name, [&] {
      text_of([&](auto... out) {
        return birthcase_plan_document(session, wenling, json.data(), size(json), "2019-06-10", 10, out...);
      });
    });
  }
  Case told;
  fits("case", [&] { told = told_case(session, wenling, story().size()); });
  const std::string events = events_of(session, told);
  fits("replay", [&] {
    Case again;
    birthcase_case_replay(session, wenling, events.data(), size(events), again.out());
  });
  for (const std::string_view paper : {"application-form", "notice", "receipt"}) {
    fits("paper " + std::string(paper), [&] {
      text_of([&](auto... out) {
        return birthcase_case_paper(session, told, paper.data(), size(paper), nullptr, 0, "2019-04-30", 10, "html", 4,
                                    out...);
      });
    });
  }
}
