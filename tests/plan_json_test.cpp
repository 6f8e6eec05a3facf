#include <birthcase/plan_json.hpp>

#include "json/writer.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace birthcase;
namespace bj = boost::json;

namespace {

std::string text_of(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

std::string example(std::string_view name) {
  return text_of(std::filesystem::path(BIRTHCASE_SOURCE_DIR "/examples/applications") / name);
}

Plan plan_of(std::string_view profile, std::string_view json) {
  const auto rules = Profile::built_in(profile).value();
  const auto application = Application::parse(rules, json).value();
  return plan(rules, application, applied_on(application).value_or(Date(2019, 6, 10)));
}

std::vector<std::string> keys_of(const bj::value& object) {
  std::vector<std::string> keys;
  for (const auto& member : object.as_object()) keys.emplace_back(member.key());
  return keys;
}

bool contains(const bj::array& list, const bj::value& wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

std::string written(std::string_view text) {
  JsonWriter json(0);
  json.text(text);
  return json.take();
}

}  // namespace

TEST_CASE("a text of any length and content is read back as it was written") {
  std::string all;
  for (int c = 0; c < 128; ++c) all += static_cast<char>(c);
  all += "𠮷䶮，“引号”";
  for (std::size_t shift = 0; shift < 9; ++shift) {
    const std::string text = std::string(shift, 'x') + all;
    CHECK(std::string_view(bj::parse(written(text)).as_string()) == text);
  }
  CHECK(written("plain 中文 / text") == "\"plain 中文 / text\"");
  CHECK(written("\x1f\n") == "\"\\u001f\\n\"");
}

TEST_CASE("what needs an escape has one wherever it stands, in texts as long as words of the machine and longer") {
  for (std::size_t size = 1; size <= 34; ++size) {
    for (std::size_t place = 0; place < size; ++place) {
      for (const char special : {'"', '\\', '\x1f', '\x01', ' ', '!', '#', '[', ']', '\x7f', '\xc3'}) {
        std::string text(size, 'x');
        text[place] = special;
        if (special == '\xc3') text.insert(place + 1, "\xa9");
        CHECK(std::string_view(bj::parse(written(text)).as_string()) == text);
      }
    }
  }
}

TEST_CASE("texts and pieces longer than what is put together at once are written whole") {
  std::string text;
  while (text.size() < 10'000) text += "北门\"街\n1号 and more";
  for (const std::size_t size : {340U, 341U, 342U, 682U, 2047U, 2048U, 2049U, 10'000U}) {
    const std::string plain(size, 'x');
    JsonWriter json(0);
    json.open_array();
    json.text(text);
    json.text(plain);
    json.literal(written(plain));
    json.separate();
    json.piece(written(plain), true);
    json.text(text);
    CHECK(json.size() == json.written().size());
    json.close_array();
    const bj::value read = bj::parse(json.take());
    CHECK(read == bj::array{text, plain, plain, plain, text});
  }
}

TEST_CASE("values are written by their exact text") {
  CHECK(to_json_text(Value()) == "{\"unknown\":true}");
  CHECK(to_json_text(Value::null()) == "null");
  CHECK(to_json_text(Value::number(*Number::parse("0.1234567890123456789"))) == "0.1234567890123456789");
  CHECK(to_json_text(Value::date(Date(2019, 5, 6))) == "\"2019-05-06\"");
  CHECK(to_json_text(Value::list({Value::boolean(true), Value::text("\"")})) == "[true,\"\\\"\"]");
}

TEST_CASE("a plan has its keys in the order of the documentation") {
  const auto json = bj::parse(to_json(plan_of("yiwu", example("yiwu-local.json"))));
  CHECK(keys_of(json) == std::vector<std::string>{"profile", "as_of", "services", "form", "evidence", "look_ups",
                                                  "route", "undetermined", "findings", "acceptable", "due", "rules"});
  CHECK(keys_of(json.at("form")) == std::vector<std::string>{"fields", "counts"});
  CHECK(keys_of(json.at("acceptable")) == std::vector<std::string>{"now", "missing", "deferrable"});
}

TEST_CASE("everything that a plan's route refers to is in the plan") {
  const auto json = bj::parse(to_json(plan_of("yiwu", example("yiwu-twins.json"))));
  bj::array steps;
  bj::array fields;
  for (const auto& field : json.at("form").at("fields").as_array()) fields.push_back(field.at("id"));
  for (const auto& step : json.at("route").as_array()) {
    for (const auto& earlier : step.at("after").as_array()) CHECK(contains(steps, earlier));
    for (const auto& field : step.at("payload").at("fields").as_array()) CHECK(contains(fields, field));
    steps.push_back(step.at("step"));
  }
  CHECK(contains(steps, "birth-certificate#1"));
  CHECK(contains(steps, "birth-certificate#2"));
  CHECK(contains(fields, "newborns[1].name"));
}

TEST_CASE("facts are named in JSON as everywhere else") {
  const Plan made = plan_of("yiwu", example("yiwu-twins.json"));
  const auto json = bj::parse(to_json(made));
  const auto& fields = json.at("form").at("fields").as_array();
  REQUIRE(fields.size() == made.form.fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const FormField& field = made.form.fields[i];
    CHECK(std::string_view(fields[i].at("id").as_string()) ==
          fact_name(made.profile(), FactRef{field.field->slot.index, field.newborn}));
  }
}

TEST_CASE("a reason names its rule, whether it holds, what it read and where it is written") {
  const auto json = bj::parse(to_json(plan_of("yiwu", example("yiwu-local.json"))));
  std::size_t reasons = 0;
  for (const auto& item : json.at("evidence").as_array()) {
    const auto* why = item.as_object().if_contains("why");
    if (why == nullptr) continue;
    ++reasons;
    CHECK_FALSE(why->at("rule").as_string().empty());
    CHECK_FALSE(why->at("source").as_string().empty());
    CHECK((why->at("holds").is_bool() || why->at("holds").is_null()));
    CHECK(why->at("facts").is_array());
  }
  CHECK(reasons > 0);
}

TEST_CASE("the same application gives the same bytes, in one call as in three") {
  const std::string text = example("yiwu-twins.json");
  const auto profile = Profile::built_in("yiwu").value();
  for (const Language language : {Language::zh, Language::en}) {
    const auto at_once = plan_json(profile, text, std::nullopt, language);
    REQUIRE(at_once.has_value());
    CHECK(*at_once == to_json(plan_of("yiwu", text), language));
  }
}

TEST_CASE("without a day to plan for, one call cannot answer") {
  const auto profile = Profile::built_in("yiwu").value();
  const auto none = plan_json(profile, "{}");
  REQUIRE_FALSE(none);
  CHECK(none.error().kind == ErrorKind::missing);
  CHECK(none.error().path == "/applied_at");
  CHECK(plan_json(profile, "{}", Date(2019, 6, 10)));
}

TEST_CASE("the form counts what the departments ask and what is left of it") {
  const auto profile = Profile::built_in("yiwu").value();
  const auto whole = bj::parse(form_json(profile).value());
  std::int64_t lines = 0;
  for (const auto& service : whole.at("services").as_array())
    lines += service.at("department_fields").to_number<std::int64_t>();
  CHECK(whole.at("counts").at("department_fields").to_number<std::int64_t>() == lines);
  CHECK(whole.at("counts").at("unified_fields").to_number<std::size_t>() == whole.at("fields").as_array().size());
  std::int64_t entries = 0;
  for (const auto& field : whole.at("fields").as_array()) {
    entries += static_cast<std::int64_t>(field.at("entries").as_array().size());
  }
  CHECK(entries == lines);
}

TEST_CASE("one service's part of the form has that service's fields only") {
  const auto profile = Profile::built_in("yiwu").value();
  const auto part = bj::parse(form_json(profile, "hukou-registration").value());
  CHECK(part.at("services").as_array().size() == 1);
  for (const auto& field : part.at("fields").as_array()) {
    CHECK(field.at("on_form_of").as_array() == bj::array{"hukou-registration"});
  }
  CHECK(form_json(profile, "no-such-service").error().kind == ErrorKind::unknown_name);
}

TEST_CASE("the schema of an application has every field of the profile and no other keys") {
  const auto profile = Profile::built_in("wenling").value();
  const auto schema = bj::parse(application_schema(profile));
  CHECK(schema.at("$schema").as_string() == "https://json-schema.org/draft/2020-12/schema");
  for (const Field& field : profile.rules().fields) {
    std::string path = field.per_newborn() ? "/$defs" : "";
    std::string_view rest = field.id;
    while (!rest.empty()) {
      const auto dot = rest.find('.');
      const bool newborn = field.per_newborn() && path == "/$defs";
      path += newborn ? "/" : "/properties/";
      path += rest.substr(0, dot);
      rest.remove_prefix(dot == std::string_view::npos ? rest.size() : dot + 1);
      bj::error_code code;
      CAPTURE(path);
      CHECK(schema.find_pointer(path, code) != nullptr);
    }
  }
  CHECK(schema.at("additionalProperties") == false);
}

TEST_CASE("a comparison has a cell for every service and profile") {
  const std::vector<Profile> profiles{Profile::built_in("base").value(), Profile::built_in("yiwu").value()};
  const auto json = bj::parse(to_json(compare(profiles, Date(2019, 6, 4)).value(), Language::en));
  CHECK(json.at("profiles").as_array().size() == 2);
  CHECK(json.at("together").as_array().size() == 2);
  for (const auto& row : json.at("rows").as_array()) CHECK(row.at("cells").as_array().size() == 2);
}
