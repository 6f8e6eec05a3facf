// Applications as JSON: what is read, and what is said where something is wrong.
#include <birthcase/application.hpp>

#include "application_profile.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace birthcase;
using birthcase::tests::small_profile;

namespace {

Value text(std::string_view words) { return Value::text(std::string(words)); }

Application read(std::string_view json) { return Application::parse(small_profile(), json).value(); }

Error refusal(std::string_view json) {
  const auto result = Application::parse(small_profile(), json);
  REQUIRE(!result);
  CHECK_FALSE(result.error().message.empty());
  return result.error();
}

// Path and position of an error, and its kind.
std::string where(std::string_view json) {
  const Error error = refusal(json);
  return error.path + " " + std::to_string(error.line) + ":" + std::to_string(error.column) + " " +
         std::string(to_string(error.kind));
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += part;
  return all;
}

}  // namespace

TEST_CASE("an application is read from JSON as its facts would be put") {
  const Application read_at_once = read(R"({
    "profile": "small", "services": ["benefit"],
    "mother": {"name": "王芳", "id_number": "11010519491231002x", "hukou": {"division": "330782"}},
    "father": null, "birth": {"licensed": true},
    "newborns": [{"name": "王一", "born_at": "2019-05-06T14:30", "length_cm": 50.5}, {"length_cm": "49"}],
    "evidence": [{"type": "id-card", "holder": "mother", "as": "copy"}, {"type": "birth-certificate", "newborn": 1}]
  })");
  Application put(small_profile());
  put.put("services", text("benefit")).value();
  put.put("mother.name", text("王芳")).value();
  put.put("mother.id_number", text("11010519491231002X")).value();
  put.put("mother.hukou.division", text("330782")).value();
  put.put("father", Value::null()).value();
  put.put("birth.licensed", Value::boolean(true)).value();
  put.put("newborn.name", text("王一"), 0).value();
  put.put("newborn.born_at", text("2019-05-06T14:30"), 0).value();
  put.put("newborn.length_cm", text("50.5"), 0).value();
  put.put("newborn.length_cm", Value::number(49), 1).value();
  put.hand_in("id-card", "mother", HandedInAs::copy).value();
  put.hand_in("birth-certificate", {}, HandedInAs::original, 1).value();
  CHECK(read_at_once.facts()->family == put.facts()->family);
  CHECK(read_at_once.facts()->newborns == put.facts()->newborns);
  CHECK(read_at_once.facts()->evidence == put.facts()->evidence);
  CHECK(read_at_once.facts()->asked_for == put.facts()->asked_for);
  CHECK(read_at_once.findings().empty());
}

TEST_CASE("every key is optional, and an empty group is known") {
  CHECK(read("{}").newborn_count() == 0);
  const Application application = read(R"({"father": {}, "newborns": [{"card": {}}], "services": [], "evidence": []})");
  CHECK(application.get("father").value() == Value::context({}));
  CHECK(application.get("newborn.card", 0).value() == Value::context({}));
  CHECK(application.get("father.name").value().is_unknown());
}

TEST_CASE("texts keep their characters, escaped or not") {
  CHECK(read(R"({"mother": {"n\u0061me": "\ud842\udfb7\u738b"}})").get("mother.name").value() == text("𠮷王"));
  const std::string address = repeated("义乌", 5000);
  CHECK(read(R"({"mother": {"hukou": {"address": ")" + address + "\"}}}").get("mother.hukou.address").value() ==
        text(address));
}

TEST_CASE("numbers are read exactly") {
  const Application application = read(R"({"newborns": [{"length_cm": 50.100000000000000000000000000001}]})");
  CHECK(to_string(application.get("newborn.length_cm", 0).value()) == "50.100000000000000000000000000001");
  CHECK(read(R"({"newborns": [{"length_cm": 18446744073709551615}]})").findings()[0].code == "out-of-range");
  CHECK(where(R"({"newborns": [{"length_cm": -1.1e308}]})") == "/newborns/0/length_cm 1:29 out-of-range");
  CHECK(where(R"({"newborns": [{"length_cm": 1e99999}]})") == "/newborns/0/length_cm 1:29 out-of-range");
  CHECK(refusal(R"({"newborns": [{"length_cm": 1e9999999999999}]})").kind == ErrorKind::out_of_range);
}

TEST_CASE("whose a document is may be written like any number without a fraction") {
  for (const char* zero : {"0", "0.0", "-0", "0e3"}) {
    const std::string evidence = R"([{"type": "birth-certificate", "newborn": )" + std::string(zero) + "}]";
    CHECK(read(R"({"newborns": [{}, {}], "evidence": )" + evidence + "}").facts()->evidence[0].newborn == 0);
  }
  CHECK(where(R"({"newborns": [{}], "evidence": [{"type": "birth-certificate", "newborn": 0.5}]})") ==
        "/evidence/0/newborn 1:74 wrong-type");
}

TEST_CASE("an unknown key is an error with its place and the nearest key") {
  const Error error = refusal("{\"mother\": {\n  \"nmae\": \"王芳\"}}");
  CHECK(error.kind == ErrorKind::unknown_name);
  CHECK(error.path == "/mother/nmae");
  CHECK(error.line == 2);
  CHECK(error.column == 3);
  CHECK(error.message.find("'name'") != std::string::npos);
  CHECK(error.message.find("王芳") == std::string::npos);
  CHECK(refusal(R"({"newborn": []})").message.find("'newborns'") != std::string::npos);
  CHECK(where(R"({"newborns": [{}, {"nam": 1}]})") == "/newborns/1/nam 1:20 unknown-name");
  CHECK(where(R"({"evidence": [{"typ": "id-card"}]})") == "/evidence/0/typ 1:16 unknown-name");
  CHECK(where(R"({"jurisdiction": {}})") == "/jurisdiction 1:2 unknown-name");
}

TEST_CASE("a key that cannot be shown is not shown") {
  CHECK(where(R"({"mother": {"a\u0007": 1}})") == "/mother 1:13 unknown-name");
  CHECK(where("{\"" + std::string(1000, 'k') + "\": 1}") == " 1:2 unknown-name");
}

TEST_CASE("a key that stands twice is an error") {
  CHECK(where(R"({"mother": {"name": "王", "name": "王"}})") == "/mother/name 1:26 contradiction");
  CHECK(where(R"({"father": null, "father": {}})") == "/father 1:18 contradiction");
  CHECK(where(R"({"newborns": [], "newborns": []})") == "/newborns 1:18 contradiction");
  CHECK(where(R"({"evidence": [{"as": "copy", "\u0061s": "copy"}]})") == "/evidence/0/as 1:30 contradiction");
  CHECK(read(R"({"newborns": [{"name": "王"}, {"name": "王"}]})").newborn_count() == 2);
}

TEST_CASE("a value of the wrong type is an error with its place") {
  CHECK(where(R"({"mother": {"name":  5}})") == "/mother/name 1:22 wrong-type");
  CHECK(where(R"({"mother": {"hukou": {"division": 330782}}})") == "/mother/hukou/division 1:35 wrong-type");
  CHECK(where(R"({"mother": "王芳"})") == "/mother 1:12 wrong-type");
  CHECK(where(R"({"birth": {"licensed": 1}})") == "/birth/licensed 1:24 wrong-type");
  CHECK(where(R"({"newborns": {}})") == "/newborns 1:14 wrong-type");
  CHECK(where(R"({"newborns": [{}, null]})") == "/newborns/1 1:19 wrong-type");
  CHECK(where(R"({"services": "benefit"})") == "/services 1:14 wrong-type");
  CHECK(where(R"({"services": ["benefit", 1]})") == "/services/1 1:26 wrong-type");
  CHECK(where(R"({"profile": 1})") == "/profile 1:13 wrong-type");
  CHECK(where(R"({"evidence": [{"type": "birth-certificate", "newborn": "0"}]})") ==
        "/evidence/0/newborn 1:56 wrong-type");
  CHECK(where(R"(  ["mother"])") == " 1:3 wrong-type");
}

TEST_CASE("documents and services that do not exist are errors with the nearest") {
  CHECK(where(R"({"evidence": [{"type": "id-crad"}]})") == "/evidence/0/type 1:24 unknown-name");
  CHECK(refusal(R"({"evidence": [{"type": "id-crad"}]})").message.find("id-crad") == std::string::npos);
  CHECK(where(R"({"evidence": [{"type": "id-card", "holder": "aunt"}]})") == "/evidence/0/holder 1:45 unknown-name");
  CHECK(where(R"({"evidence": [{"type": "id-card", "as": "fax"}]})") == "/evidence/0/as 1:41 unknown-name");
  CHECK(where(R"({"evidence": [{"holder": "mother"}]})") == "/evidence/0 1:15 missing");
  CHECK(where(R"({"evidence": [{"type": "birth-certificate", "newborn": 1}], "newborns": [{}]})") ==
        "/evidence/0/newborn 1:56 out-of-range");
  CHECK(where(R"({"services": ["benefit", "benefits"]})") == "/services/1 1:26 unknown-name");
}

TEST_CASE("values that their checks refuse are findings, not errors") {
  const Application application = read(R"({"father": {"birth_date": "02/28/1990"}, "settlement": {"with": "aunt"},
                                           "newborns": [{"length_cm": 5}]})");
  REQUIRE(application.findings().size() == 3);
  CHECK(application.findings()[0].path == "/father/birth_date");
  CHECK(application.findings()[1].path == "/settlement/with");
  CHECK(application.findings()[2].path == "/newborns/0/length_cm");
  CHECK(application.facts()->refused.size() == 3);
}

TEST_CASE("a text is read as what its field is, and is a finding where it is none, in JSON as where it is put") {
  for (const char* const right : {"true", " false "}) {
    CHECK(read(std::string(R"({"birth": {"licensed": ")") + right + "\"}}").findings().empty());
  }
  struct Wrong {
    const char* fact;
    const char* path;
    std::string json;
  };
  for (const Wrong& wrong :
       {Wrong{"birth.licensed", "/birth/licensed", R"({"birth": {"licensed": "perhaps"}})"},
        Wrong{"father.birth_date", "/father/birth_date", R"({"father": {"birth_date": "perhaps"}})"},
        Wrong{"newborn.length_cm", "/newborns/0/length_cm", R"({"newborns": [{"length_cm": "perhaps"}]})"}}) {
    CAPTURE(wrong.fact);
    Application put(small_profile());
    const auto newborn = std::string_view(wrong.fact).starts_with("newborn.") ? std::uint16_t{0} : FactRef::family;
    REQUIRE(put.put(wrong.fact, text("perhaps"), newborn).has_value());
    for (const Application& application : {read(wrong.json), put}) {
      const auto findings = application.findings();
      REQUIRE(findings.size() == 1);
      CHECK(findings[0].code == "bad-format");
      CHECK(findings[0].path == wrong.path);
    }
  }
}

TEST_CASE("hostile and broken texts end in one clear error") {
  CHECK(where("") == " 1:1 syntax");
  CHECK(where(" \n ") == " 1:1 syntax");
  CHECK(refusal("\xEF\xBB\xBF{}").message.find("byte order mark") != std::string::npos);
  CHECK(refusal(std::string_view("\xFF\xFE{\0}\0", 6)).kind == ErrorKind::encoding);
  CHECK(where("{} x") == " 1:4 syntax");
  CHECK(where("{\"mother\": {") == " 1:13 syntax");
  CHECK(where(std::string_view("{}\0", 3)) == " 1:3 syntax");
  CHECK(refusal(std::string_view("{\"mother\": {\"name\": \"a\0b\"}}", 27)).message.find("NUL") != std::string::npos);
  CHECK(where("{\"mother\": {\"name\": \"\xCD\xF5\"}}") == "/mother/name 1:22 encoding");
  CHECK(refusal(R"({"mother": {"name": "\ud842"}})").kind == ErrorKind::encoding);
  CHECK(refusal(R"({"mother": {"name": "\uD842\n"}})").kind == ErrorKind::encoding);
  CHECK(refusal(R"({"mother": {"name": "\ud842\u0041"}})").kind == ErrorKind::encoding);
  CHECK(refusal(R"({"mother": {"name": "\udfb7"}})").kind == ErrorKind::encoding);
  CHECK(refusal(std::string(100'000, '[')).kind == ErrorKind::wrong_type);
  CHECK(refusal("{\"mother\": {\"name\": " + std::string(100'000, '[')).kind == ErrorKind::wrong_type);
  CHECK(refusal("{\"mother\": {\"name\": \"" + std::string(100'000'000, 'a') + "\"}}").kind == ErrorKind::out_of_range);
  CHECK(refusal("{\"newborns\": [" + repeated("{},", 16) + "{}]}").path == "/newborns/16");
  CHECK(refusal("{\"evidence\": [" + repeated("{\"type\": \"id-card\"},", 256) + "{\"type\": \"id-card\"}]}").kind ==
        ErrorKind::out_of_range);
  CHECK(refusal("// note\n{}").kind == ErrorKind::syntax);
  CHECK(refusal("{\"birth\": {\"licensed\": true,}}").kind == ErrorKind::syntax);
}

TEST_CASE("an encoding error names the field in which it stands") {
  CHECK(where("{\"mother\": {\"name\": \"\xCD\xF5\"}}") == "/mother/name 1:22 encoding");
  CHECK(where("{\"newborns\": [{}, {\"n\\u0061me\": \"王\xFF\"}]}") == "/newborns/1/name 1:35 encoding");
  CHECK(where("{\"services\": [\"benefit\", \"\xFF\"]}") == "/services/1 1:27 encoding");
  CHECK(where("{\"evidence\": [{\"type\": \"\xFF\"}]}") == "/evidence/0/type 1:25 encoding");
  CHECK(where("{\"mother\": {\"na\xFF\": 1}}") == "/mother 1:16 encoding");
  CHECK(where(R"({"mother": {"name": "王\ud842"}})") == "/mother/name 1:29 encoding");
  CHECK(where("\xFF{}") == " 1:1 encoding");
  CHECK(profile_named_in("{\"a\": [1, \"\xFF\"]}").error().path == "/a/1");
}

TEST_CASE("an escaped control character is a finding") {
  CHECK(read(R"({"mother": {"hukou": {"address": "a\u0000b"}}})").findings()[0].code == "control-character");
}

TEST_CASE("the profile that a document names is found without knowing any profile") {
  CHECK(profile_named_in(R"({"mother": {"profile": "other"}, "x": [[1, {"profile": null}]], "profile": "yi\u0077u"})")
            .value() == "yiwu");
  CHECK(profile_named_in("{}").value() == std::nullopt);
  CHECK(profile_named_in(R"({"mother": {"profile": "other"}})").value() == std::nullopt);
}

TEST_CASE("looking for the profile has the limits and errors of reading") {
  const auto kind = [](std::string_view json) { return profile_named_in(json).error().kind; };
  CHECK(kind("") == ErrorKind::syntax);
  CHECK(kind("[]") == ErrorKind::wrong_type);
  CHECK(kind("7") == ErrorKind::wrong_type);
  CHECK(kind("\"profile\"") == ErrorKind::wrong_type);
  CHECK(kind(R"({"profile": ["yiwu"]})") == ErrorKind::wrong_type);
  CHECK(kind(R"({"profile": null})") == ErrorKind::wrong_type);
  CHECK(profile_named_in(R"({"profile": null})").error().column == 13);
  CHECK(kind("{\"a\": " + std::string(100'000, '[')) == ErrorKind::out_of_range);
  CHECK(kind(std::string(2 << 20, ' ')) == ErrorKind::out_of_range);
  CHECK(kind("{\"a\": \"\xCD\"}") == ErrorKind::encoding);
  CHECK(kind("{\"a\": 1") == ErrorKind::syntax);
}
