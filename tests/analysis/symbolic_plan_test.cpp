// The formulas of plans against plans that were made: for the same facts every outcome is the same.

#include "analysis/symbolic_plan.hpp"

#include <birthcase/plan_json.hpp>

#include "../applications.hpp"

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace birthcase::analysis {
namespace {

using tests::built_in;
using tests::Example;

// Checks read names and digits, which the solver does not look into.
bool is_opaque(const Profile& profile, const Outcome& outcome) {
  if (outcome.kind != Outcome::Kind::found) return false;
  const Rules& rules = profile.rules();
  const std::string& text = rules.conditions[rules.checks[outcome.check].when].condition.text();
  const auto reads = [&text](std::string_view function) { return text.find(function) != std::string::npos; };
  return reads("citizen id") || reads("surname(") || reads("standard characters(") || reads(" number(");
}

/// One profile's formulas for births of so many children; applications are asked one after the other.
class Mirror {
 public:
  Mirror(const Profile& profile, std::uint16_t newborns, Date as_of)
      : profile_(profile),
        as_of_(as_of),
        names_(profile),
        birth_(formulas_, newborns),
        plan_(formulas_, birth_, names_, as_of),
        solver_(formulas_.context()) {
    for (const Outcome& outcome : names_.outcomes()) {
      for (std::uint16_t newborn = 0; newborn < newborns; ++newborn) plan_.value(outcome, newborn);
    }
    solver_.add(birth_.limits());
  }

  /// The outcomes that differ, as `name: plan, formula`.
  std::vector<std::string> differences(const Application& application) {
    const Plan made = birthcase::plan(profile_, application, as_of_);
    solver_.push();
    for (const Birth::Fact& fact : birth_.facts()) solver_.add(is(fact, made));
    for (const Birth::Document& document : birth_.documents()) solver_.add(!document.there);
    std::vector<std::string> differences;
    if (solver_.check() != z3::sat) {
      differences.push_back("no model has these facts");
    } else {
      compare(made, solver_.get_model(), differences);
    }
    solver_.pop();
    return differences;
  }

 private:
  z3::expr is(const Birth::Fact& fact, const Plan& made) {
    const Schema& schema = profile_.rules().schema;
    const Slot slot = schema.find(fact.name)->slot;
    const FactStore& store = made.facts();
    const auto& values = fact.newborn == FactRef::family ? store.family : store.newborns[fact.newborn];
    const bool refused =
        std::find(store.refused.begin(), store.refused.end(), FactRef{slot.index, fact.newborn}) != store.refused.end();
    const Value value = refused ? Value() : values[slot.index];
    z3::expr same =
        fact.term.unknown == formulas_.truth(value.is_unknown()) && fact.term.null == formulas_.truth(value.is_null());
    if (value.is_unknown() || value.is_null()) return same;
    for (const auto& [item, there] : fact.items) {
      const auto& list = value.as_list();
      same = same && there == formulas_.truth(std::find(list.begin(), list.end(), Value::text(item)) != list.end());
    }
    if (value.is(Kind::text) && fact.field->type == FieldType::text) {
      const auto& written = formulas_.texts().all_written();
      const int id = formulas_.texts().id(value.as_text());
      return same && fact.term.value == (written.contains(id) ? id : Texts::others + id);
    }
    return Formulas::is_comparable(value.kind()) ? same && fact.term.value == formulas_.constant(value).value : same;
  }

  void compare(const Plan& made, const z3::model& model, std::vector<std::string>& differences) {
    for (const Outcome& outcome : names_.outcomes()) {
      if (is_opaque(profile_, outcome)) continue;
      for (std::uint16_t newborn = 0; newborn < birth_.newborns(); ++newborn) {
        const Value expected = value_of(outcome, made, newborn);
        const Value got = value_in(model, plan_.value(outcome, newborn));
        if (!(expected == got)) {
          differences.push_back(outcome.name + "#" + std::to_string(newborn) + ": " + to_string(expected) + ", " +
                                to_string(got));
        }
      }
    }
  }

  Value value_in(const z3::model& model, const Term& term) {
    const auto holds = [&](const z3::expr& formula) { return model.eval(formula, true).is_true(); };
    if (holds(term.unknown)) return Value();
    if (holds(term.null)) return Value::null();
    if (term.kind == Kind::boolean) return Value::boolean(holds(term.value));
    const auto number = model.eval(term.value, true).get_numeral_int();
    const std::string* text = formulas_.texts().find(number);
    return text == nullptr ? Value::null() : Value::text(*text);
  }

  Profile profile_;
  Date as_of_;
  OutcomeNames names_;
  Formulas formulas_;
  Birth birth_;
  SymbolicPlan plan_;
  z3::solver solver_;
};

// Facts that rules ask about, with the values that make a difference.
struct Choice {
  const char* name;
  std::vector<Value> values;
};

// An application to a way in that the place does not have is a mistake: the formulas speak of no such family.
std::vector<Value> channels_of(const Profile& profile) {
  std::vector<Value> values;
  for (const Channel& channel : profile.rules().channels) values.push_back(Value::text(channel.id));
  if (values.empty()) values.push_back(Value::null());
  return values;
}

std::vector<Choice> choices(const Profile& profile) {
  const auto texts = [](std::initializer_list<const char*> all) {
    std::vector<Value> values;
    for (const char* text : all) values.push_back(Value::text(text));
    return values;
  };
  const std::vector<Value> divisions = texts({"330782", "330381", "331081", "110101"});
  return {{"applicant.role", texts({"mother", "father", "guardian", "agent"})},
          {"mother.hukou.division", divisions},
          {"father.hukou.division", divisions},
          {"applicant.hukou.division", divisions},
          {"settlement.with", texts({"mother", "father"})},
          {"settlement.division", divisions},
          {"newborn.settlement.with", texts({"mother", "father"})},
          {"mother.alive", {Value::boolean(true), Value::boolean(false)}},
          {"mother.id_type", texts({"01", "02", "03", "04", "05", "07", "99"})},
          {"father.id_type", texts({"01", "03", "06"})},
          {"marriage.status", texts({"10", "20", "21", "30", "40"})},
          {"channel", channels_of(profile)},
          {"birth.institution.licensed", {Value::boolean(true), Value::boolean(false)}},
          {"birth.institution.name", texts({"瑞安市人民医院", "温岭市第一人民医院"})},
          {"birth.place_division", divisions},
          {"benefit.claimed_by", texts({"mother", "father", "none"})},
          {"delivery.method", texts({"mail", "outlet"})},
          {"services", texts({"maternity-benefit"})},
          {"applied_at", texts({"2019-05-20T10:00", "2019-06-30T16:00"})},
          {"newborn.alive", {Value::boolean(true), Value::boolean(false)}},
          {"newborn.name", texts({"张安", "李宁"})},
          {"newborn.born_at", texts({"2019-05-19T08:00", "2019-04-19T08:00", "2019-04-20T23:30"})},
          {"newborn.nationality", texts({"CHN", "USA"})},
          {"newborn.id_number", {Value::null()}},
          {"newborn.birth_certificate.number", {Value::null()}}};
}

Application random_application(const Profile& profile, std::uint16_t newborns, std::mt19937& random) {
  Application application(profile);
  const auto below = [&random](std::size_t count) { return static_cast<std::size_t>(random() % count); };
  for (std::uint16_t newborn = 0; newborn < newborns; ++newborn) {
    REQUIRE(application.put("newborn.order", Value::number(std::int64_t{newborn} + 1), newborn).has_value());
  }
  if (below(8) == 0) REQUIRE(application.put("father", Value::null()).has_value());
  for (const Choice& choice : choices(profile)) {
    const std::string name = choice.name;
    const bool each = name.starts_with("newborn.");
    if (name == "channel") {  // one that there is, where there are any
      const auto& channels = profile.rules().channels;
      if (channels.empty() || below(5) == 0) continue;
      REQUIRE(application.put(name, Value::text(channels.data()[below(channels.size())].id)).has_value());
      continue;
    }
    for (std::uint16_t newborn = 0; newborn < (each ? newborns : 1); ++newborn) {
      const auto dice = below(10);
      if (dice < 3) continue;
      const Value value = dice == 3 ? Value::null() : choice.values[below(choice.values.size())];
      REQUIRE(application.put(name, value, each ? newborn : FactRef::family).has_value());
    }
  }
  return application;
}

}  // namespace

TEST_CASE("the formulas of every built-in profile say what its plans say") {
  std::mt19937 random(20190429);
  for (const auto id : Profile::built_in_ids()) {
    CAPTURE(id);
    const Profile& profile = built_in(id);
    for (const std::uint16_t newborns : {std::uint16_t{1}, std::uint16_t{2}}) {
      Mirror mirror(profile, newborns, Date(2019, 6, 4));
      for (int i = 0; i < 8; ++i) {
        const Application application = random_application(profile, newborns, random);
        const std::string differences = tests::joined(mirror.differences(application));
        CHECK_MESSAGE(differences == "none", differences, " for ", to_json(application));
      }
    }
  }
}

TEST_CASE("the formulas say what waits for a product that fields follow from, and what the form perhaps absorbs") {
  const Profile profile = Profile::parse(R"json({
    "id": "records", "extends": "yiwu",
    "fields": [{"id": "newborn.record", "label": {"zh": "档案编号", "en": "record"}, "type": "text",
      "owner": "authority", "source": "test"}],
    "derivations": [
      {"id": "records/by-card", "field": "newborn.record", "value": "newborn.card.number", "source": "test",
       "when": "settlement.with = \"mother\""},
      {"id": "records/by-insurance", "field": "newborn.record", "value": "newborn.insurance.number", "source": "test"}],
    "absorbs": [{"id": "records/maybe", "evidence": ["marriage-certificate"], "source": "test",
      "when": "marriage.status = \"20\"", "reason": {"zh": "已并入", "en": "part of the form"}}],
    "services": [{"id": "health-record", "label": {"zh": "健康档案", "en": "health record"}, "per": "newborn",
      "organisation": "community-health-centre", "source": "test",
      "form": [{"field": "newborn.record", "label": "编号", "required": true}]}]})json")
                              .value();
  std::mt19937 random(20190430);
  Mirror mirror(profile, 1, Date(2019, 6, 4));
  for (int i = 0; i < 8; ++i) {
    const Application application = random_application(profile, 1, random);
    const std::string differences = tests::joined(mirror.differences(application));
    CHECK_MESSAGE(differences == "none", differences, " for ", to_json(application));
  }
}

TEST_CASE("the formulas say what the plans of the examples say") {
  for (const std::string& name : Example::names()) {
    CAPTURE(name);
    const Plan made = Example::named(name).plan();
    const auto newborns = static_cast<std::uint16_t>(std::max<std::size_t>(made.facts().newborns.size(), 1));
    if (made.facts().newborns.empty()) continue;
    Mirror mirror(made.profile(), newborns, made.as_of());
    const Application application = Example::named(name).read(made.profile());
    if (!made.facts().evidence.empty()) continue;  // the mirror has no documents in hand
    CHECK(tests::joined(mirror.differences(application)) == "none");
  }
}

}  // namespace birthcase::analysis
