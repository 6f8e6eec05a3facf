// A document of rule tests that cannot be right is refused, with the place and what to do: it never passes.
#include "rule_tests.hpp"

#include <chrono>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

struct Refused {
  std::string_view expect;
  ErrorKind kind;
  std::string_view path;  ///< below /cases/0/expect
  std::string_view says;
};

void check(const Refused& refused) {
  CAPTURE(refused.expect);
  const Error error = refusal_of(document_of(refused.expect));
  CHECK(error.kind == refused.kind);
  CHECK(error.path == "/cases/0/expect" + std::string(refused.path));
  CHECK(error.message.find(refused.says) != std::string::npos);
  CHECK(error.message == error.message.substr(0, error.message.find('\n')));
  CHECK(error.line > 0);
  CHECK(error.column > 0);
}

bool says(const Error& error, std::string_view words) { return error.message.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("a name that does not exist is refused wherever it stands, with the nearest that does") {
  constexpr auto unknown = ErrorKind::unknown_name;
  const Refused all[] = {
      {R"({"evidnce": []})", unknown, "/evidnce", "did you mean 'evidence'?"},
      {R"({"evidence": ["id-card"]})", ErrorKind::wrong_type, "/evidence", "an object"},
      {R"({"evidence": {"exactly": ["id-crad"]}})", unknown, "/evidence/exactly/0", "did you mean 'id-card'?"},
      {R"({"evidence": {"include": ["id-card", "id-card/mothr"]}})", unknown, "/evidence/include/1", "'mother'"},
      {R"({"evidence": {"exclude": ["marriage-certificat"]}})", unknown, "/evidence/exclude/0",
       "'marriage-certificate'"},
      {R"({"evidence": {"status": {"id-crad": "bring"}}})", unknown, "/evidence/status/id-crad", "'id-card'"},
      {R"({"evidence": {"status": {"id-card": "brings"}}})", unknown, "/evidence/status/id-card", "'bring'"},
      {R"({"evidence": {"status": {"id-card": {"state": "bring"}}}})", unknown, "/evidence/status/id-card/state",
       "status"},
      {R"({"evidence": {"status": {"id-card": {"tolerance": "yiwu/scan-first"}}}})", unknown,
       "/evidence/status/id-card/tolerance", "'yiwu/scans-first'"},
      {R"({"evidence": {"status": {"id-card": {"from": "civil-afairs"}}}})", unknown, "/evidence/status/id-card/from",
       "'civil-affairs'"},
      {R"({"evidence": {"status": {"id-card": {"rule": "yiwu/hukou-sharde"}}}})", unknown,
       "/evidence/status/id-card/rule", "'yiwu/hukou-shared'"},
      {R"({"lanes": {"hukou-registratoin": "joint"}})", unknown, "/lanes/hukou-registratoin", "'hukou-registration'"},
      {R"({"lanes": {"hukou-registration": "joined"}})", unknown, "/lanes/hukou-registration", "'joint'"},
      {R"({"lanes": {"hukou-registration": {"goto": null}}})", unknown, "/lanes/hukou-registration/goto", "'go_to'"},
      {R"({"lanes": {"hukou-registration": {"go_to": "hospitl"}}})", unknown, "/lanes/hukou-registration/go_to",
       "'hospital'"},
      {R"({"lanes": {"hukou-registration": {"follows": "birth-certificat"}}})", unknown,
       "/lanes/hukou-registration/follows", "'birth-certificate'"},
      {R"({"steps": {"hukou": null}})", unknown, "/steps/hukou", "there is no service 'hukou'"},
      {R"({"steps": {"hukou-registration": {"dues": null}}})", unknown, "/steps/hukou-registration/dues", "'due'"},
      {R"({"steps": {"hukou-registration": {"after": ["birth-certficate"]}}})", unknown,
       "/steps/hukou-registration/after/0", "'birth-certificate'"},
      {R"({"steps": {"hukou-registration": {"promise": "yiwu/postd-home"}}})", unknown,
       "/steps/hukou-registration/promise", "'yiwu/posted-home'"},
      {R"({"steps": {"hukou-registration": {"operator": "public-securty"}}})", unknown,
       "/steps/hukou-registration/operator", "'public-security'"},
      {R"({"steps": {"hukou-registration": {"delivery": "yiwu/post"}}})", unknown, "/steps/hukou-registration/delivery",
       "there is no delivery"},
      {R"({"steps": {"hukou-registration": {"payload": {"fields": ["mother.nam"]}}}})", unknown,
       "/steps/hukou-registration/payload/fields/0", "'mother.name'"},
      {R"({"steps": {"hukou-registration": {"payload": {"evidence": {"exactly": ["id-crad"]}}}}})", unknown,
       "/steps/hukou-registration/payload/evidence/exactly/0", "'id-card'"},
      {R"({"route": ["birth-certificate", "hukou-registratio"]})", unknown, "/route/1", "'hukou-registration'"},
      {R"({"route": {"exact": []}})", unknown, "/route/exact", "'exactly'"},
      {R"({"fields": {"ask": []}})", unknown, "/fields/ask", "'asked'"},
      {R"({"fields": {"asked": {"include": ["newborns[0].nam"]}}})", unknown, "/fields/asked/include/0",
       "'newborns[0].name'"},
      {R"({"fields": {"required": ["newborn.name"]}})", unknown, "/fields/required/0", "write 'newborns[0].name'"},
      {R"({"fields": {"source": {"mother.nam": null}}})", unknown, "/fields/source/mother.nam", "'mother.name'"},
      {R"({"fields": {"source": {"mother.name": "applicnt"}}})", unknown, "/fields/source/mother.name", "'applicant'"},
      {R"({"facts": {"mother.huku": null}})", unknown, "/facts/mother.huku", "'mother.hukou'"},
      {R"({"counts": {"fields": 3}})", unknown, "/counts/fields", "no key 'fields'"},
      {R"({"undetermined": ["fathr"]})", unknown, "/undetermined/0", "'father'"},
      {R"({"findings": ["bad-fromat"]})", unknown, "/findings/0", "'bad-format'"},
      {R"({"findings": {"exclude": ["weight-implausibel@/newborns/0"]}})", unknown, "/findings/exclude/0",
       "'weight-implausible'"},
      {R"({"channels": ["hopsital"]})", unknown, "/channels/0", "'hospital'"},
      {R"({"acceptable": {"nwo": true}})", unknown, "/acceptable/nwo", "'now'"},
      {R"({"acceptable": {"missing": ["id-crad"]}})", unknown, "/acceptable/missing/0", "'id-card'"},
      {R"({"acceptable": {"missing": ["mother.nam"]}})", unknown, "/acceptable/missing/0", "'mother.name'"},
      {R"({"acceptable": {"deferrable": {"include": ["id-crad/mother"]}}})", unknown,
       "/acceptable/deferrable/include/0", "'id-card'"},
  };
  for (const Refused& each : all) check(each);
}

TEST_CASE("what can never be so is refused too") {
  const Refused all[] = {
      {"{}", ErrorKind::missing, "", "nothing is said"},
      {R"({"evidence": {}})", ErrorKind::missing, "/evidence", "nothing is said"},
      {R"({"evidence": {"include": []}})", ErrorKind::missing, "/evidence/include", "empty list"},
      {R"({"lanes": {}})", ErrorKind::missing, "/lanes", "nothing is said"},
      {R"({"evidence": {"exactly": ["late-statement[1]"]}})", ErrorKind::out_of_range, "/evidence/exactly/0", "[0]"},
      {R"({"evidence": {"exactly": ["late-statement[x]"]}})", ErrorKind::syntax, "/evidence/exactly/0", "from 0 on"},
      {R"({"evidence": {"exactly": ["marriage-certificate[0]"]}})", ErrorKind::contradiction, "/evidence/exactly/0",
       "the family's"},
      {R"({"lanes": {"maternity-benefit[0]": "joint"}})", ErrorKind::contradiction, "/lanes/maternity-benefit[0]",
       "the family's"},
      {R"({"facts": {"newborns[3].name": null}})", ErrorKind::out_of_range, "/facts/newborns[3].name", "[0]"},
      {R"({"facts": {"newborns[0].weight_g": "heavy"}})", ErrorKind::out_of_range, "/facts/newborns[0].weight_g",
       "refuses"},
      {R"({"facts": {"newborns[0].weight_g": true}})", ErrorKind::wrong_type, "/facts/newborns[0].weight_g",
       "a number"},
      {R"({"facts": {"mother.hukou.division": "999999"}})", ErrorKind::out_of_range, "/facts/mother.hukou.division",
       "refuses"},
      {R"({"facts": {"father": "none"}})", ErrorKind::wrong_type, "/facts/father", "group"},
      {R"({"fields": {"asked": {"include": ["father"]}}})", ErrorKind::wrong_type, "/fields/asked/include/0",
       "not a field"},
      {R"({"findings": ["bad-format@mother"]})", ErrorKind::syntax, "/findings/0", "JSON pointer"},
      {R"({"counts": {"asked": -1}})", ErrorKind::wrong_type, "/counts/asked", "whole number"},
      {R"({"counts": {"asked": "26"}})", ErrorKind::wrong_type, "/counts/asked", "whole number"},
      {R"({"acceptable": {"now": "yes"}})", ErrorKind::wrong_type, "/acceptable/now", "true or false"},
      {R"({"due": "13.6.2019"})", ErrorKind::syntax, "/due", ""},
      {R"({"due": "2019-02-30"})", ErrorKind::out_of_range, "/due", ""},
      {R"({"route": "birth-certificate"})", ErrorKind::wrong_type, "/route", ""},
      {R"({"route": [7]})", ErrorKind::wrong_type, "/route/0", "a text"},
  };
  for (const Refused& each : all) check(each);
}

TEST_CASE("what stands around the expectations is checked as strictly") {
  const auto path_of = [](std::string_view document) { return refusal_of(document).path; };
  CHECK(path_of(R"({"profile": "yiwu", "as_of": "2019-06-10", "case": []})") == "/case");
  CHECK(path_of(R"({"profile": "yiwu", "as_of": "2019-06-10"})") == "");
  CHECK(path_of(R"({"profile": "yiwu", "as_of": "2019-06-10", "cases": []})") == "/cases");
  CHECK(path_of(R"({"profile": "yiwu", "as_of": "2019-06-10", "cases": {}})") == "/cases");
  CHECK(path_of(R"({"profile": "yiwu", "as_of": "2019-06-10", "base": [], "cases": []})") == "/base");
  CHECK(path_of(R"([])") == "");
  const auto case_path = [](std::string_view members) {
    return refusal_of(document_with(R"("cases": [{)" + std::string(members) + "}]")).path;
  };
  CHECK(case_path(R"("expect": {"due": null})") == "/cases/0");
  CHECK(case_path(R"("name": "", "expect": {"due": null})") == "/cases/0/name");
  CHECK(case_path(R"("name": "a")") == "/cases/0");
  CHECK(case_path(R"("name": "a", "expct": {}, "expect": {"due": null})") == "/cases/0/expct");
  CHECK(case_path(R"("name": "a", "as_of": "10 June", "expect": {"due": null})") == "/cases/0/as_of");
  CHECK(case_path(R"("name": "a", "given": [], "expect": {"due": null})") == "/cases/0/given");
}

TEST_CASE("a profile that does not exist is refused with the nearest, at the place that names it") {
  const Error error =
      refusal_of(R"({"as_of": "2019-06-10", "cases": [{"name": "a", "profile": "yiwi", "expect": {"due": null}}]})");
  CHECK(error.kind == ErrorKind::unknown_name);
  CHECK(error.path == "/cases/0/profile");
  CHECK(says(error, "did you mean 'yiwu'?"));
  CHECK(error.column > 0);
  CHECK(refusal_of(R"({"as_of": "2019-06-10", "cases": [{"name": "a", "expect": {"due": null}}]})").kind ==
        ErrorKind::missing);
}

TEST_CASE("an error in a profile keeps the profile's name and place") {
  const auto broken = [](std::string_view) { return Profile::parse("{\"id\": \"broken\",\n \"lanes\": 3}"); };
  const auto tests = RuleTests::parse(document_of(R"({"due": null})"), broken);
  REQUIRE_FALSE(tests.has_value());
  CHECK(tests.error().document == "broken");
  CHECK(tests.error().path != "/profile");
}

TEST_CASE("a day that nobody says is missing") {
  const Error error = refusal_of(R"({"profile": "yiwu", "cases": [{"name": "a", "expect": {"due": null}}]})");
  CHECK(error.kind == ErrorKind::missing);
  CHECK(error.path == "/cases/0");
  CHECK(says(error, "as_of"));
}

TEST_CASE("two cases of one name are refused: a report could not tell them apart") {
  const Error error = refusal_of(document_with(
      R"("cases": [{"name": "a", "expect": {"due": "2019-06-13"}}, {"name": "a", "expect": {"due": "2019-06-13"}}])"));
  CHECK(error.kind == ErrorKind::contradiction);
  CHECK(error.path == "/cases/1/name");
}

TEST_CASE("an application that cannot be read is an error where it is written: in the case or in the base") {
  const Error in_case = refusal_of(document_of(R"({"due": null})", R"({"mother": {"nam": "李晓梅"}})"));
  CHECK(in_case.kind == ErrorKind::unknown_name);
  CHECK(in_case.path == "/cases/0/given/mother/nam");
  CHECK(says(in_case, "did you mean 'name'?"));
  CHECK(in_case.line > 0);
  const Error in_base = refusal_of(R"({"profile": "yiwu", "as_of": "2019-06-10", "base": {"newborns": [{"sex": true}]},
    "cases": [{"name": "a", "given": {"newborns": [{"name": "王子涵"}]}, "expect": {"due": null}}]})");
  CHECK(in_base.path == "/base/newborns/0/sex");
  CHECK(in_base.line == 1);
  const Error in_both = refusal_of(R"({"profile": "yiwu", "as_of": "2019-06-10", "base": {"newborns": [{"sex": true}]},
    "cases": [{"name": "a", "given": {"newborns": [{"sex": false}]}, "expect": {"due": null}}]})");
  CHECK(in_both.path == "/cases/0/given/newborns/0/sex");
  CHECK(in_both.line == 2);
}

TEST_CASE("a comment may stand in every object of a document, and nothing but a text or texts may be one") {
  CHECK(passes(
      R"({"//": "a comment", "lanes": {"//": ["two", "lines"], "hukou-registration": {"//": "x", "lane": "joint"}}})",
      R"({"//": "not a fact", "mother": {"//": ["a"], "name": "李晓梅"}})"));
  CHECK(refusal_of(document_of(R"({"//": 3, "due": null})")).path == "/cases/0/expect/~1~1");
  CHECK(refusal_of(document_of(R"({"//": "only a comment"})")).kind == ErrorKind::missing);
  CHECK(refusal_of(document_with(R"("//": {"a": "b"}, "cases": [])")).path == "/~1~1");
}

TEST_CASE("hostile documents end in errors") {
  CHECK(refusal_of("").kind == ErrorKind::syntax);
  CHECK(refusal_of("{").kind == ErrorKind::syntax);
  CHECK(refusal_of("\xFF").kind == ErrorKind::encoding);
  CHECK(refusal_of(std::string(100, '[')).kind == ErrorKind::out_of_range);
  CHECK(refusal_of(std::string(RuleTests::max_document_bytes + 1, ' ')).kind == ErrorKind::out_of_range);
  CHECK(refusal_of(R"({"cases": [], "cases": []})").kind == ErrorKind::contradiction);
  CHECK(refusal_of(document_of(R"({"lanes": {"\u0007": "joint"}})")).path == "/cases/0/expect/lanes");
  std::string many = R"({"profile": "yiwu", "as_of": "2019-06-10", "cases": [)";
  for (std::size_t i = 0; i <= RuleTests::max_cases; ++i) many += i == 0 ? "0" : ",0";
  const Error too_many = refusal_of(many + "]}");
  CHECK(too_many.kind == ErrorKind::out_of_range);
  CHECK(too_many.path == "/cases");
}

TEST_CASE("many cases over one large application are refused before memory runs out") {
  const std::string name(900'000, 'x');
  std::string document =
      R"({"profile": "yiwu", "as_of": "2019-06-10", "base": {"mother": {"name": ")" + name + R"("}}, "cases": [)";
  for (int i = 0; i < 400; ++i)
    document += fmt::format(R"({}{{"name": "{}", "expect": {{"due": null}}}})", i == 0 ? "" : ",", i);
  const Error error = refusal_of(document + "]}");
  CHECK(error.kind == ErrorKind::out_of_range);
  CHECK(error.path == "/cases");
  CHECK(says(error, "together"));
}

TEST_CASE("the first of very many mistakes is told, and the others cost nothing") {
  std::string names = "\"id-crad\"";
  for (int i = 0; i < 20'000; ++i) names += ",\"marriage-certifikate\"";
  const auto start = std::chrono::steady_clock::now();
  CHECK(refusal_of(document_of(R"({"evidence": {"exactly": [)" + names + "]}}")).path ==
        "/cases/0/expect/evidence/exactly/0");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}
