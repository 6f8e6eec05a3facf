// Changes of an application when memory runs out: whole or not at all.
#include <birthcase/plan.hpp>
#include <birthcase/plan_json.hpp>

#include "application_profile.hpp"
#include "out_of_memory.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <utility>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

using Change = std::function<Result<void>(Application&)>;

Value text(std::string_view words) { return Value::text(std::string(words)); }

bool same(const FactStore& a, const FactStore& b) {
  return a.family == b.family && a.newborns == b.newborns && a.evidence == b.evidence && a.findings == b.findings &&
         a.found_at == b.found_at && a.refused == b.refused && a.asked_for == b.asked_for;
}

// Facts of every kind: known, null, in groups, refused, remarked on, of newborns, documents.
const std::string some_facts = R"({
  "services": ["benefit"],
  "mother": {"name": "王芳", "phone": "12", "hukou": {"address": "浙江省金华市义乌市稠城街道工人北路某号"}},
  "father": null, "settlement": {"with": "aunt"},
  "newborns": [{"name": "王5", "length_cm": 5}, {"card": {"number": "\uE000"}}],
  "evidence": [{"type": "id-card", "holder": "mother"}]})";

Application application_of(const Profile& profile, std::string_view json) {
  return Application::parse(profile, json).value();
}

// What is changed, of whose facts nobody else has hold, or a plan does.
struct Subject {
  Application application;
  std::shared_ptr<const FactStore> held;

  Subject(const Profile& profile, std::string_view json, bool is_held)
      : application(application_of(profile, json)), held(is_held ? application.facts() : nullptr) {}
};

void check_whole_or_none(const Profile& profile, std::string_view json, bool is_held, const Change& change) {
  const Application before = application_of(profile, json);
  Application after = application_of(profile, json);
  change(after).value();
  auto subject = std::make_unique<Subject>(profile, json, is_held);
  bool done = false;
  const auto attempt = [&]() noexcept {
    try {
      done = change(subject->application).has_value();
    } catch (const std::bad_alloc&) {
      done = false;
    }
  };
  const auto check = [&](bool failed) {
    CHECK((failed || done));
    CHECK(same(*subject->application.facts(), *(done ? after : before).facts()));
    if (subject->held) CHECK(same(*subject->held, *before.facts()));
    subject = std::make_unique<Subject>(profile, json, is_held);
  };
  for_each_failing_allocation(attempt, check);
}

void check_whole_or_none(const std::string& what, const Change& change) {
  INFO(what);
  const Profile profile = small_profile();
  Application filling = application_of(profile, some_facts);
  change(filling).value();  // fills what is filled once
  const std::ptrdiff_t live = live_blocks();
  for (const bool is_held : {false, true}) check_whole_or_none(profile, some_facts, is_held, change);
  CHECK(live_blocks() == live);
}

Change put(std::string_view name, Value value, std::uint16_t newborn = FactRef::family) {
  return [=](Application& application) { return application.put(name, value, newborn); };
}

}  // namespace

TEST_CASE("a fact is put or nothing is changed") {
  if (skipped()) return;
  check_whole_or_none("a short text", put("mother.name", text("李")));
  check_whole_or_none("a long text", put("mother.hukou.address", text(std::string(100, 'a'))));
  check_whole_or_none("a text instead of a refused one", put("mother.phone", text("13800138000")));
  check_whole_or_none("a refused text", put("mother.id_number", text("11010519491231002")));
  check_whole_or_none("a refused text instead of another", put("mother.phone", text("13")));
  check_whole_or_none("a text with two findings", put("mother.name", text("5\uE000")));
  check_whole_or_none("a list of services", put("services", Value::list({text("certificate"), text("benefit")})));
  check_whole_or_none("a date of a newborn", put("newborn.born_at", text("2019-05-06T14:30"), 1));
}

TEST_CASE("a fact is put with the groups around it or nothing is changed") {
  if (skipped()) return;
  check_whole_or_none("in a group that nobody spoke of", put("birth.licensed", Value::boolean(true)));
  check_whole_or_none("in a group that was null", put("father.hukou.division", text("330782")));
  check_whole_or_none("refused, in a group that was null", put("father.birth_date", text("soon")));
  check_whole_or_none("null, in a group that was null", put("father.hukou", Value::null()));
  check_whole_or_none("null for a group with findings in it", put("mother", Value::null()));
  check_whole_or_none("null for the services", put("services", Value::null()));
}

TEST_CASE("a newborn is added with its first fact or not at all") {
  if (skipped()) return;
  check_whole_or_none("a name", put("newborn.name", text("王二"), 2));
  check_whole_or_none("a refused number", put("newborn.length_cm", text("500"), 2));
  check_whole_or_none("null for a group", put("newborn.card", Value::null(), 2));
}

TEST_CASE("facts are cleared or nothing is changed") {
  if (skipped()) return;
  const auto clear = [](std::string_view name, std::uint16_t newborn = FactRef::family) -> Change {
    return [=](Application& application) { return application.clear(name, newborn); };
  };
  check_whole_or_none("a fact", clear("mother.name"));
  check_whole_or_none("a refused fact", clear("mother.phone"));
  check_whole_or_none("a group", clear("mother"));
  check_whole_or_none("the services", clear("services"));
  check_whole_or_none("a fact of a newborn", clear("newborn.name", 0));
}

TEST_CASE("a document is handed in or nothing is changed") {
  if (skipped()) return;
  check_whole_or_none("of the family",
                      [](Application& application) { return application.hand_in("id-card", "father"); });
  check_whole_or_none("of a newborn", [](Application& application) {
    return application.hand_in("birth-certificate", {}, HandedInAs::scan, 1);
  });
}

TEST_CASE("changes that are refused change nothing when memory runs out either") {
  if (skipped()) return;
  const Profile profile = small_profile();
  Application application = application_of(profile, some_facts);
  const Application before = application_of(profile, some_facts);
  const auto attempt = [&]() noexcept {
    try {
      (void)application.put("mother.nmae", text("王芳"));
      (void)application.put("mother.name", Value::number(5));
      (void)application.put("mother.name", text("\xCD\xF5"));
      (void)application.put("services", text("benefits"));
      (void)application.put("newborn.length_cm", Value::boolean(true), 2);
      (void)application.clear("newborn.name", 2);
      (void)application.hand_in("id-crad");
      (void)application.hand_in("birth-certificate");
    } catch (const std::bad_alloc&) {
    }
  };
  for_each_failing_allocation(attempt, [&](bool) { CHECK(same(*application.facts(), *before.facts())); });
}
