// Text for people is clean wherever it came from: what every label of a profile, every fact and every name of a file
// hides reaches no terminal.
#include <birthcase/profile.hpp>

#include "case_store.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>

using namespace birthcase::cli_tests;
namespace js = boost::json;

namespace {

// Titles a window, clears the screen by two spellings, turns the writing, hides, overwrites.
constexpr std::string_view planted =
    "\033]0;owned\a\033[2J\xc2\x9b"
    "31m\u202e\u2066\u200b\u200d\ufeff\u2028\b\r\t\x7f";

// What the program itself may say to a terminal.
constexpr std::array<std::string_view, 6> inks{"\033[0m", "\033[1m", "\033[2m", "\033[1;32m", "\033[33m", "\033[1;31m"};

constexpr std::array<std::string_view, 10> steering{"\u009b", "\u202e", "\u2066", "\u200b", "\u200d",
                                                    "\ufeff", "\u2028", "\u0085", "\u061c", "\u200f"};

std::string without_inks(std::string text) {
  for (const std::string_view ink : inks) {
    for (std::size_t at = text.find(ink); at != std::string::npos; at = text.find(ink, at)) text.erase(at, ink.size());
  }
  return text;
}

bool is_clean(std::string_view text) {
  const bool controls = std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7f || byte >= 0xf8;
  });
  return !controls &&
         std::none_of(steering.begin(), steering.end(), [text](std::string_view each) { return contains(text, each); });
}

bool is_label(const js::object& object) {
  const js::value* zh = object.if_contains("zh");
  const js::value* en = object.if_contains("en");
  return zh != nullptr && en != nullptr && zh->is_string() && en->is_string();
}

void plant_labels(js::value& value, std::string_view hidden) {
  if (value.is_array()) {
    for (js::value& each : value.as_array()) plant_labels(each, hidden);
  } else if (value.is_object()) {
    js::object& object = value.as_object();
    if (is_label(object)) {
      for (const char* language : {"zh", "en"}) object[language].as_string().append(hidden);
      return;
    }
    for (const char* key : {"source", "note"}) {
      if (js::value* text = object.if_contains(key); text != nullptr && text->is_string())
        text->as_string().append(hidden);
    }
    for (auto& entry : object) plant_labels(entry.value(), hidden);
  }
}

// In every text, or in those alone that no code or format rules: those with Chinese in them.
void plant_facts(js::value& value, bool everywhere, std::string_view hidden) {
  if (value.is_array()) {
    for (js::value& each : value.as_array()) plant_facts(each, everywhere, hidden);
  } else if (value.is_object()) {
    for (auto& entry : value.as_object()) plant_facts(entry.value(), everywhere, hidden);
  } else if (value.is_string()) {
    js::string& text = value.as_string();
    const bool chinese = std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
    if (everywhere || chinese) text.append(hidden);
  }
}

js::value wenling_example() {
  std::ifstream stream(example("wenling-hospital.json"));
  return js::parse(stream);
}

std::string planted_profile(std::string_view text = planted) {
  js::value base = js::parse(*birthcase::Profile::built_in_text("base"));
  plant_labels(base, text);
  base.as_object()["id"] = "planted-base";
  file_with(js::serialize(base), "planted-base.json");
  js::value city = js::parse(*birthcase::Profile::built_in_text("wenling"));
  plant_labels(city, text);
  city.as_object()["id"] = "planted";
  city.as_object()["extends"] = "planted-base";
  return file_with(js::serialize(city), "planted.json");
}

std::string planted_application(bool everywhere, std::string_view text = planted) {
  js::value application = wenling_example();
  application.as_object().erase("profile");
  plant_facts(application, everywhere, text);
  application.as_object()["evidence"] = wenling_example().at("evidence");
  application.as_object()["channel"] = "hospital";
  application.as_object()["applied_at"] = "2019-04-29T09:10";
  return file_with(js::serialize(application), everywhere ? "planted-everywhere.json" : "planted-names.json");
}

void check_clean(const Outcome& outcome) {
  CAPTURE(outcome.output);
  CAPTURE(outcome.errors);
  CHECK(outcome.status != -1);
  CHECK(is_clean(without_inks(outcome.output)));
  CHECK(is_clean(outcome.errors));
}

// Into a file and to a terminal; whether something planted was met at all.
bool stays_clean(const std::vector<std::string>& call, std::string_view seen = "\ufffd") {
  CAPTURE(call);
  const Outcome written = run(call);
  const Outcome shown = run_on_terminal(call);
  check_clean(written);
  check_clean(shown);
  CHECK(written.status == shown.status);
  return contains(written.output + written.errors, seen) && contains(shown.output + shown.errors, seen);
}

}  // namespace

TEST_CASE("what a profile and an application hide reaches no output for people") {
  const std::string profile = planted_profile();
  const std::string names = planted_application(false);
  const std::string everywhere = planted_application(true);
  for (const char* language : {"zh", "en"}) {
    CAPTURE(language);
    CHECK(stays_clean({"plan", names, "--profile", profile, "--explain", "--lang", language}));
    CHECK(stays_clean({"plan", everywhere, "--profile", profile, "--explain", "--lang", language}));
    CHECK(stays_clean({"form", "--profile", profile, "--lang", language}));
    CHECK(stays_clean({"form", "--profile", profile, "--service", "hukou-registration", "--lang", language}));
    for (const char* format : {"text", "markdown", "html"}) {
      CHECK(stays_clean({"compare", "wenling", profile, "--format", format, "--lang", language}));
    }
  }
}

TEST_CASE("what a file's name, a test's name or an expression hides reaches no output for people") {
  const std::string profile = planted_profile();
  const std::string renamed = place_for("owned\033[2J\xfa\xc2\x9b.json");
  std::ofstream(renamed) << std::ifstream(profile).rdbuf();
  CHECK(stays_clean({"lint", renamed, "--lang", "en"}));
  CHECK(stays_clean({"plan", renamed, "--profile", profile}));
  const std::string tests = file_with(
      js::serialize(js::object{{"profile", "base"},
                               {"as_of", "2019-06-04"},
                               {"base", js::object{}},
                               {"cases", js::array{js::object{{"name", "a" + std::string(planted)},
                                                              {"source", "b" + std::string(planted)},
                                                              {"expect", js::object{{"due", "2019-06-05"}}}}}}}),
      "planted.birthcase.json");
  CHECK(stays_clean({"test", tests, "--verbose"}));
  const std::string facts = file_with(js::serialize(js::object{{"a", planted}}), "facts.json");
  CHECK(stays_clean({"eval", "a", "--facts", facts}));
}

TEST_CASE("what has to stand on one line makes no lines of its own") {
  constexpr std::string_view forged = "\nFORGED: line\r\n\x0b\x0c";
  const auto keeps_to_its_line = [](const std::vector<std::string>& call) {
    CAPTURE(call);
    for (const Outcome& outcome : {run(call), run_on_terminal(call)}) {
      const std::string text = '\n' + without_inks(outcome.output) + '\n' + outcome.errors;
      CAPTURE(text);
      CHECK(contains(text, "FORGED"));
      CHECK_FALSE(contains(text, "\nFORGED"));
    }
  };
  const std::string profile = planted_profile(forged);
  const std::string application = planted_application(false, forged);
  for (const char* language : {"zh", "en"}) {
    keeps_to_its_line({"plan", application, "--profile", profile, "--explain", "--lang", language});
    keeps_to_its_line({"form", "--profile", profile, "--lang", language});
    keeps_to_its_line({"compare", "wenling", profile, "--lang", language});
  }
  const CaseStore store;
  const std::vector<std::string> common{"--store", store.file(), "--profile", profile, "--now", "2019-04-29T09:11"};
  const auto on_case = [&common](std::vector<std::string> call) {
    call.insert(call.end(), common.begin(), common.end());
    return call;
  };
  store.must("2019-04-29T09:10", {"open", "wl-1", application, "--profile", profile});
  keeps_to_its_line(on_case({"case", "show", "wl-1"}));
  keeps_to_its_line(on_case({"case", "look-up", "list", "wl-1"}));
  keeps_to_its_line(on_case({"case", "paper", "wl-1", "application-form"}));
  const std::string tests = file_with(
      js::serialize(js::object{{"profile", "base"},
                               {"as_of", "2019-06-04"},
                               {"base", js::object{}},
                               {"cases", js::array{js::object{{"name", "a" + std::string(forged)},
                                                              {"source", "b" + std::string(forged)},
                                                              {"expect", js::object{{"due", "2019-06-05"}}}}}}}),
      "forged.birthcase.json");
  keeps_to_its_line({"test", tests, "--verbose"});
}

TEST_CASE("what a case keeps is clean when it is shown") {
  const CaseStore store;
  const auto at = [&store](std::string_view now, std::vector<std::string> call) {
    call.insert(call.begin(), "case");
    for (const std::string_view more :
         {std::string_view("--store"), std::string_view(store.file()), std::string_view("--now"), now}) {
      call.emplace_back(more);
    }
    return call;
  };
  const std::string profile = planted_profile();
  store.must("2019-04-29T09:10", {"open", "wl-1", planted_application(false), "--profile", profile});
  CHECK(stays_clean(at("2019-04-29T09:11", {"show", "wl-1", "--profile", profile})));
  CHECK(stays_clean(at("2019-04-29T09:11", {"look-up", "list", "wl-1", "--profile", profile})));
  CHECK(stays_clean(at("2019-04-29T09:11", {"paper", "wl-1", "application-form", "--profile", profile})));
  CHECK(stays_clean(at("2019-04-29T09:11", {"paper", "wl-1", "application-form", "--html", "--profile", profile})));
  store.change("2019-04-29T09:12", {"withdraw", "wl-1", "--profile", profile, "--reason", std::string(planted)});
  stays_clean(at("2019-04-29T09:13", {"events", "wl-1", "--profile", profile}));
  stays_clean(at("2019-04-29T09:13", {"list"}));
  stays_clean(at("2019-04-29T09:13", {"due"}));
  stays_clean(at("2019-04-29T09:13", {"verify"}));
  stays_clean(at("2019-04-29T09:13", {"accept", "wl-1", "--by", "window-1", "--profile", profile}));
}

TEST_CASE("JSON is byte by byte what it was in a file, and the same JSON with escapes on a terminal") {
  const std::vector<std::string> call{"plan", planted_application(false), "--profile", planted_profile(), "--json"};
  const Outcome written = run(call);
  const Outcome shown = run_on_terminal(call);
  CHECK(contains(written.output, "\u202e"));
  CHECK(is_clean(shown.output));
  CHECK(js::parse(shown.output) == js::parse(written.output));
}
