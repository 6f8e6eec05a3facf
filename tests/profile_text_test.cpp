// Profiles as texts of any kind: malformed, huge, deep, hostile, or extending what is not there.
#include "profile_layers.hpp"

#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

Error refusal(const Result<Profile>& profile) {
  REQUIRE_FALSE(profile.has_value());
  CHECK_FALSE(profile.error().message.empty());
  CHECK(profile.error().message.find('\n') == std::string::npos);
  return profile.error();
}

Error error_of_text(std::string_view json) { return refusal(Profile::parse(json)); }

const std::string long_word(10'000, 'x');

std::string with_long_word(std::string text) {
  const auto at = text.find("LONG");
  return text.replace(at, 4, long_word);
}

}  // namespace

TEST_CASE("malformed JSON is a syntax error at its line and column") {
  const Error error = error_of_text("{\n  \"id\": \"a\",\n  \"title\" 3\n}");
  CHECK(error.kind == ErrorKind::syntax);
  CHECK(error.line == 3);
  CHECK(error.column == 11);
}

TEST_CASE("JSON that ends too early, or goes on after its end, is a syntax error") {
  CHECK(error_of_text("").kind == ErrorKind::syntax);
  CHECK(error_of_text("{\"id\": \"a\"").kind == ErrorKind::syntax);
  CHECK(error_of_text("{} {}").kind == ErrorKind::syntax);
}

TEST_CASE("a key that stands twice in one object is refused at its place") {
  const Error error = error_of_text("{\"id\": \"a\",\n \"title\": {\"zh\": \"一\", \"en\": \"a\", \"zh\": \"二\"}}");
  CHECK(error.kind == ErrorKind::contradiction);
  CHECK(error.line == 2);
  CHECK(error_of_text(R"({"id": "a", "\u0069d": "b"})").kind == ErrorKind::contradiction);
}

TEST_CASE("a profile that is not an object is refused") {
  for (const char* text : {"[]", "3", "null", "\"base\""}) {
    CAPTURE(std::string(text));
    CHECK(error_of_text(text).kind == ErrorKind::wrong_type);
  }
}

TEST_CASE("an object without what a profile needs says what is missing") {
  const Error error = error_of_text("{}");
  CHECK(error.kind == ErrorKind::missing);
  CHECK(error.message.find("'id'") != std::string::npos);
}

TEST_CASE("text that is not UTF-8 is refused as such") {
  CHECK(error_of_text("{\"id\": \"\xff\"}").kind == ErrorKind::encoding);
  CHECK(error_of_text("{\"id\": \"\xed\xa0\x80\"}").kind == ErrorKind::encoding);
  CHECK(error_of_text("{\"id\": \"\xd2\xe5\xce\xda\"}").kind == ErrorKind::encoding);  // GB18030
}

TEST_CASE("a hundred thousand brackets are refused without being followed down") {
  const Error brackets = error_of_text(std::string(100'000, '['));
  CHECK(brackets.kind == ErrorKind::out_of_range);
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  CHECK(error_of_text(objects).kind == ErrorKind::out_of_range);
}

TEST_CASE("a text of a hundred megabytes is refused by its size") {
  const Error error = error_of_text("{\"id\": \"" + std::string(100u << 20, 'x') + "\"}");
  CHECK(error.kind == ErrorKind::out_of_range);
  CHECK(error.message.size() < 300);
}

TEST_CASE("extending a profile that does not exist is refused") {
  const Error error = refusal(Profile::parse(R"({"id": "top", "extends": "hangzhou"})"));
  CHECK(error.kind == ErrorKind::unknown_name);
  CHECK(error.path == "/extends");
  CHECK(error.document == "top");
  CHECK(error.line == 1);
}

TEST_CASE("profiles that extend each other in a circle are refused") {
  const Error two = refusal(parse_over(R"({"id": "a", "extends": "b"})", {{"a", R"({"id": "a", "extends": "b"})"},
                                                                          {"b", R"({"id": "b", "extends": "a"})"}}));
  CHECK(two.kind == ErrorKind::contradiction);
  const Error self = refusal(parse_over(R"({"id": "a", "extends": "a"})", {{"a", R"({"id": "a", "extends": "a"})"}}));
  CHECK(self.kind == ErrorKind::contradiction);
}

TEST_CASE("a syntax error in a profile that is extended names that profile") {
  const Error error = refusal(parse_over(R"({"id": "top", "extends": "below"})", {{"below", "{\n\"id\" 3}"}}));
  CHECK(error.kind == ErrorKind::syntax);
  CHECK(error.document == "below");
  CHECK(error.line == 2);
}

TEST_CASE("an error never quotes a long input") {
  const char* const members[] = {
      R"("LONG": 1)",
      R"("organisations": [{"id": "a", "label": {"zh": "科", "en": "a"}, "LONG": 1}])",
      R"("lanes": [{"id": "a", "lane": "LONG", "source": "T"}])",
      R"("lanes": [{"id": "a", "lane": "joint", "source": "T", "services": ["LONG"]}])",
      R"("lanes": [{"id": "a", "lane": "joint", "source": "T", "when": "LONG = 3"}])",
      R"("lanes": [{"id": "a", "lane": "joint", "source": "T", "when": "settlement.with = \"LONG\""}])",
      R"json("lanes": [{"id": "a", "lane": "joint", "source": "T", "when": "LONG(3)"}])json",
      R"("fields": [{"id": "a", "label": {"zh": "甲", "en": "a"}, "type": "code", "codes": "LONG", "source": "T"}])",
      R"("fields": [{"id": "LONG", "label": {"zh": "甲", "en": "a"}, "type": "code", "source": "T"}])",
      R"("fields": [{"id": "LONG", "label": {"zh": "甲", "en": "a"}, "source": "T"}, {"id": "LONG", "label": {"zh": "乙", "en": "b"}, "source": "T"}])",
      R"("services": [{"id": "benefit", "form": [{"field": "settlement.with", "label": "随", "codes": ["LONG"]}]}])",
      R"("enable": ["LONG"])",
      R"("derivations": [{"id": "a", "field": "father.name", "value": "LONG", "source": "T"}])",
      R"("reference": {"LONG": "3"})",
      R"("reference": {"mother.name": "LONG"})",
      R"("checks": [{"id": "a", "severity": "LONG", "when": "mother = null", "path": "mother", "message": {"zh": "甲", "en": "a"}, "source": "T"}])",
      R"("checks": [{"id": "a", "when": "mother = null", "path": "LONG", "message": {"zh": "甲", "en": "a"}, "source": "T"}])",
      R"("opening_hours": [{"id": "h", "source": "T", "working_days": ["LONG"]}])",
      R"("valid": {"from": "LONG"})",
      R"("jurisdiction": {"division": "LONG", "label": {"zh": "甲", "en": "a"}})",
  };
  for (const char* each : members) {
    CAPTURE(std::string(each));
    const Error error = refusal(parse_layer(with_long_word(each)));
    CHECK(error.message.size() < 400);
    CHECK(describe(error).size() < 1000);
  }
  const Error extends = refusal(Profile::parse(with_long_word(R"({"id": "top", "extends": "LONG"})")));
  CHECK(extends.message.size() < 400);
}

TEST_CASE("names that are keys of JSON pointers are escaped in paths") {
  const Error error = refusal(parse_layer(R"("a/b~c": 1)"));
  CHECK(error.path == "/a~1b~0c");
  CHECK(error.line == 1);
}
