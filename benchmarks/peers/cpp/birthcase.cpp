// birthcase beside other engines: the conditions, the expressions, and whole plans.
//   birthcase_bench_peers FOLDER
#include <birthcase/birthcase.hpp>

#include "turns.hpp"

#include <benchmark/benchmark.h>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace birthcase;

template <class Outcome>
auto must(Outcome&& outcome) {
  if (!outcome) peers::stop(outcome.error().message);
  return std::forward<Outcome>(outcome).value();
}

Value value_of(const boost::json::value& json) {
  if (json.is_bool()) return Value::boolean(json.as_bool());
  if (json.is_int64()) return Value::number(json.as_int64());
  return Value::text(std::string(json.as_string()));
}

NamedValues facts_of(const boost::json::object& family, const boost::json::object& derived) {
  std::vector<NamedValues::Entry> entries;
  for (const auto& [name, value] : family) entries.emplace_back(std::string(name), value_of(value));
  for (const auto& [name, text] : derived) entries.emplace_back(std::string(name), Value());
  return must(NamedValues::make(std::move(entries)));
}

/// The rules of the folder, each compiled.
struct Compiled {
  struct Named {
    std::string name;
    Expression expression;
  };

  explicit Compiled(const std::string& folder) {
    const auto texts = boost::json::parse(peers::text_of(folder + "/feel.json")).as_object();
    const auto& derived_texts = texts.at("derived").as_object();
    for (const auto& family : peers::families_of(folder)) {
      facts.push_back(facts_of(family.as_object(), derived_texts));
    }
    const Vocabulary& vocabulary = facts.front();
    for (const auto& [name, text] : texts.at("conditions").as_object()) {
      condition_names.emplace_back(name);
      conditions.push_back(must(Condition::compile(std::string_view(text.as_string()), vocabulary)));
    }
    for (const auto& [name, text] : derived_texts) {
      derived.push_back({std::string(name), compiled(text, vocabulary)});
      derived_slots.push_back(vocabulary.find(std::string_view(name))->slot);
    }
    for (const auto& [name, text] : texts.at("expressions").as_object()) {
      expressions.push_back({std::string(name), compiled(text, vocabulary)});
    }
  }

  static Expression compiled(const boost::json::value& text, const Vocabulary& vocabulary) {
    return must(Expression::compile(std::string_view(text.as_string()), vocabulary));
  }

  std::vector<NamedValues> facts;
  std::vector<std::string> condition_names;
  std::vector<Condition> conditions;
  std::vector<Named> derived;
  std::vector<Slot> derived_slots;
  std::vector<Named> expressions;
};

peers::Way conditions_of(const Compiled& rules) {
  const auto pass = [&rules] {
    for (const NamedValues& facts : rules.facts) {
      for (const Condition& condition : rules.conditions) benchmark::DoNotOptimize(condition.test(facts.facts()));
    }
  };
  const auto answers = [&rules](std::size_t family) {
    boost::json::object named;
    for (std::size_t i = 0; i < rules.conditions.size(); ++i) {
      named[rules.condition_names[i]] = rules.conditions[i].test(rules.facts[family].facts()) == Truth::yes;
    }
    return named;
  };
  return {"conditions", "Condition::test of each", pass, answers};
}

/// The seventeen of one family: three facts that follow, put in their places, then the fourteen answers.
class Seventeen {
 public:
  explicit Seventeen(const Compiled& rules) : rules_(rules), derived_(rules.derived.size()) {}

  template <class See>
  void evaluate(std::size_t family, const See& see) {
    const Facts told = rules_.facts[family].facts();
    pointers_.assign(told.family.begin(), told.family.end());
    const Facts facts{pointers_, {}, FactRef::family};
    for (std::size_t i = 0; i < derived_.size(); ++i) {
      derived_[i] = rules_.derived[i].expression.evaluate(facts);
      pointers_[rules_.derived_slots[i].index] = &derived_[i];
    }
    for (const Compiled::Named& answer : rules_.expressions) see(answer.name, answer.expression.evaluate(facts));
  }

 private:
  const Compiled& rules_;
  std::vector<Value> derived_;
  std::vector<const Value*> pointers_;
};

peers::Way expressions_of(const Compiled& rules) {
  const auto pass = [&rules] {
    Seventeen seventeen(rules);
    for (std::size_t family = 0; family < rules.facts.size(); ++family) {
      seventeen.evaluate(family, [](const std::string&, const Value& value) { benchmark::DoNotOptimize(&value); });
    }
  };
  const auto answers = [&rules](std::size_t family) {
    boost::json::object named;
    Seventeen(rules).evaluate(family,
                              [&](const std::string& name, const Value& value) { named[name] = to_string(value); });
    return named;
  };
  return {"expressions", "Expression::evaluate of each", pass, answers};
}

peers::Way context_of(const Compiled& rules, const std::string& folder) {
  const auto context =
      Compiled::compiled(boost::json::value(peers::text_of(folder + "/expressions.feel")), rules.facts.front());
  const auto pass = [&rules, context] {
    for (const NamedValues& facts : rules.facts) benchmark::DoNotOptimize(context.evaluate(facts.facts()));
  };
  const auto answers = [&rules, context](std::size_t family) {
    boost::json::object named;
    const Value value = context.evaluate(rules.facts[family].facts());
    for (const auto& [name, entry] : value.as_context().entries()) named[name] = to_string(entry);
    return named;
  };
  return {"expressions", "Expression::evaluate of one context", pass, answers};
}

/// What a plan says about the same documents.
class Documents {
 public:
  explicit Documents(const Profile& profile) : rules_(profile.rules()) {}

  boost::json::object read(const Plan& plan) const {
    boost::json::object named;
    for (const auto& [name, type] : types) named[name] = status(plan, type);
    for (const char* who : {"mother", "father", "applicant"}) named[std::string(who) + "_id"] = id_of(plan, who);
    const auto hukou = std::ranges::find(plan.services, "hukou-registration",
                                         [](const ServiceLane& lane) { return std::string_view(lane.service->id); });
    named["hukou_lane"] = to_string(hukou->lane);
    return named;
  }

 private:
  static constexpr std::pair<const char*, std::string_view> types[] = {
      {"marriage_certificate", "marriage-certificate"},
      {"divorce_certificate", "divorce-certificate"},
      {"death_certificate", "death-certificate"},
      {"late_statement", "late-statement"},
      {"delivery_record", "delivery-record"},
      {"father_not_stated", "father-not-stated-statement"},
      {"hepatitis_b_slip", "hepatitis-b-slip"},
      {"hukou_booklet", "hukou-booklet"},
      {"out_of_wedlock_statement", "out-of-wedlock-statement"},
      {"paternity_test", "paternity-test"}};

  static std::string_view status(const Plan& plan, std::string_view type) {
    for (const EvidenceItem& item : plan.evidence) {
      if (item.type->id == type) return to_string(item.status);
    }
    return "absent";
  }

  std::string_view id_of(const Plan& plan, std::string_view who) const {
    for (const EvidenceItem& item : plan.evidence) {
      const std::string_view asked = item.asked == no_index ? item.type->id : rules_.evidence[item.asked].id;
      if (asked != "id-card" || item.holder == no_index || rules_.holders[item.holder].id != who) continue;
      return item.status == EvidenceStatus::bring ? std::string_view(item.type->id) : to_string(item.status);
    }
    return "absent";
  }

  const Rules& rules_;
};

struct Applications {
  explicit Applications(const std::string& folder) {
    std::istringstream lines(peers::text_of(folder + "/applications.ndjson"));
    for (std::string line; std::getline(lines, line);) all.push_back(must(Application::parse(yiwu, line)));
    day = must(day_to_plan(all.front(), std::nullopt));
  }

  Profile yiwu = must(Profile::built_in("yiwu"));
  Date day;
  std::vector<Application> all;
};

peers::Way plans_of(const Applications& applications) {
  const auto pass = [&applications] {
    for (const Application& application : applications.all) {
      const Plan made = plan(applications.yiwu, application, applications.day);
      for (const EvidenceItem& item : made.evidence) benchmark::DoNotOptimize(item.status);
    }
  };
  const auto answers = [&applications](std::size_t family) {
    return Documents(applications.yiwu).read(plan(applications.yiwu, applications.all[family], applications.day));
  };
  return {"expressions", "plan(): form, route and days too", pass, answers};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) peers::stop("give the folder of rules and families");
  const Compiled rules(argv[1]);
  const Applications applications(argv[1]);
  peers::serve("this tree",
               {conditions_of(rules), expressions_of(rules), context_of(rules, argv[1]), plans_of(applications)},
               rules.facts.size());
}
