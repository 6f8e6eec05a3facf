#include "caller.hpp"

#include <doctest/doctest.h>

#include <map>
#include <sstream>

using namespace caller;

namespace {

/// One example application with its profile and plan.
struct Planned {
  Planned(birthcase_session* session, std::string_view name) : json(example(name)) {
    const Answer id = text_of(
        [&](auto... out) { return birthcase_application_profile_named_in(session, json.data(), size(json), out...); });
    profile = built_in(session, id.text);
    REQUIRE(birthcase_application_parse(session, profile, json.data(), size(json), application.out()) == BIRTHCASE_OK);
    plan = make_plan(session, profile, application, "2019-06-10");
  }

  std::string json;
  Profile profile;
  Application application;
  Plan plan;
};

// The text of an attribute as it stands in the plan's JSON.
std::string quoted(const std::string& text) { return '"' + text + '"'; }

// All attributes of a document.
std::string document_of(birthcase_session* session, const birthcase_plan* plan, std::int32_t index) {
  std::string all;
  for (std::int32_t attribute = BIRTHCASE_EVIDENCE_TYPE; attribute <= BIRTHCASE_EVIDENCE_SOURCE; ++attribute) {
    std::int64_t number = 0;
    const bool is_number = birthcase_plan_number(session, plan, attribute, index, &number) == BIRTHCASE_OK;
    all += (is_number ? std::to_string(number) : text_of(session, plan, attribute, index)) + '|';
  }
  return all;
}

}  // namespace

TEST_CASE("one call from JSON to JSON gives what the steps give") {
  const Session session = open_session();
  for (const std::string& name : examples()) {
    CAPTURE(name);
    const Planned it(session, name);
    const Answer document = text_of([&](auto... out) {
      return birthcase_plan_document(session, it.profile, it.json.data(), size(it.json), "2019-06-10",
                                     BIRTHCASE_NUL_ENDED, out...);
    });
    CHECK(document.status == BIRTHCASE_OK);
    CHECK(document.text == json_of(session, it.plan));
  }
}

TEST_CASE("as much of a plan as is wanted, of a plan and from JSON to JSON") {
  const Session session = open_session();
  const Planned it(session, "yiwu-twins");
  const auto parts = [&](std::string_view names, std::int32_t without) {
    return text_of([&](auto... out) {
      return birthcase_plan_json_parts(session, it.plan, names.data(), size(names), without, out...);
    });
  };
  const auto at_once = [&](std::string_view names, std::int32_t without) {
    return text_of([&](auto... out) {
      return birthcase_plan_document_parts(session, it.profile, it.json.data(), size(it.json), "2019-06-10",
                                           BIRTHCASE_NUL_ENDED, names.data(), size(names), without, out...);
    });
  };
  CHECK(parts("", 0).text == json_of(session, it.plan));
  CHECK(parts("as_of", 0).text == R"({"as_of":"2019-06-10"})");
  const std::string bare = parts("undetermined,evidence", BIRTHCASE_WITHOUT_LABELS | BIRTHCASE_WITHOUT_REASONS).text;
  CHECK(bare.starts_with(R"({"evidence":[{"type":)"));
  CHECK(bare.ends_with(R"(,"undetermined":[]})"));
  for (const char* key : {"\"label\"", "\"why\""}) CHECK(bare.find(key) == std::string::npos);
  for (const std::string_view names : {"", "evidence", "form,route,findings"}) {
    for (const int without : {0, int{BIRTHCASE_WITHOUT_LABELS}, int{BIRTHCASE_WITHOUT_REASONS}}) {
      const Answer document = at_once(names, without);
      CHECK(document.status == BIRTHCASE_OK);
      CHECK(document.text == parts(names, without).text);
    }
  }
  for (const auto& answer : {parts("evidences", 0), at_once("evidences", 0)}) {
    CHECK(answer.status == BIRTHCASE_UNKNOWN_NAME);
    CHECK(error_message(session).find("no such part; it has profile, as_of, services") != std::string::npos);
  }
}

TEST_CASE("without a day the application's own counts, and without that there is none") {
  const Session session = open_session();
  const Profile yiwu = built_in(session, "yiwu");
  const Application application = new_application(session, yiwu);
  Plan plan;
  CHECK(birthcase_plan_new(session, yiwu, application, nullptr, 0, plan.out()) == BIRTHCASE_MISSING);
  CHECK(birthcase_plan_new(session, yiwu, application, "10.6.2019", 9, plan.out()) == BIRTHCASE_SYNTAX);
  CHECK(birthcase_plan_new(session, yiwu, application, "2019-02-30", 10, plan.out()) == BIRTHCASE_OUT_OF_RANGE);
  CHECK(error_message(session).find("as_of: ") != std::string::npos);
  CHECK(plan == nullptr);
  REQUIRE(put(session, application, "applied_at", "2019-06-03T09:30") == BIRTHCASE_OK);
  REQUIRE(birthcase_plan_new(session, yiwu, application, nullptr, 0, plan.out()) == BIRTHCASE_OK);
  CHECK(text_of(session, plan, BIRTHCASE_PLAN_AS_OF) == "2019-06-03");
}

TEST_CASE("the versions of the rules are those of the JSON, and the last day that could be counted to too") {
  const Session session = open_session();
  const Planned it(session, "yiwu-local");
  const auto text = [&](std::int32_t attribute) { return text_of(session, it.plan, attribute); };
  CHECK(json_of(session, it.plan)
            .ends_with(R"("rules":{"profile":")" + text(BIRTHCASE_PLAN_RULES_VERSION) + R"(","codes":")" +
                       text(BIRTHCASE_PLAN_CODES_VERSION) + R"(","calendar":")" +
                       text(BIRTHCASE_PLAN_CALENDAR_VERSION) + R"(","counted_until":")" +
                       text(BIRTHCASE_PLAN_COUNTED_UNTIL) + R"("}})"));
  CHECK(text(BIRTHCASE_PLAN_RULES_VERSION).size() == 64);
  CHECK(text(BIRTHCASE_PLAN_COUNTED_UNTIL) == "2019-12-31");
}

TEST_CASE("every document, item by item, stands in the JSON with its status") {
  const Session session = open_session();
  for (const std::string& name : examples()) {
    CAPTURE(name);
    const Planned it(session, name);
    std::string::size_type from = 0;
    const std::string json = json_of(session, it.plan);
    from = json.find(R"("evidence":[{"type")");
    for (std::int32_t i = 0; i < count_of(session, it.plan, BIRTHCASE_EVIDENCE); ++i) {
      const auto text = [&](std::int32_t attribute) { return text_of(session, it.plan, attribute, i); };
      std::string item = R"({"type":)" + quoted(text(BIRTHCASE_EVIDENCE_TYPE)) + R"(,"label":)" +
                         quoted(text(BIRTHCASE_EVIDENCE_LABEL));
      if (const auto asked = text(BIRTHCASE_EVIDENCE_INSTEAD_OF); !asked.empty()) {
        item += R"(,"instead_of":)" + quoted(asked);
      }
      if (const auto holder = text(BIRTHCASE_EVIDENCE_HOLDER); !holder.empty())
        item += R"(,"holder":)" + quoted(holder);
      const auto newborn = number_of(session, it.plan, BIRTHCASE_EVIDENCE_NEWBORN, i);
      if (newborn != BIRTHCASE_FAMILY) item += R"(,"newborn":)" + std::to_string(newborn);
      item += R"(,"status":)" + quoted(text(BIRTHCASE_EVIDENCE_STATUS)) + R"(,"original":)" +
              std::to_string(number_of(session, it.plan, BIRTHCASE_EVIDENCE_ORIGINAL, i)) + R"(,"copies":)" +
              std::to_string(number_of(session, it.plan, BIRTHCASE_EVIDENCE_COPIES, i));
      const auto at = json.find(item, from);
      CAPTURE(item);
      REQUIRE(at != std::string::npos);
      from = at + item.size();
      CHECK(text(BIRTHCASE_EVIDENCE_RULE).empty() == text(BIRTHCASE_EVIDENCE_SOURCE).empty());
    }
  }
}

TEST_CASE("every step, item by item, stands in the JSON with what it waits for and when it is due") {
  const Session session = open_session();
  for (const std::string& name : examples()) {
    CAPTURE(name);
    const Planned it(session, name);
    const std::string json = json_of(session, it.plan);
    auto from = json.find(R"("route":[)");
    for (std::int32_t i = 0; i < count_of(session, it.plan, BIRTHCASE_STEPS); ++i) {
      const auto text = [&](std::int32_t attribute) { return text_of(session, it.plan, attribute, i); };
      const auto at =
          json.find(R"({"step":)" + quoted(text(BIRTHCASE_STEP_ID)) + R"(,"service":)" +
                        quoted(text(BIRTHCASE_STEP_SERVICE)) + R"(,"label":)" + quoted(text(BIRTHCASE_STEP_LABEL)),
                    from);
      REQUIRE(at != std::string::npos);
      from = at + 1;
      const auto due = text(BIRTHCASE_STEP_DUE);
      CHECK(json.find(R"("due":)" + (due.empty() ? std::string("null") : quoted(due)), at) != std::string::npos);
      CHECK_FALSE(text(BIRTHCASE_STEP_ORGANISATION_LABEL).empty());
      CHECK_FALSE(text(BIRTHCASE_STEP_PAYLOAD_FIELDS).empty());
    }
  }
}

TEST_CASE("what a half-filled record leaves open can be asked, put and planned again") {
  const Session session = open_session();
  const Planned it(session, "yiwu-half-filled");
  REQUIRE(count_of(session, it.plan, BIRTHCASE_UNDETERMINED) > 0);
  bool asked = false;
  for (std::int32_t i = 0; i < count_of(session, it.plan, BIRTHCASE_UNDETERMINED); ++i) {
    const std::string field = text_of(session, it.plan, BIRTHCASE_UNDETERMINED_FIELD, i);
    CHECK_FALSE(text_of(session, it.plan, BIRTHCASE_UNDETERMINED_LABEL, i).empty());
    CHECK_FALSE(text_of(session, it.plan, BIRTHCASE_UNDETERMINED_DECIDES, i).empty());
    const auto newborn = static_cast<std::int32_t>(number_of(session, it.plan, BIRTHCASE_UNDETERMINED_NEWBORN, i));
    CHECK(get(session, it.application, field, newborn).state == BIRTHCASE_FACT_UNKNOWN);
    asked = asked || field == "mother.hukou.division";
  }
  REQUIRE(asked);
  REQUIRE(put(session, it.application, "mother.hukou.division", "330108") == BIRTHCASE_OK);
  const Plan after = make_plan(session, it.profile, it.application, "2019-06-10");
  for (std::int32_t i = 0; i < count_of(session, after, BIRTHCASE_UNDETERMINED); ++i) {
    CHECK(text_of(session, after, BIRTHCASE_UNDETERMINED_FIELD, i) != "mother.hukou.division");
  }
}

TEST_CASE("a plan tells its look-ups, and how known facts became known") {
  const Session session = open_session();
  const Planned it(session, "yiwu-local");
  bool marriage = false;
  for (std::int32_t i = 0; i < count_of(session, it.plan, BIRTHCASE_LOOK_UPS); ++i) {
    if (text_of(session, it.plan, BIRTHCASE_LOOK_UP_ID, i) != "yiwu/marriage-shared") continue;
    marriage = true;
    CHECK(text_of(session, it.plan, BIRTHCASE_LOOK_UP_ORGANISATION, i) == "civil-affairs");
    CHECK(text_of(session, it.plan, BIRTHCASE_LOOK_UP_STATE, i) == "open");
    CHECK(text_of(session, it.plan, BIRTHCASE_LOOK_UP_EVIDENCE, i) == "marriage-certificate");
    CHECK(text_of(session, it.plan, BIRTHCASE_LOOK_UP_KEYS, i).starts_with("mother.name,mother.id_type"));
    CHECK(text_of(session, it.plan, BIRTHCASE_LOOK_UP_UNKNOWN_KEYS, i).empty());
    CHECK(number_of(session, it.plan, BIRTHCASE_LOOK_UP_NEWBORN, i) == BIRTHCASE_FAMILY);
  }
  CHECK(marriage);
  for (std::int32_t i = 0; i < count_of(session, it.plan, BIRTHCASE_FIELDS); ++i) {
    const bool known = number_of(session, it.plan, BIRTHCASE_FIELD_STATE, i) != BIRTHCASE_FACT_UNKNOWN;
    CHECK(text_of(session, it.plan, BIRTHCASE_FIELD_ORIGIN, i).empty() != known);
  }
}

TEST_CASE("numbers of the plan are those of the JSON") {
  const Session session = open_session();
  const Planned it(session, "yiwu-twins");
  const std::string json = json_of(session, it.plan);
  const auto number = [&](std::int32_t attribute) { return std::to_string(number_of(session, it.plan, attribute)); };
  CHECK(json.find(R"("counts":{"department_fields":)" + number(BIRTHCASE_PLAN_DEPARTMENT_FIELDS) +
                  R"(,"unified_fields":)" + number(BIRTHCASE_PLAN_UNIFIED_FIELDS) + R"(,"asked":)" +
                  number(BIRTHCASE_PLAN_ASKED_FIELDS) + "}") != std::string::npos);
  const bool acceptable = number_of(session, it.plan, BIRTHCASE_PLAN_ACCEPTABLE) == 1;
  CHECK(json.find(acceptable ? R"("acceptable":{"now":true)" : R"("acceptable":{"now":false)") != std::string::npos);
  CHECK(number_of(session, it.plan, BIRTHCASE_SERVICE_NEWBORN, 0) == 0);
  CHECK(number_of(session, it.plan, BIRTHCASE_SERVICE_NEWBORN, 1) == 1);
}

TEST_CASE("of a service elsewhere it is told whether it was done before, and with which service it leaves") {
  const Session session = open_session();
  const auto service = [&](const Planned& it, std::string_view id) {
    for (std::int32_t i = 0; i < count_of(session, it.plan, BIRTHCASE_SERVICES); ++i) {
      if (text_of(session, it.plan, BIRTHCASE_SERVICE_ID, i) == id) return i;
    }
    return std::int32_t{-1};
  };
  const Planned branch(session, "ruian-bank-branch");  // with the certificate that the hospital has issued
  const std::int32_t certificate = service(branch, "birth-certificate");
  CHECK(text_of(session, branch.plan, BIRTHCASE_SERVICE_LANE, certificate) == "elsewhere");
  CHECK(number_of(session, branch.plan, BIRTHCASE_SERVICE_ALREADY_DONE, certificate) == 1);
  CHECK(text_of(session, branch.plan, BIRTHCASE_SERVICE_FOLLOWS, certificate).empty());
  CHECK(number_of(session, branch.plan, BIRTHCASE_SERVICE_ALREADY_DONE, service(branch, "hukou-registration")) == 0);
  const Planned away(session, "yiwu-both-from-elsewhere");
  const std::int32_t enrolment = service(away, "medical-insurance-enrolment");
  CHECK(text_of(session, away.plan, BIRTHCASE_SERVICE_FOLLOWS, enrolment) == "hukou-registration");
  CHECK(number_of(session, away.plan, BIRTHCASE_SERVICE_ALREADY_DONE, enrolment) == 0);
}

TEST_CASE("what is missing for acceptance is told with its kind") {
  const Session session = open_session(BIRTHCASE_UTF8, BIRTHCASE_ENGLISH);
  const Planned it(session, "yiwu-half-filled");
  const std::int32_t missing = count_of(session, it.plan, BIRTHCASE_MISSING_ITEMS);
  REQUIRE(missing > 0);
  for (std::int32_t i = 0; i < missing; ++i) {
    const bool field = number_of(session, it.plan, BIRTHCASE_MISSING_IS_FIELD, i) == 1;
    const std::string id = text_of(session, it.plan, BIRTHCASE_MISSING_ID, i);
    CHECK_FALSE(text_of(session, it.plan, BIRTHCASE_MISSING_LABEL, i).empty());
    const std::string json = json_of(session, it.plan);
    CHECK(json.find((field ? R"({"field":)" : R"({"evidence":)") + quoted(id), json.find(R"("acceptable":)")) !=
          std::string::npos);
  }
}

TEST_CASE("each attribute is a text or a number, never both, and nothing else answers") {
  const Session session = open_session();
  const Planned it(session, "yiwu-twins");
  std::int32_t texts = 0, numbers = 0;
  for (std::int32_t attribute = -200; attribute < 1200; ++attribute) {
    CAPTURE(attribute);
    std::int64_t number = 0;
    const auto as_text = birthcase_plan_text(session, it.plan, attribute, 0, nullptr, nullptr);
    const auto as_number = birthcase_plan_number(session, it.plan, attribute, 0, &number);
    CHECK((as_text == BIRTHCASE_OK ? as_number == BIRTHCASE_BAD_ARGUMENT : true));
    CHECK((as_number == BIRTHCASE_OK ? as_text != BIRTHCASE_OK : true));
    texts += as_text == BIRTHCASE_OK ? 1 : 0;
    numbers += as_number == BIRTHCASE_OK ? 1 : 0;
  }
  CHECK(texts > 40);
  CHECK(numbers > 10);
}

TEST_CASE("an index beyond a list is refused") {
  const Session session = open_session();
  const Planned it(session, "yiwu-local");
  const std::int32_t documents = count_of(session, it.plan, BIRTHCASE_EVIDENCE);
  std::int64_t number = 0;
  for (const std::int32_t index : {documents, -1, INT32_MAX, INT32_MIN}) {
    CHECK(birthcase_plan_text(session, it.plan, BIRTHCASE_EVIDENCE_TYPE, index, nullptr, nullptr) ==
          BIRTHCASE_OUT_OF_RANGE);
    CHECK(birthcase_plan_number(session, it.plan, BIRTHCASE_EVIDENCE_COPIES, index, &number) == BIRTHCASE_OUT_OF_RANGE);
  }
  std::int32_t count = 0;
  CHECK(birthcase_plan_count(session, it.plan, 0, &count) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(birthcase_plan_count(session, it.plan, BIRTHCASE_LOOK_UPS + 1, &count) == BIRTHCASE_BAD_ARGUMENT);
}

TEST_CASE("documents with the same key are the same in every attribute") {
  const Session session = open_session();
  const Profile yiwu = built_in(session, "yiwu");
  std::map<std::string, std::string> known;
  for (const std::string& name : examples()) {
    CAPTURE(name);
    const std::string json = example(name);
    Application application;
    REQUIRE(birthcase_application_parse(session, yiwu, json.data(), size(json), application.out()) == BIRTHCASE_OK);
    const Plan plan = make_plan(session, yiwu, application, "2019-06-10");
    std::istringstream keys(text_of(session, plan, BIRTHCASE_PLAN_EVIDENCE_KEYS));
    std::string key;
    for (std::int32_t i = 0; i < count_of(session, plan, BIRTHCASE_EVIDENCE); ++i) {
      CAPTURE(i);
      REQUIRE(std::getline(keys, key));
      const std::string document = document_of(session, plan, i);
      CHECK(known.emplace(key, document).first->second == document);
    }
    CHECK_FALSE(std::getline(keys, key));
  }
  CHECK(known.size() > 30);
}
