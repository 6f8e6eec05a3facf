// Every kind of expectation of a rule test, met and not met.
#include "rule_tests.hpp"

using namespace birthcase;
using namespace birthcase::tests;

TEST_CASE("a rule test names exactly what the family brings, in any order") {
  CHECK(passes(R"({"evidence": {"exactly": ["id-card/father", "id-card/mother"]}})"));
  CHECK(passes(R"({"evidence": {"exactly": ["id-card"]}})"));  // of any holder
  CHECK(failure_of(R"({"evidence": {"exactly": ["id-card/mother", "marriage-certificate"]}})") ==
        "evidence exactly: expected id-card/mother, marriage-certificate; got id-card/mother, id-card/father; "
        "missing marriage-certificate; unexpected id-card/father");
  CHECK_FALSE(passes(R"({"evidence": {"exactly": []}})"));
}

TEST_CASE("a rule test names some of what the family brings, or what it does not") {
  CHECK(passes(R"({"evidence": {"include": ["id-card/mother"], "exclude": ["marriage-certificate"]}})"));
  CHECK(failure_of(R"({"evidence": {"include": ["hukou-booklet/father"], "exclude": ["id-card"]}})") ==
        "evidence include: expected hukou-booklet/father; got id-card/mother, id-card/father; missing "
        "hukou-booklet/father\n"
        "evidence exclude: expected not id-card; got id-card/mother, id-card/father; unexpected id-card/mother, "
        "id-card/father");
}

TEST_CASE("a role in a rule test means the person who has it") {
  CHECK(passes(R"({"evidence": {"include": ["id-card/applicant"], "exclude": ["hukou-booklet/settling-parent"]}})"));
  CHECK(passes(R"({"evidence": {"status": {"hukou-booklet/settling-parent": "shared"}}})"));
  CHECK(passes(R"({"evidence": {"status": {"id-card/either-parent": "bring"}}})"));
  CHECK_FALSE(passes(R"({"evidence": {"include": ["hukou-booklet/applicant"]}})"));
}

TEST_CASE("a rule test says the status of a document, how many, from whom, by which rule") {
  CHECK(passes(R"({"evidence": {"status": {
      "marriage-certificate": {"status": "shared", "from": "civil-affairs", "rule": "yiwu/marriage-shared", "tolerance": null},
      "birth-certificate[0]": {"status": "produced", "from": "birth-certificate"},
      "id-card/mother": {"original": 1, "copies": 0, "tolerance": "yiwu/scans-first", "from": null},
      "debit-authorisation": "absorbed", "hepatitis-b-slip[0]": "hospital", "late-statement": "not_required"}}})"));
  CHECK(
      failure_of(R"({"evidence": {"status": {"marriage-certificate": {"status": "bring", "original": 2, "copies": 1,
      "tolerance": "yiwu/scans-first", "from": null, "rule": "yiwu/hukou-shared"}}}})") ==
      "evidence status marriage-certificate: expected status bring, original 2, copies 1, tolerance yiwu/scans-first, "
      "from none, rule yiwu/hukou-shared; got status shared, original 1, copies 0, tolerance none, from "
      "civil-affairs, rule yiwu/marriage-shared");
  CHECK(failure_of(R"({"evidence": {"status": {"benefit-claim-form": "bring"}}})") ==
        "evidence status benefit-claim-form: expected status bring; got ");
}

TEST_CASE("a rule test says what is looked up, by which facts and instead of what") {
  CHECK(passes(R"({"look_ups": {"yiwu/marriage-shared": "open", "yiwu/each-hukou-shared": null,
      "yiwu/hukou-shared": {"state": "open", "keys": ["father.name", "father.id_number"], "unknown_keys": [],
                            "fields": {"include": ["newborns[0].settlement.household.head_name"]},
                            "evidence": ["hukou-booklet/father"]}}})"));
  CHECK(failure_of(R"({"look_ups": {"yiwu/hukou-shared": "seen"}})") ==
        "look_ups yiwu/hukou-shared: expected seen; got open");
  CHECK(failure_of(R"({"look_ups": {"yiwu/hukou-shared": {"keys": ["mother.name"]}}})") ==
        "look_ups yiwu/hukou-shared keys exactly: expected mother.name; got father.name, father.id_number; missing "
        "mother.name; unexpected father.name, father.id_number");
  CHECK(failure_of(R"({"look_ups": {"yiwu/marriage-shared": null}})") ==
        "look_ups yiwu/marriage-shared: expected no look-up; got yiwu/marriage-shared");
  CHECK(failure_of(R"({"look_ups": {"yiwu/each-hukou-shared": "open"}})") ==
        "look_ups yiwu/each-hukou-shared: expected a look-up; got ");
}

TEST_CASE("a rule test says the lane of a service") {
  CHECK(passes(R"({"lanes": {"hukou-registration": "joint", "hukou-registration[0]": {"lane": "joint", "rule": null},
      "maternity-benefit": {"lane": "not_offered", "go_to": "medical-security", "follows": null,
                            "already_done": false, "rule": "yiwu/benefit-not-joint"}}})"));
  CHECK(
      failure_of(R"({"lanes": {"maternity-benefit": {"lane": "joint", "go_to": null, "already_done": true,
      "follows": "hukou-registration", "rule": null}}})") ==
      "lanes maternity-benefit: expected joint, go_to none, follows hukou-registration, already_done true, rule none; "
      "got not_offered, go_to medical-security, follows none, already_done false, rule yiwu/benefit-not-joint");
  CHECK(failure_of(R"({"lanes": {"hukou-registration": "undetermined"}})") ==
        "lanes hukou-registration: expected undetermined; got joint");
}

TEST_CASE("a rule test says what a step waits for, who takes it and when it is due") {
  CHECK(passes(R"({"steps": {"maternity-benefit": null, "birth-certificate": {}, "hukou-registration[0]": {
      "after": ["birth-certificate"], "due": "2019-06-13", "promise": "yiwu/posted-home", "organisation": "public-security",
      "operator": "public-security"},
      "vaccination-certificate": {"operator": "midwifery-institution", "organisation": "community-health-centre"}}})"));
  CHECK(failure_of(R"({"steps": {"hukou-registration": {"after": [], "due": "2019-06-12T10:00", "promise": null,
      "operator": "designated-bank", "organisation": "mch"}}})") ==
        "steps hukou-registration: expected due 2019-06-12T10:00, promise none, organisation mch, operator "
        "designated-bank; got due 2019-06-13, promise yiwu/posted-home, organisation public-security, operator "
        "public-security\n"
        "steps hukou-registration after exactly: expected ; got birth-certificate[0]; unexpected birth-certificate[0]");
  CHECK(failure_of(R"({"steps": {"maternity-benefit": {}, "birth-certificate": null}})") ==
        "steps maternity-benefit: expected a step; got \n"
        "steps birth-certificate: expected no step; got birth-certificate[0]");
}

TEST_CASE("a rule test says what a step carries and how its result is delivered") {
  CHECK(passes(R"({"steps": {"social-security-card": {"payload": {"evidence": ["id-card/mother"],
      "fields": {"include": ["card.bank"], "exclude": ["newborns[0].weight_g"]}}, "delivery": "yiwu/posted"},
      "medical-insurance-enrolment": {"delivery": "yiwu/enrolment-on-line"}}})"));
  CHECK(failure_of(R"({"steps": {"social-security-card": {"delivery": null, "payload": {
      "evidence": {"include": ["marriage-certificate"], "exclude": ["id-card"]}}}}})") ==
        "steps social-security-card: expected delivery none; got delivery yiwu/posted\n"
        "steps social-security-card payload evidence include: expected marriage-certificate; got id-card/mother; "
        "missing marriage-certificate\n"
        "steps social-security-card payload evidence exclude: expected not id-card; got id-card/mother; unexpected "
        "id-card/mother");
  CHECK(failure_of(R"({"steps": {"social-security-card": {"payload": {"fields": {"exclude": ["card.bank"]}}}}})")
            .ends_with("; unexpected card.bank"));
}

TEST_CASE("a rule test says the route, and with a list its order as well") {
  constexpr std::string_view right = R"({"route": ["birth-certificate", "vaccination-certificate", "hukou-registration",
      "medical-insurance-enrolment", "social-security-card"]})";
  constexpr std::string_view turned =
      R"({"route": ["vaccination-certificate", "birth-certificate", "hukou-registration",
      "medical-insurance-enrolment", "social-security-card"]})";
  CHECK(passes(right));
  CHECK(passes(R"({"route": {"include": ["birth-certificate[0]"], "exclude": ["maternity-benefit"]}})"));
  CHECK(failure_of(turned).starts_with("route order: expected vaccination-certificate, birth-certificate,"));
  CHECK(failure_of(R"({"route": {"include": ["maternity-benefit"]}})").ends_with("missing maternity-benefit"));
}

TEST_CASE("a rule test says which fields are asked, which are required and where a value comes from") {
  CHECK(passes(R"({"fields": {"asked": {"include": ["mother.name", "newborns[0].name"], "exclude": ["father.sex"]},
      "required": {"include": ["newborns[0].name"]},
      "source": {"newborns[0].weight_g": "hospital", "mother.hukou.address": "shared", "collector.name": "derived",
                 "newborns[0].id_number": "product", "benefit.bank": null}}})"));
  CHECK(failure_of(R"({"fields": {"asked": {"include": ["newborns[0].weight_g"]},
      "required": {"include": ["newborns[0].religion"]},
      "source": {"benefit.bank": "applicant", "mother.name": null, "collector.name": "hospital"}}})")
            .ends_with("fields source benefit.bank: expected applicant; got not on the form\n"
                       "fields source mother.name: expected not on the form; got applicant\n"
                       "fields source collector.name: expected hospital; got derived"));
}

TEST_CASE("a rule test says facts as the plan sees them: given, derived, null or unknown") {
  CHECK(passes(
      R"({"facts": {"mother.hukou.division": "330782", "settlement.division": "330782", "applicant.role": "mother",
      "newborns[0].birth_date": "2019-06-08", "newborns[0].id_number": {"unknown": true},
      "birth.institution.licensed": true, "father": {}, "jurisdiction.division": "330782", "accepted_on": "2019-06-10"}})"));
  CHECK(passes(R"({"facts": {"father": null, "father.name": null}})",
               R"({"father": null, "settlement": {"with": "mother"}})"));
  CHECK(failure_of(R"({"facts": {"mother.hukou.division": "330108", "mother.name": null, "father": null,
      "settlement.with": {"unknown": true}}})") ==
        "facts mother.hukou.division: expected \"330108\"; got \"330782\"\n"
        "facts mother.name: expected null; got \"李晓梅\"\n"
        "facts father: expected null; got {}\n"
        "facts settlement.with: expected unknown; got \"father\"");
}

TEST_CASE("a rule test counts fields") {
  CHECK(passes(R"({"counts": {"department_fields": 126, "unified_fields": 95, "asked": 25}})"));
  CHECK(failure_of(R"({"counts": {"asked": 24}})") == "counts asked: expected 24; got 25");
}

TEST_CASE("a rule test says which facts would decide something") {
  constexpr std::string_view open = R"({"mother": {"hukou": {"division": {"unknown": true}}}})";
  CHECK(passes(R"({"undetermined": []})"));
  CHECK(passes(R"({"undetermined": {"include": ["mother.hukou.division"]}})", open));
  CHECK(failure_of(R"({"undetermined": ["father.hukou.division"]})", open) ==
        "undetermined exactly: expected father.hukou.division; got mother.hukou.division; missing "
        "father.hukou.division; unexpected mother.hukou.division");
}

TEST_CASE("a rule test says findings by code, and by place") {
  constexpr std::string_view heavy = R"({"newborns": [{"weight_g": 9100}]})";
  CHECK(passes(R"({"findings": []})"));
  CHECK(passes(R"({"findings": ["weight-implausible"]})", heavy));
  CHECK(passes(R"({"findings": {"include": ["weight-implausible@/newborns/0/weight_g"], "exclude": ["bad-format"]}})",
               heavy));
  CHECK(failure_of(R"({"findings": ["weight-implausible@/newborns/1/weight_g"]})", heavy) ==
        "findings exactly: expected weight-implausible@/newborns/1/weight_g; got "
        "weight-implausible@/newborns/0/weight_g; missing weight-implausible@/newborns/1/weight_g; unexpected "
        "weight-implausible@/newborns/0/weight_g");
  CHECK(failure_of(R"({"findings": ["calendar-missing"]})") ==
        "findings exactly: expected calendar-missing; got ; missing calendar-missing");
}

TEST_CASE("a rule test says which channels are open to the family") {
  CHECK(passes(R"({"channels": ["hospital"]})"));
  CHECK(failure_of(R"({"channels": {"exclude": ["hospital"]}})") ==
        "channels exclude: expected not hospital; got hospital; unexpected hospital");
}

TEST_CASE("a rule test says whether the window can take the case in") {
  CHECK(passes(R"({"acceptable": {"now": true, "missing": [], "deferrable": []}})"));
  constexpr std::string_view bare = R"({"evidence": [], "newborns": [{"name": {"unknown": true}}]})";
  CHECK(passes(R"({"acceptable": {"now": false, "missing": ["id-card/mother", "id-card/father", "newborns[0].name"]}})",
               bare));
  constexpr std::string_view scanned =
      R"({"evidence": [{"type": "id-card", "holder": "mother", "as": "scan"}, {"holder": "father"}]})";
  CHECK(passes(R"({"acceptable": {"now": true, "deferrable": ["id-card/mother"]}})", scanned));
  CHECK(failure_of(R"({"acceptable": {"now": false, "missing": {"include": ["marriage-certificate"]},
      "deferrable": ["id-card"]}})") ==
        "acceptable now: expected false; got true\n"
        "acceptable missing include: expected marriage-certificate; got ; missing marriage-certificate\n"
        "acceptable deferrable exactly: expected id-card; got ; missing id-card");
}

TEST_CASE("a rule test says when all is done") {
  CHECK(passes(R"({"due": "2019-06-13"})"));
  CHECK(failure_of(R"({"due": null})") == "due: expected none; got 2019-06-13");
  CHECK(failure_of(R"({"due": "2019-06-13T10:00"})") == "due: expected 2019-06-13T10:00; got 2019-06-13");
}

TEST_CASE("a name without a place means every newborn's, one with a place that newborn's") {
  constexpr std::string_view twins =
      R"({"newborns": [{}, {"name": "王子萱", "sex": "2", "born_at": "2019-06-08T14:26", "order": 2}]})";
  CHECK(passes(R"({"steps": {"hukou-registration": {}, "hukou-registration[1]": {"after": ["birth-certificate[1]"]}}})",
               twins));
  CHECK(failure_of(R"({"steps": {"hukou-registration": {"after": ["birth-certificate[1]"]}}})", twins) ==
        "steps hukou-registration after exactly: expected birth-certificate[1]; got birth-certificate[0]; missing "
        "birth-certificate[1]; unexpected birth-certificate[0]");
  CHECK(passes(R"({"evidence": {"status": {"birth-certificate": "produced", "birth-certificate[1]": "produced"}}})",
               twins));
}

TEST_CASE("a case without a day of its own takes that of the application") {
  const RuleTests tests = tests_of(R"({"profile": "yiwu", "base": {"applied_at": "2019-06-04T09:00"},
      "cases": [{"name": "a", "expect": {"facts": {"accepted_on": "2019-06-04"}}},
                {"name": "b", "as_of": "2019-06-05", "profile": "base", "expect": {"lanes": {"birth-certificate": "elsewhere"}}}]})");
  CHECK(tests.cases()[0].as_of == Date(2019, 6, 4));
  CHECK(tests.cases()[1].as_of == Date(2019, 6, 5));
  CHECK(tests.cases()[1].profile.id() == "base");
  CHECK(run(tests).passed == 2);
}

TEST_CASE("a visitor sees every plan before it is judged") {
  const RuleTests tests = tests_of(document_of(R"({"due": null})"));
  std::string seen;
  const RuleTestReport report =
      run(tests, [&seen](const RuleTest& test, const Plan& plan) { seen += test.path + ' ' + plan.profile().id(); });
  CHECK(seen == "/cases/0 yiwu");
  CHECK(report.failed == 1);
}
