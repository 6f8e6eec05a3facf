// What is wrong with a profile is said with the document, the place in it and what to do, and nothing is loaded.
#include "applications.hpp"
#include "profile_layers.hpp"

#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

Error refusal(const Result<Profile>& profile) {
  REQUIRE_FALSE(profile.has_value());
  return profile.error();
}

Error error_of(std::string_view members) { return refusal(parse_layer(members)); }

bool says(const Error& error, std::string_view words) { return error.message.find(words) != std::string::npos; }

// A lane of the certificate with this condition.
std::string lane_when(std::string_view condition) {
  return R"("lanes": [{"id": "a", "services": ["certificate"], "lane": "elsewhere", "source": "T", "when": ")" +
         std::string(condition) + "\"}]";
}

void check_place(const Error& error, std::string_view document, std::string_view path) {
  CHECK(error.document == document);
  CHECK(error.path == path);
  CHECK(error.line > 0);
  CHECK(error.column > 0);
}

}  // namespace

TEST_CASE("an unknown key is refused with the nearest known one") {
  const Error error =
      error_of(R"("organisations": [{"id": "x", "lable": {"zh": "科", "en": "x"}, "label": {"zh": "科", "en": "x"}}])");
  CHECK(error.kind == ErrorKind::unknown_name);
  CHECK(says(error, "lable"));
  CHECK(says(error, "did you mean 'label'?"));
  check_place(error, "top", "/organisations/0/lable");
}

TEST_CASE("an unknown key of the profile itself is refused too") {
  const Error error = error_of(R"("sharez": [])");
  CHECK(error.kind == ErrorKind::unknown_name);
  CHECK(says(error, "did you mean 'shares'?"));
  check_place(error, "top", "/sharez");
}

TEST_CASE("an unknown field in a condition is refused with pointer, line, column and the nearest field") {
  const Error error =
      refusal(parse_over("{\n\"id\": \"top\",\n\"extends\": \"small\",\n\"lanes\": [\n"
                         "  {\"id\": \"a\", \"lane\": \"elsewhere\", \"source\": \"T\",\n"
                         "   \"when\": \"mother.hukou.divison = null\"}]\n}",
                         {{"small", std::string(small_profile_text)}}));
  CHECK(error.kind == ErrorKind::unknown_name);
  check_place(error, "top", "/lanes/0/when");
  CHECK(error.line == 6);
  CHECK(error.column == 12);
  CHECK(says(error, "column 1 "));
  CHECK(says(error, "mother.hukou.division"));
}

TEST_CASE("the column of a condition's error is that of the wrong word") {
  const Error error = error_of(lane_when("settlement.with = null and father.nam = null"));
  CHECK(error.kind == ErrorKind::unknown_name);
  CHECK(says(error, "column 28 "));
  CHECK(says(error, "father.name"));
}

TEST_CASE("a condition that does not parse is a syntax error at its column") {
  const Error error = error_of(lane_when("settlement.with = "));
  CHECK(error.kind == ErrorKind::syntax);
  CHECK(says(error, "column"));
  check_place(error, "top", "/lanes/0/when");
}

TEST_CASE("a clash of types in a condition is refused") {
  CHECK(error_of(lane_when("mother.name > 3")).kind == ErrorKind::wrong_type);
  CHECK(error_of(lane_when("father.birth_date = 3")).kind == ErrorKind::wrong_type);
  CHECK(error_of(lane_when("mother.name")).kind == ErrorKind::wrong_type);
}

TEST_CASE("a code that is not in the field's table is refused in a condition and in a form") {
  CHECK(error_of(lane_when("mother.hukou.division = \\\"330999\\\"")).kind == ErrorKind::unknown_name);
  CHECK(error_of(lane_when("settlement.with = \\\"aunt\\\"")).kind == ErrorKind::unknown_name);
  CHECK(error_of(lane_when("settlement.with in (\\\"mother\\\", \\\"aunt\\\")")).kind == ErrorKind::unknown_name);
  const Error error = error_of(R"("services": [{"id": "benefit", "form": [
      {"field": "settlement.with", "label": "随", "codes": ["aunt"]}]}])");
  CHECK(error.kind == ErrorKind::unknown_name);
  check_place(error, "top", "/services/0/form/0/codes");
}

TEST_CASE("a row that names another that does not exist is refused with the nearest id") {
  const Error error = error_of(R"("lanes": [{"id": "a", "services": ["certifcate"], "lane": "joint", "source": "T"}])");
  CHECK(error.kind == ErrorKind::unknown_name);
  CHECK(says(error, "did you mean 'certificate'?"));
  check_place(error, "top", "/lanes/0/services/0");
}

TEST_CASE("a code that does not exist is refused with one that begins alike, the beginning of a name with the name") {
  CHECK(says(error_of(R"("jurisdiction": {"division": "330599", "label": {"zh": "县", "en": "county"}})"),
             "did you mean '3305"));
  const Error error =
      error_of(R"("shares": [{"id": "a", "organisation": "office", "evidence": ["hukou"], "source": "T"}],
      "evidence": [{"id": "hukou-booklet", "label": {"zh": "户口簿", "en": "booklet"}}])");
  CHECK(says(error, "did you mean 'hukou-booklet'?"));
}

TEST_CASE("an error in a layer below names the layer below") {
  const std::string below = small_profile_with("\"organisation\": \"office\", \"per\": \"family\"",
                                               "\"organisation\": \"ofice\", \"per\": \"family\"");
  const Error error = refusal(parse_over(R"({"id": "top", "extends": "small"})", {{"small", below}}));
  check_place(error, "small", "/services/1/organisation");
  CHECK(says(error, "did you mean 'office'?"));
}

TEST_CASE("two rows with one id are refused") {
  const Error error = error_of(R"("organisations": [{"id": "x", "label": {"zh": "科", "en": "x"}},
                                                   {"id": "x", "label": {"zh": "室", "en": "y"}}])");
  CHECK(error.kind == ErrorKind::contradiction);
  check_place(error, "top", "/organisations/1");
}

TEST_CASE("two rules with one id are refused even in different tables") {
  const Error error = error_of(R"("lanes": [{"id": "a", "lane": "joint", "source": "T"}],
      "operators": [{"id": "a", "operator": "office", "source": "T"}])");
  CHECK(error.kind == ErrorKind::contradiction);
}

TEST_CASE("a rule without a source or without an id is refused") {
  const Error no_source = error_of(R"("lanes": [{"id": "a", "lane": "joint"}])");
  CHECK(no_source.kind == ErrorKind::missing);
  CHECK(says(no_source, "'source'"));
  check_place(no_source, "top", "/lanes/0");
  CHECK(error_of(R"("lanes": [{"id": "a", "lane": "joint", "source": ""}])").kind == ErrorKind::missing);
  CHECK(error_of(R"("lanes": [{"lane": "joint", "source": "T"}])").kind == ErrorKind::missing);
}

TEST_CASE("services that wait for each other's results are refused") {
  const Error error = error_of(R"("services": [
      {"id": "certificate", "form": [{"field": "newborn.card.number", "label": "卡", "required": true}],
       "outputs": [{"field": "newborn.name"}]},
      {"id": "card", "label": {"zh": "卡", "en": "card"}, "organisation": "office", "per": "newborn", "source": "T",
       "form": [{"field": "newborn.name", "label": "名", "required": true}], "outputs": [{"field": "newborn.card.number"}]}])");
  CHECK(error.kind == ErrorKind::contradiction);
  CHECK(says(error, "certificate"));
  CHECK(error.line > 0);
}

TEST_CASE("facts that are derived from each other in a circle are refused") {
  const Error error = error_of(R"("derivations": [
      {"id": "a", "field": "mother.name", "value": "father.name", "source": "T"},
      {"id": "b", "field": "father.name", "value": "mother.name", "source": "T"}])");
  CHECK(error.kind == ErrorKind::contradiction);
  CHECK(
      error_of(R"("derivations": [{"id": "a", "field": "mother.name", "value": "mother.name", "source": "T"}])").kind ==
      ErrorKind::contradiction);
}

TEST_CASE("forms that contradict each other are refused with the entry and the field") {
  const Error error = error_of(R"("services": [
      {"id": "certificate", "form": [{"field": "settlement.with", "label": "随", "codes": ["mother"]}]},
      {"id": "benefit", "form": [{"field": "settlement.with", "label": "随", "codes": ["father"]}]}])");
  CHECK(error.kind == ErrorKind::contradiction);
  CHECK(says(error, "settlement.with"));
  check_place(error, "top", "/services/1/form/0");
}

TEST_CASE("an office that is never open is refused") {
  const Error error = error_of(R"("opening_hours": [{"id": "h", "source": "T", "working_days": []}])");
  CHECK(error.kind == ErrorKind::missing);
  check_place(error, "top", "/opening_hours/0");
}

TEST_CASE("opening hours that overlap or cannot be read are refused") {
  const auto hours = [](std::string_view list) {
    return error_of(R"("opening_hours": [{"id": "h", "source": "T", "working_days": [)" + std::string(list) + "]}]")
        .kind;
  };
  CHECK(hours(R"("08:30-12:00", "11:00-17:00")") == ErrorKind::contradiction);
  CHECK(hours(R"("8.30 to 12")") == ErrorKind::syntax);
  CHECK(hours(R"("12:00-08:30")") == ErrorKind::out_of_range);
}

TEST_CASE("a promise in hours without the hours that it counts is refused") {
  const Error error = error_of(R"("promises": [{"id": "p", "within": {"hours": 2}, "source": "T"}])");
  CHECK(error.kind == ErrorKind::missing);
  CHECK(says(error, "'hours'"));
  check_place(error, "top", "/promises/0");
  CHECK(error_of(R"("promises": [{"id": "p", "within": {"minutes": 15}, "source": "T"}])").kind == ErrorKind::missing);
}

TEST_CASE("a promise says exactly one thing") {
  CHECK(error_of(R"("promises": [{"id": "p", "within": {}, "source": "T"}])").kind == ErrorKind::missing);
  CHECK(refusal(parse_layer(
                    R"("promises": [{"id": "p", "within": {"working_days": 3, "immediately": true}, "source": "T"}])"))
            .message.find("one of") != std::string::npos);
}

TEST_CASE("a rule that ends before it begins is refused") {
  const Error error = error_of(R"("lanes": [{"id": "a", "lane": "joint", "source": "T",
      "valid": {"from": "2019-05-01", "until": "2019-04-30"}}])");
  CHECK(error.kind == ErrorKind::contradiction);
  check_place(error, "top", "/lanes/0/valid/until");
}

TEST_CASE("a fact of the family that hangs on one newborn is refused") {
  const Error error =
      error_of(R"("derivations": [{"id": "a", "field": "father.name", "value": "newborn.name", "source": "T"}])");
  CHECK(error.kind == ErrorKind::wrong_type);
  CHECK(says(error, "newborns"));
}

TEST_CASE("fields are refused that are too many or too deep") {
  const auto field = [](const std::string& id) {
    return R"({"id": ")" + id + R"(", "label": {"zh": "x", "en": "x"}, "type": "text", "source": "T"})";
  };
  std::string deep = "a";
  for (int i = 0; i < 7; ++i) deep += ".a";
  CHECK(parse_layer(R"("fields": [)" + field(deep) + "]").has_value());
  const Error too_deep = error_of(R"("fields": [)" + field(deep + ".a") + "]");
  CHECK(too_deep.kind == ErrorKind::out_of_range);
  CHECK(too_deep.path == "/fields/0/id");
  std::string many = field("b0");
  for (int i = 1; i <= 4096; ++i) many += "," + field("b" + std::to_string(i));
  CHECK(error_of(R"("fields": [)" + many + "]").kind == ErrorKind::out_of_range);
}

TEST_CASE("a word, a code, a table, a division and a profile that do not exist are refused with the nearest") {
  const auto message = [](std::string_view members) { return error_of(members).message; };
  const auto promise = [](std::string_view from) {
    return R"("promises": [{"id": "p", "within": {"working_days": 3}, "source": "T", "counted_from": ")" +
           std::string(from) + "\"}]";
  };
  CHECK(message(promise("raedy")).find("did you mean 'ready'?") != std::string::npos);
  CHECK(message(R"("services": [{"id": "benefit", "per": "famly"}])").find("did you mean 'family'?") !=
        std::string::npos);
  CHECK(message(R"("evidence": [{"id": "id-card", "per": "newborns"}])").find("did you mean 'newborn'?") !=
        std::string::npos);
  CHECK(message(R"("services": [{"id": "benefit", "form": [
      {"field": "settlement.with", "label": "随", "codes": ["mothr"]}]}])")
            .find("did you mean 'mother'?") != std::string::npos);
  CHECK(message(R"("holders": [{"id": "x", "label": {"zh": "人", "en": "x"}, "by": "settlement.with",
      "people": {"fathr": "father"}}])")
            .find("did you mean 'father'?") != std::string::npos);
  CHECK(message(R"("fields": [{"id": "a", "label": {"zh": "甲", "en": "a"}, "type": "code", "codes": "gbt2260",
      "source": "T"}])")
            .find("did you mean 'gbt-2260'?") != std::string::npos);
  CHECK(message(R"("jurisdiction": {"division": "33078x", "label": {"zh": "地", "en": "x"}})")
            .find("did you mean '330781', 兰溪市?") != std::string::npos);
  CHECK(refusal(parse_over(R"({"id": "top", "extends": "yiwoo"})", {})).message.find("did you mean 'yiwu'?") !=
        std::string::npos);
}

TEST_CASE("the end and the pauses of a promise's clock are refused where they are not said in full") {
  const auto promise = [](const std::string& members) {
    return R"("promises": [{"id": "p", "within": {"working_days": 3}, "source": "T", )" + members + "}]";
  };
  const auto suspended = [&promise](const std::string& members) { return promise("\"suspended\": {" + members + "}"); };
  const Error end = error_of(promise(R"("counted_to": "delivry")"));
  check_place(end, "top", "/promises/0/counted_to");
  CHECK(says(end, "did you mean 'delivery'?"));
  const Error silent = error_of(suspended(R"("source": "T")"));
  CHECK(silent.kind == ErrorKind::missing);
  check_place(silent, "top", "/promises/0/suspended");
  CHECK(says(silent, R"(write "while": "waiting-for-family")"));
  const Error other = error_of(suspended(R"("while": "waiting-for-familly", "source": "T")"));
  CHECK(other.kind == ErrorKind::unknown_name);
  check_place(other, "top", "/promises/0/suspended/while");
  CHECK(says(other, "did you mean 'waiting-for-family'?"));
  const Error unfounded = error_of(suspended(R"("while": "waiting-for-family")"));
  CHECK(unfounded.kind == ErrorKind::missing);
  CHECK(says(unfounded, "'source'"));
  check_place(error_of(suspended(R"("while": "waiting-for-family", "source": "T", "sorce": "T")")), "top",
              "/promises/0/suspended/sorce");
  CHECK(error_of(promise(R"("suspended": true)")).kind == ErrorKind::wrong_type);
}

TEST_CASE("an id is made of lower-case words") {
  const auto organisation = [](const std::string& id) {
    return parse_layer(R"("organisations": [{"id": ")" + id + R"(", "label": {"zh": "科", "en": "x"}}])").has_value();
  };
  for (const char* id : {"x", "a-b", "2-x"}) CHECK(organisation(id));
  for (const char* id : {"X", "a_b", "a--b", "-a", "a-", "a b", "a/b", "科"}) CHECK_FALSE(organisation(id));
  const auto lane = [](const std::string& id) {
    return parse_layer(R"("lanes": [{"id": ")" + id + R"(", "lane": "joint", "source": "T"}])").has_value();
  };
  for (const char* id : {"x", "a/b-c", "a/b/c"}) CHECK(lane(id));
  for (const char* id : {"/x", "x/", "a//b", "a/-b", "A/b"}) CHECK_FALSE(lane(id));
}

TEST_CASE("a layer has an id of its own, and names what it extends") {
  const Error no_id = refusal(parse_over(R"({"extends": "small"})", {{"small", std::string(small_profile_text)}}));
  CHECK(no_id.kind == ErrorKind::missing);
  CHECK(refusal(parse_over(R"({"id": "top", "extends": ""})", {})).path == "/extends");
}

TEST_CASE("a whole number is one however it is written, and an editor may be told of the schema") {
  CHECK(parse_layer(R"("promises": [{"id": "p", "within": {"working_days": 3.0}, "source": "T"}])").has_value());
  CHECK(error_of(R"("promises": [{"id": "p", "within": {"working_days": 3.5}, "source": "T"}])").kind ==
        ErrorKind::wrong_type);
  CHECK(parse_layer(R"("$schema": "profile.schema.json")").has_value());
}
