#include "invariants.hpp"

#include <birthcase/case_json.hpp>
#include <birthcase/deadlines.hpp>

#include "case/made_again.hpp"

#include <algorithm>

namespace birthcase::model {
namespace {

const Value& given(const Application& application, FactRef fact) {
  const FactStore& facts = *application.facts();
  return fact.newborn == FactRef::family ? facts.family[fact.index] : facts.newborns[fact.newborn][fact.index];
}

// A step's own service, looked up the long way: not as the library does it.
const Service* service_of(const Rules& rules, std::string_view id) {
  for (const Service& service : rules.services) {
    if (service.id == id) return &service;
  }
  return nullptr;
}

bool waits_no_more(StepState state) { return state == StepState::completed || state == StepState::delivered; }

// A department may be referred to what it has asked for itself.
bool was_demanded(const Case& state, const Message& message, const EvidenceReference& document) {
  const CaseStep* step = state.step(message.step);
  return step != nullptr && std::any_of(step->demanded.begin(), step->demanded.end(),
                                        [&](const NamedDocument& each) { return each.type == document.type; });
}

// Whoever posts a result is told what the profile's rules of that way of delivery say, and only then. A department that
// is done learns by a correction that the result is posted after all.
template <class IsTold>
bool is_for_delivery(const Case& state, const Message& message, const IsTold& is_told) {
  const CaseStep* step = state.step(message.step);
  if (step == nullptr) return false;
  const Rules& rules = state.profile.rules();
  const Plan plan = birthcase::plan(state, message.at.date());
  const auto service = rules.id_of(*service_of(rules, message.service));
  return std::any_of(rules.deliveries.begin(), rules.deliveries.end(), [&](const DeliveryRule& delivery) {
    const bool counts_now = delivery.services.has(service) &&
                            (delivery.when == no_index || plan.holds(delivery.when, message.newborn) == Truth::yes);
    return (delivery.method == step->planned.delivery || counts_now) &&
           std::any_of(delivery.fields.begin(), delivery.fields.end(), is_told);
  });
}

// Whether a department or the plan asks the family for a fact that is not there: nobody has issued on it.
bool is_asked_for(const Case& state, FactRef fact) {
  const Value& value = given(state.application, fact);
  const std::string name = fact_name(state.profile, fact);
  const auto asks = [&name](const std::vector<std::string>& facts) {
    return std::find(facts.begin(), facts.end(), name) != facts.end();
  };
  return (value.is_unknown() || value.is_null()) &&
         std::any_of(state.steps.begin(), state.steps.end(),
                     [&](const CaseStep& step) { return asks(step.asked_facts) || asks(step.wanted_facts); });
}

}  // namespace

std::vector<LockedFact> locked_facts(const Case& state) {
  std::vector<LockedFact> locked;
  const Rules& rules = state.profile.rules();
  const auto note = [&](const Field& field, std::uint16_t newborn) {
    const FactRef fact{field.slot.index, newborn};
    const Organisation* issuer = locked_by(state, fact);
    if (issuer != nullptr && !is_asked_for(state, fact))
      locked.push_back({fact, given(state.application, fact), issuer->id});
  };
  for (const Field& field : rules.fields) {
    if (!field.per_newborn()) {
      note(field, FactRef::family);
      continue;
    }
    for (std::uint16_t newborn = 0; newborn < state.application.newborn_count(); ++newborn) note(field, newborn);
  }
  return locked;
}

void check_order(const Case& state, Faults& faults) {
  for (const CaseStep& step : state.steps) {
    const bool waits =
        step.state == StepState::blocked || step.state == StepState::returned || step.state == StepState::failed;
    if (waits || step.given_up()) continue;
    for (const std::string& id : step.planned.after) {
      const CaseStep* before = state.step(id);
      if (before != nullptr && !waits_no_more(before->state)) {
        faults.push_back(step.planned.step + " went on before " + id);
      }
    }
  }
}

// An organisation is told the keys of its share, and those of one newborn.
void check_query(const Case& state, const Message& query, Faults& faults) {
  const Rules& rules = state.profile.rules();
  const std::string_view id = std::string_view(query.look_up).substr(0, query.look_up.rfind('#'));
  const auto share =
      std::find_if(rules.shares.begin(), rules.shares.end(), [id](const auto& each) { return each.id == id; });
  if (share == rules.shares.end() || rules.organisations[share->organisation].id != query.organisation) {
    return faults.push_back("a query of no share, or to another organisation: " + query.look_up);
  }
  if (query.fields.empty()) faults.push_back(query.look_up + " is asked by nothing");
  for (const NamedFact& key : query.fields) {
    const auto ref = fact_named(state.profile, key.fact).value();
    const FieldId field = rules.schema.at(ref).field;
    const bool is_key = std::find(share->keys.begin(), share->keys.end(), field) != share->keys.end();
    const bool anothers = ref.newborn != FactRef::family && ref.newborn != query.newborn;
    if (!is_key || anothers) faults.push_back(query.look_up + " was told " + key.fact);
  }
}

void check_payload(const Case& state, const Message& message, Faults& faults) {
  const Rules& rules = state.profile.rules();
  const Service* service = service_of(rules, message.service);
  if (message.kind == MessageKind::query) return check_query(state, message, faults);
  if (message.kind != MessageKind::request && message.kind != MessageKind::correction) {
    if (!message.fields.empty() || !message.evidence.empty()) faults.push_back("a notice tells facts");
    return;
  }
  for (const NamedFact& fact : message.fields) {
    const auto ref = fact_named(state.profile, fact.fact);
    const auto is_told = [&](FieldId field) { return rules.fields[field].slot == ref->slot(); };
    const bool asked = ref && (std::any_of(service->form.begin(), service->form.end(),
                                           [&](const FormEntry& entry) { return is_told(entry.field); }) ||
                               is_for_delivery(state, message, is_told));
    if (!asked) faults.push_back(message.service + " was told " + fact.fact);
    const bool anothers =
        ref && ref->newborn != FactRef::family && message.newborn != FactRef::family && ref->newborn != message.newborn;
    if (anothers) faults.push_back(message.step + " was told another newborn's " + fact.fact);
  }
  for (const EvidenceReference& document : message.evidence) {
    const bool asked =
        std::any_of(service->requirements.begin(), service->requirements.end(), [&](const Requirement& requirement) {
          const EvidenceType& type = rules.evidence[requirement.evidence];
          return type.id == document.type ||
                 std::any_of(type.alternatives.begin(), type.alternatives.end(), [&](const auto& alternative) {
                   return rules.evidence[alternative.evidence].id == document.type;
                 });
        });
    if (!asked && !was_demanded(state, message, document)) {
      faults.push_back(message.service + " was referred to " + document.type);
    }
  }
}

void check_locks(const std::vector<LockedFact>& before, const Case& after, const Command& command, Faults& faults) {
  const auto* correct = std::get_if<commands::Correct>(&command.body);
  if (std::holds_alternative<commands::Erase>(command.body)) return;
  for (const LockedFact& locked : before) {
    if (given(after.application, locked.fact) == locked.value) continue;
    if (correct != nullptr && correct->authority == locked.issuer) continue;
    faults.push_back("locked and changed: " + fact_name(after.profile, locked.fact));
  }
}

void check_newborns_apart(const Case& before, const Case& after, const Command& command, Faults& faults) {
  const auto* answer = std::get_if<commands::Answer>(&command.body);
  const SentMessage* message = answer == nullptr ? nullptr : before.message(answer->message);
  const CaseStep* step = message == nullptr ? nullptr : before.step(message->step);
  if (step == nullptr) return;
  for (std::uint16_t newborn = 0; newborn < before.application.newborn_count(); ++newborn) {
    if (newborn == step->planned.newborn) continue;
    if (before.application.facts()->newborns[newborn] != after.application.facts()->newborns[newborn]) {
      faults.push_back("an answer about " + step->planned.step + " changed another newborn");
    }
  }
  for (const CaseStep& other : before.steps) {
    const bool apart = other.planned.newborn != FactRef::family && step->planned.newborn != FactRef::family &&
                       other.planned.newborn != step->planned.newborn;
    const CaseStep* now = after.step(other.planned.step);
    if (apart && now != nullptr && now->state != other.state) {
      faults.push_back("an answer about " + step->planned.step + " moved " + other.planned.step);
    }
  }
}

void check_deadline(const Message& message, Faults& faults) {
  if (message.answer_by && is_after(message.at, *message.answer_by)) {
    faults.push_back(message.id + " was told a deadline that had passed");
  }
}

namespace {

// Looked up the long way: from the step backwards.
bool waits_for_family(const Case& state, const CaseStep& step, int depth = 0) {
  if (waits_no_more(step.state) || step.given_up() || depth > 16) return false;
  if (step.state == StepState::returned || !step.asked_facts.empty() || !step.asked_evidence.empty()) return true;
  for (const std::string& id : step.planned.after) {
    const CaseStep* before = state.step(id);
    if (before != nullptr && waits_for_family(state, *before, depth + 1)) return true;
  }
  return false;
}

}  // namespace

void check_pauses(const Case& state, const DateTime& now, Faults& faults) {
  for (const Deadline& each : deadlines(state, now + boost::gregorian::days(400))) {
    const CaseStep* step = each.what == Deadline::What::step ? state.step(each.id) : nullptr;
    if (step == nullptr || !step->planned.clock_stops || !waits_for_family(state, *step)) continue;
    if (each.standing != Standing::suspended) faults.push_back(each.id + " is late while the family is waited for");
  }
}

void check_withdrawn(const Case& state, const DateTime& now, Faults& faults) {
  if (state.status != CaseStatus::withdrawn) return;
  Case next = state;
  for (const CommandBody& body : {CommandBody(commands::Deliver{}), CommandBody(commands::Close{})}) {
    const auto decided = decide(next, {"window-1", body}, std::max(now, next.changed_at));
    if (!decided && decided.error().code == "nothing-to-deliver") continue;
    if (!decided) {
      faults.push_back("a withdrawn case cannot be ended: " + decided.error().code);
      return;
    }
    for (const Event& event : decided->events) apply(next, event).value();
  }
  for (const Deadline& each : deadlines(next, now + boost::gregorian::days(400))) {
    if (each.standing == Standing::overdue) faults.push_back("a withdrawn case is overdue for ever: " + each.id);
  }
}

void check_log(const std::vector<Event>& log, Faults& faults) {
  for (std::size_t i = 0; i < log.size(); ++i) {
    if (log[i].sequence != i + 1) faults.push_back("a gap in the numbers of the events");
    const bool repairs = std::holds_alternative<events::ClockRepaired>(log[i].body);
    if (i > 0 && log[i].at < log[i - 1].at && !repairs) faults.push_back("an event from before the last one");
  }
}

void check_replay(const Case& state, const std::vector<Event>& log, const DateTime& now, Faults& faults) {
  const auto events = parse_events(to_json(std::span(log)));
  if (!events) {
    faults.push_back("the log cannot be read: " + describe(events.error()));
    return;
  }
  if (*events != log) faults.push_back("the log is read back as another");
  const auto again = replay(state.profile, *events);
  if (!again) {
    faults.push_back("the log cannot be replayed: " + describe(again.error()));
    return;
  }
  if (to_json(*again, now) != to_json(state, now)) faults.push_back("the log makes another case");
}

void check_messages_again(const Profile& profile, const std::vector<Event>& log, const std::vector<Message>& sent,
                          Faults& faults) {
  const auto again = cases::replay_with_messages(profile, log);
  if (!again) {
    faults.push_back("the messages cannot be made again: " + describe(again.error()));
    return;
  }
  if (again->messages.size() != sent.size()) faults.push_back("other messages are made again than were sent");
  for (std::size_t place = 0; place < std::min(sent.size(), again->messages.size()); ++place) {
    const std::string was = to_json(sent[place]);
    const std::string is = to_json(again->messages[place].message);
    if (was != is) faults.push_back("a message is made again as another: " + was + " and " + is);
  }
}

void check_closing(const Case& state, Faults& faults) {
  if (state.status != CaseStatus::closed) return;
  for (const CaseStep& step : state.steps) {
    if (!step.settled()) faults.push_back("closed with " + step.planned.step + " open");
  }
}

}  // namespace birthcase::model
