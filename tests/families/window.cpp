#include "window.hpp"

#include <birthcase/case_json.hpp>
#include <birthcase/plan_json.hpp>

#include "applications.hpp"
#include "case_story.hpp"
#include "telling.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace birthcase::families {
namespace {

using boost::posix_time::minutes;
using commands::AnswerKind;

Checked check(const Plan& plan, const Application& application) {
  if (auto fault = refused_with_a_reason(plan)) return fault;
  if (auto fault = due_in_order(plan)) return fault;
  if (auto fault = waits_for_products(plan)) return fault;
  if (auto fault = posted_with_an_address(plan)) return fault;
  if (auto fault = accepted_is_decided(plan)) return fault;
  return nobody_named(plan.findings, application);
}

std::string first_error(const Plan& plan) {
  for (const Finding& finding : plan.findings) {
    if (finding.severity == Severity::error) return finding.code;
  }
  return {};
}

// What stands in the way first, without the number of the newborn: faults of one kind have it alike.
std::string first_place(const Refusal& refusal) {
  std::string place = refusal.findings.empty() ? std::string() : ":" + refusal.findings.front().path;
  std::erase_if(place, [](char c) { return c >= '0' && c <= '9'; });
  return place;
}

/// One case on its way from the window to the family's hands.
class Carriage {
 public:
  Carriage(const Profile& profile, const boost::json::object& application, const DateTime& at,
           const PlanObserver& observe)
      : state_(profile, "family"), now_(at), text_(boost::json::serialize(application)), observe_(observe) {}

  Checked run();

 private:
  Checked does(CommandBody body);
  Checked accept();
  Checked answer_all();
  Checked bring_deferred();
  NamedFact result(const std::string& name);
  Plan plan_before() const;

  Case state_;
  DateTime now_;
  std::string text_;
  const PlanObserver& observe_;
  std::vector<Message> open_;
};

Checked Carriage::does(CommandBody body) {
  now_ += minutes(1);
  const std::string kind(kind_of(body));
  const auto decided = decide(state_, {"window-1", std::move(body)}, now_);
  if (!decided) {
    if (auto fault = nobody_named(decided.error().findings, state_.application)) return fault;
    return Fault{"refused-" + kind + "-" + decided.error().code + first_place(decided.error()),
                 to_json(decided.error(), Language::en)};
  }
  for (const Message& message : decided->messages) {
    if (auto fault = leaves_in_time(message)) return fault;
    if (auto fault = goes_out_whole(plan_before(), message)) return fault;
    if (message.kind == MessageKind::request) open_.push_back(message);
  }
  for (const Event& event : decided->events) {
    if (!apply(state_, event)) return Fault{"not-applicable", kind};
  }
  if (observe_) observe_(plan_before());
  return nobody_named(decided->findings, state_.application);
}

// The case as it is before a command; requests go out by commands of their own.
Plan Carriage::plan_before() const { return birthcase::plan(state_, now_.date()); }

Checked Carriage::accept() {
  if (auto fault = does(commands::Open{text_})) return fault;
  const Plan plan = birthcase::plan(state_, now_.date());
  commands::Accept accept;
  for (const std::uint16_t place : plan.acceptable.deferrable_evidence) {
    const EvidenceItem& item = plan.evidence[place];
    const std::string holder = item.holder == no_index ? "" : plan.profile().rules().holders[item.holder].id;
    accept.deferred.push_back({item.type->id, holder, item.newborn, now_.date() + boost::gregorian::days(7)});
  }
  return does(std::move(accept));
}

// What a department would issue: numbers of its own, the day of today.
NamedFact Carriage::result(const std::string& name) {
  const FactRef fact = fact_named(state_.profile, name).value();
  const Rules& rules = state_.profile.rules();
  const Field& field = rules.fields[rules.schema.at(fact).field];
  if (field.type == FieldType::date) return {name, Value::text(to_string(now_.date()))};
  const auto value = plausible(fact, birthcase::plan(state_, now_.date()));
  if (value.is_string()) return {name, Value::text(std::string(value.get_string()))};
  return {name, value.is_bool() ? Value::boolean(value.get_bool()) : Value::number(value.as_int64())};
}

Checked Carriage::answer_all() {
  const auto waiting = std::exchange(open_, {});
  for (const Message& message : waiting) {
    commands::Answer answer{.message = message.id, .result = AnswerKind::completed};
    for (const std::string& output : message.outputs) answer.outputs.push_back(result(output));
    if (auto fault = does(std::move(answer))) return fault;
  }
  return std::nullopt;
}

Checked Carriage::bring_deferred() {
  commands::HandIn originals;
  for (const Deferral& deferral : state_.deferrals) {
    if (deferral.settled) continue;
    const auto& [type, holder, newborn, until] = deferral.document;
    originals.evidence.push_back({type, holder, newborn, HandedInAs::original});
  }
  return originals.evidence.empty() ? std::nullopt : does(std::move(originals));
}

Checked Carriage::run() {
  if (auto fault = accept()) return fault;
  const auto is_ready = [](const CaseStep& step) { return step.state == StepState::ready; };
  while (std::any_of(state_.steps.begin(), state_.steps.end(), is_ready)) {
    if (auto fault = does(commands::Dispatch{})) return fault;
    if (open_.empty()) return Fault{"nothing-dispatched", "steps are ready and nothing is sent"};
    if (auto fault = answer_all()) return fault;
  }
  if (auto fault = bring_deferred()) return fault;
  const auto wants_delivery = [](const CaseStep& step) {
    return step.state == StepState::completed && !step.settled();
  };
  if (std::any_of(state_.steps.begin(), state_.steps.end(), wants_delivery)) {
    if (auto fault = does(commands::Deliver{})) return fault;
  }
  return does(commands::Close{});
}

}  // namespace

Result<Application> read(const Profile& profile, const boost::json::object& application) {
  return Application::parse(profile, boost::json::serialize(application));
}

Checked look_at(const Profile& profile, const boost::json::object& application, const DateTime& at) {
  const auto facts = read(profile, application);
  if (!facts) return Fault{"generator", describe(facts.error())};
  return check(plan(profile, *facts, at.date()), *facts);
}

Visit ask(const Family& family, const PlanObserver& observe) {
  const Profile& profile = tests::built_in(family.profile);
  Visit visit{.application = family.first_told};
  constexpr int most_rounds = 40;
  for (int round = 0; round < most_rounds; ++round) {
    const auto facts = read(profile, visit.application);
    if (!facts) {
      visit.fault = Fault{"generator", describe(facts.error())};
      return visit;
    }
    const Plan plan = birthcase::plan(profile, *facts, family.comes_at.date());
    if (observe) observe(plan);
    visit.fault = check(plan, *facts);
    if (!visit.fault) visit.fault = read_alike(*facts, boost::json::serialize(visit.application));
    if (visit.fault) return visit;
    if (plan.acceptable.now) {
      visit.end = End::accepted;
      return visit;
    }
    if (tell_what_is_asked(visit.application, family.truth, plan)) continue;
    visit.why = first_error(plan);
    if (visit.why.empty())
      visit.fault = Fault{"asks-again", "everything that is asked for is told, and it is not enough"};
    return visit;
  }
  visit.fault = Fault{"asks-for-ever", "the plan still asks after many rounds"};
  return visit;
}

Checked carry_through(const Profile& profile, const boost::json::object& application, const DateTime& at,
                      const PlanObserver& observe) {
  return Carriage(profile, application, at, observe).run();
}

}  // namespace birthcase::families
