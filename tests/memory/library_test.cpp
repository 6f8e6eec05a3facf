// Every entry point of the library when memory runs out.
#include <birthcase/birthcase.hpp>
#include <birthcase/digest.hpp>
#include <birthcase/json.hpp>

#include "application_profile.hpp"
#include "out_of_memory.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

std::string source_file(const std::string& path) {
  std::ifstream file(BIRTHCASE_SOURCE_DIR "/" + path, std::ios::binary);
  REQUIRE(file);
  return (std::ostringstream() << file.rdbuf()).str();
}

std::string example(const std::string& name) { return source_file("examples/applications/" + name + ".json"); }

Profile yiwu() { return Profile::built_in("yiwu").value(); }

const Date day(2019, 6, 10);

// An answer that can be compared: the text, or the error in one line.
std::string answer(const Result<std::string>& result) { return result ? *result : describe(result.error()); }

}  // namespace

TEST_CASE("a profile is loaded or memory has run out") {
  if (skipped()) return;
  check_out_of_memory("Profile::parse", [] { return Profile::parse(small_profile_text).value().id(); });
  check_out_of_memory(
      "Profile::built_in", [] { return yiwu().id(); }, 97);
  check_out_of_memory("Profile::built_in of another id", [] { return Profile::built_in("atlantis").error(); });
  const std::string wrong = small_profile_with("\"organisation\": \"office\"", "\"organisation\": \"offcie\"");
  check_out_of_memory(
      "Profile::parse of an error", [&] { return Profile::parse(wrong).error(); }, 3);
  const std::string broken = small_profile_with("发证", "\xFF");
  check_out_of_memory("Profile::parse of broken text", [&] { return Profile::parse(broken).error(); });
}

TEST_CASE("an application is read or memory has run out") {
  if (skipped()) return;
  const Profile profile = yiwu();
  for (const char* name : {"yiwu-local", "yiwu-twins", "yiwu-half-filled"}) {
    const std::string json = example(name);
    check_out_of_memory(std::string("Application::parse of ") + name,
                        [&] { return to_json(Application::parse(profile, json).value()); });
  }
  for (const char* json : {"", "[]", "{\"mother\": {\"nmae\": 1}}", "{\"mother\": {\"name\": \"\xFF\"}}",
                           R"({"mother": {"name": "\ud842"}})", R"({"evidence": [{"type": "id-crad"}]})",
                           R"({"services": ["benefits"]})", R"({"newborns": [{"sex": 1}]})"}) {
    check_out_of_memory(std::string("Application::parse of ") + json,
                        [&] { return Application::parse(profile, json).error(); });
  }
  check_out_of_memory("profile_named_in", [] { return profile_named_in(R"({"profile": "yi\u0077u"})").value(); });
  const Application application = Application::parse(profile, example("yiwu-twins")).value();
  const Profile other = Profile::built_in("ruian").value();
  check_out_of_memory("Application::under", [&] { return to_json(application.under(other)); });
}

TEST_CASE("a birth is planned or memory has run out") {
  if (skipped()) return;
  const Profile profile = yiwu();
  for (const char* name : {"yiwu-local", "yiwu-twins", "yiwu-half-filled", "yiwu-late-certificate"}) {
    const Application application = Application::parse(profile, example(name)).value();
    check_out_of_memory(std::string("plan of ") + name, [&] { return to_json(plan(profile, application, day)); });
    const Plan made = plan(profile, application, day);
    check_out_of_memory(std::string("to_json of the plan of ") + name, [&] { return to_json(made, Language::en); });
    const std::string json = example(name);
    check_out_of_memory(std::string("plan_json of ") + name, [&] { return answer(plan_json(profile, json)); });
  }
  check_out_of_memory("plan_json without a day", [&] { return answer(plan_json(profile, "{}")); });
}

TEST_CASE("reasons are explained or memory has run out") {
  if (skipped()) return;
  const Profile profile = yiwu();
  const Plan made = plan(profile, Application::parse(profile, example("yiwu-half-filled")).value(), day);
  check_out_of_memory("Plan::explain", [&] {
    FactRefs all;
    for (const EvidenceItem& item : made.evidence) {
      if (item.why.rule == nullptr || item.why.rule->when == no_index) continue;
      const Trace trace = made.explain(item.why);
      all.insert(all.end(), trace.read.begin(), trace.read.end());
      all.insert(all.end(), trace.deciding.begin(), trace.deciding.end());
    }
    return all;
  });
  check_out_of_memory("fact_name and fact_path", [&] {
    std::string all;
    for (const Undetermined& open : made.undetermined)
      all += fact_name(profile, open.fact) + fact_path(profile, open.fact);
    return all;
  });
}

TEST_CASE("profiles are written and compared or memory has run out") {
  if (skipped()) return;
  const std::vector<Profile> profiles{Profile::built_in("base").value(), yiwu(), Profile::built_in("ruian").value()};
  check_out_of_memory(
      "compare", [&] { return to_json(compare(profiles, day).value()); }, 7);
  check_out_of_memory("form_json", [&] { return answer(form_json(profiles[1])); });
  check_out_of_memory("form_json of a service", [&] { return answer(form_json(profiles[1], "hukou-registration")); });
  check_out_of_memory("form_json of no service", [&] { return answer(form_json(profiles[1], "nothing")); });
  check_out_of_memory("fields_json", [&] { return fields_json(profiles[1]); });
  check_out_of_memory("application_schema", [&] { return application_schema(profiles[1]); });
}

TEST_CASE("tables and calendars are read or memory has run out") {
  if (skipped()) return;
  const std::string tsv = "# standard: GB/T 0\ncode\tzh\ten\tfrom\n1\t一\tone\t1999\n2\t二\ttwo\t\n";
  check_out_of_memory("parse_code_table", [&] { return parse_code_table("some", tsv).value().codes(); });
  const std::string calendar = source_file("profiles/calendar/2019.json");
  check_out_of_memory("Calendar", [&] {
    const Calendar made = Calendar::create(parse_holiday_notices(calendar).value()).value();
    return made.working_day(Date(2019, 5, 2), Date(2019, 6, 1)).value();
  });
}

TEST_CASE("values and errors are written or memory has run out") {
  if (skipped()) return;
  const Value value = Value::list({Value::number(*Number::parse("12345678901234567890.5")), Value::date(day),
                                   Value::context(Context({{"a name", Value::text("a text with \"quotes\" in it")}}))});
  check_out_of_memory("to_json_text", [&] { return to_json_text(value); });
  check_out_of_memory("to_string", [&] { return to_string(value); });
  check_out_of_memory("to_json and value_from", [&] { return value_from(to_json(value)); });
  const Error error{.kind = ErrorKind::missing, .message = "a message of some length", .document = "yiwu", .line = 3};
  check_out_of_memory("describe", [&] { return describe(error, "profiles/yiwu.json"); });
}

TEST_CASE("bytes are digested or memory has run out") {
  if (skipped()) return;
  check_out_of_memory("sha256", [] { return sha256("abc"); });
}

TEST_CASE("texts are converted or memory has run out") {
  if (skipped()) return;
  const std::string rare = "王𠮷䶮㛃\uE5E5\uFE10，住在义乌市";
  for (const auto edition : {Gb18030::edition_2022, Gb18030::edition_2005}) {
    check_out_of_memory("to_gb18030", [&] { return answer(to_gb18030(rare, edition)); });
    const std::string bytes = to_gb18030(rare, edition).value();
    check_out_of_memory("from_gb18030", [&] { return answer(from_gb18030(bytes, edition)); });
  }
  check_out_of_memory("from_gb18030 of broken bytes", [] { return answer(from_gb18030("\xCD\xF5\xFF")); });
  check_out_of_memory("to_nfc", [] { return answer(to_nfc("e\u0301 王芳 and more of it")); });
  check_out_of_memory("to_nfkc", [] { return answer(to_nfkc("ＡＢ１２㈱ and more of it")); });
  check_out_of_memory("clean_identifier",
                      [] { return answer(clean_identifier("１１０１０５ １９４９１２３１ ００２ｘ")); });
  check_out_of_memory("check_utf8", [] { return check_utf8("王\xFF").error(); });
  check_out_of_memory("inspect_characters", [] { return inspect_characters("王𠮷").value().characters; });
  check_out_of_memory("parse_date", [] { return parse_date("2019-02-30").error(); });
}
