// Asking organisations for what their data may have, and what comes of it.
#include <birthcase/plan_json.hpp>

#include "application/look_ups.hpp"
#include "case/decider.hpp"
#include "case/look_up_keys.hpp"
#include "case/names.hpp"

#include <algorithm>

namespace birthcase::cases {
namespace {

Objection keys_missing(const Plan& plan, const PlannedLookUp& look_up) {
  std::vector<Finding> missing;
  for (const FactRef key : look_up.unknown_keys) {
    missing.push_back(finding_about(plan.profile(), key, "missing-field", case_findings::needed_for_look_up));
  }
  if (missing.empty() && !look_up.keys.empty()) return std::nullopt;
  return refuse(refusals::look_up_keys_missing, "/look_up", std::move(missing));
}

// Whether a key that was known is another now; one that was not has asked for nothing.
bool is_changed(const Field& key, std::uint16_t newborn, const Plan& then, const Plan& now) {
  const auto changed = [&](std::uint16_t whose) {
    const FactRef fact{key.slot.index, whose};
    return !then.value(fact).is_unknown() && then.value(fact) != now.value(fact);
  };
  if (!key.per_newborn()) return changed(FactRef::family);
  if (newborn != FactRef::family) return newborn < then.newborns() && changed(newborn);
  for (std::uint16_t each = 0; each < then.newborns(); ++each) {
    if (changed(each)) return true;
  }
  return false;
}

// Whether the organisation would be asked by other facts than it was: the child settles with the other parent.
bool asks_otherwise(const PlannedLookUp* then, const PlannedLookUp* now) {
  return then != nullptr && now != nullptr && then->unknown_keys.empty() && then->keys != now->keys;
}

}  // namespace

Objection Decider::only_while_open() const {
  if (state_.status == CaseStatus::draft || state_.status == CaseStatus::accepted) return std::nullopt;
  return refuse(state_.status == CaseStatus::absent ? refusals::case_not_open : refusals::case_over);
}

Objection Decider::operator()(const commands::AskLookUp& ask) {
  if (auto objection = only_while_open()) return objection;
  const Plan plan = birthcase::plan(state_, now_.date());
  if (!ask.look_up.empty()) {
    const PlannedLookUp* look_up = look_up_in(plan, ask.look_up, ask.newborn);
    if (look_up == nullptr) return refuse(refusals::unknown_look_up, "/look_up");
    if (state_.open_query(look_up_name(ask.look_up, look_up->newborn)) != nullptr) {
      return refuse(refusals::look_up_asked, "/look_up");
    }
    if (auto objection = keys_missing(plan, *look_up)) return objection;
    ask_for(plan, *look_up);
    follow_facts();
    return std::nullopt;
  }
  for (const PlannedLookUp& look_up : plan.look_ups) {
    const bool asked = state_.open_query(look_up_name(look_up.share->id, look_up.newborn)) != nullptr;
    if (look_up.state == LookUpState::open && !asked && !keys_missing(plan, look_up)) ask_for(plan, look_up);
  }
  if (decision_.events.empty()) return refuse(refusals::nothing_to_look_up);
  return std::nullopt;
}

void Decider::ask_for(const Plan& plan, const PlannedLookUp& look_up) {
  Message query = query_about(state_, plan, look_up, now_);
  const std::string payload = digest_of(query);
  seal(query);
  emit(events::LookUpAsked{.look_up = look_up.share->id,
                           .newborn = look_up.newborn,
                           .message = query.id,
                           .organisation = query.organisation,
                           .payload = {payload}});
  decision_.messages.push_back(std::move(query));
}

Objection Decider::operator()(const commands::AnswerLookUp& answer) {
  if (auto objection = only_while_open()) return objection;
  const SentMessage* query = state_.message(answer.message);
  if (query == nullptr) return refuse(refusals::unknown_message, "/message");
  if (query->look_up.empty() || query->status == SentMessage::Status::notice) {
    return refuse(refusals::no_answer_wanted, "/message");
  }
  const bool is_answer = failed(answer.result) || answer.result == LookUpState::found;
  if (!is_answer) return refuse(refusals::bad_look_up_result, "/result");
  if (query->status == SentMessage::Status::superseded)
    return refuse(refusals::message_superseded, "/message", case_findings::query_called_back);
  if (query->status == SentMessage::Status::answered) {
    const bool same = query->result == answer.result && query->outputs == answer.facts;
    if (!same) return refuse(refusals::answer_differs, "/message");
    remark(Severity::info, "answer-repeated", case_findings::answer_repeated);
    return std::nullopt;
  }
  const auto asked =
      std::find_if(state_.application.facts()->look_ups.begin(), state_.application.facts()->look_ups.end(),
                   [&](const LookUp& each) { return look_up_name(share_of(each).id, each.newborn) == query->look_up; });
  if (asked == state_.application.facts()->look_ups.end())
    return refuse(refusals::message_superseded, "/message", case_findings::query_called_back);
  return note(answer.message, {.id = share_of(*asked).id,
                               .newborn = asked->newborn,
                               .state = answer.result,
                               .at = answer.at,
                               .reference = answer.reference,
                               .facts = answer.facts});
}

Objection Decider::operator()(const commands::NoteLookUp& seen) {
  if (auto objection = only_while_open()) return objection;
  const Plan plan = birthcase::plan(state_, now_.date());
  const PlannedLookUp* look_up = look_up_in(plan, seen.look_up, seen.newborn);
  if (look_up == nullptr) return refuse(refusals::unknown_look_up, "/look_up");
  if (!look_up->share->by_hand) return refuse(refusals::look_up_not_by_hand, "/look_up");
  if (!failed(seen.result) && !succeeded(seen.result)) return refuse(refusals::bad_look_up_result, "/result");
  NamedLookUp named{.id = look_up->share->id,
                    .newborn = look_up->newborn,
                    .state = seen.result,
                    .at = seen.at,
                    .reference = seen.reference,
                    .facts = seen.facts};
  if (state_.open_query(look_up_name(named.id, named.newborn)) == nullptr) return note({}, std::move(named));
  Application changed = state_.application;
  if (auto done = changed.look_up(named); !done) return refuse(done.error());
  void_look_up(*application::find_look_up(*changed.facts(), id_of(*look_up->share), named.newborn));
  return note({}, std::move(named));
}

const DataShare& Decider::share_of(const LookUp& look_up) const noexcept {
  return state_.profile.rules().shares[look_up.share];
}

ShareId Decider::id_of(const DataShare& share) const noexcept { return state_.profile.rules().id_of(share); }

// Notes what came of a look-up, and makes everything follow.
Objection Decider::note(std::string message, NamedLookUp look_up) {
  if (!look_up.at) look_up.at = now_;
  if (*look_up.at > now_) return refuse(refusals::look_up_in_the_future, "/at");
  Application changed = state_.application;
  if (auto done = changed.look_up(look_up); !done) return refuse(done.error());
  emit(events::LookUpAnswered{.look_up = look_up.id,
                              .newborn = look_up.newborn,
                              .message = std::move(message),
                              .result = look_up.state,
                              .answered_at = look_up.at,
                              .reference = {look_up.reference},
                              .facts = {look_up.facts}});
  for (const Finding& finding : birthcase::plan(state_, now_.date()).findings) {
    if (finding.code == "look-up-differs") decision_.findings.push_back(finding);
  }
  follow_facts();
  return std::nullopt;
}

// What was asked or found by keys that have changed counts no more.
void Decider::void_look_ups(const Application& before) {
  const std::vector<LookUp> noted = state_.application.facts()->look_ups;
  if (noted.empty()) return;
  Case as_it_was = state_;
  as_it_was.application = before;
  const Plan then = birthcase::plan(as_it_was, now_.date());
  const Plan now = birthcase::plan(state_, now_.date());
  for (const LookUp& look_up : noted) {
    const DataShare& share = share_of(look_up);
    const bool changed = std::any_of(share.keys.begin(), share.keys.end(), [&](FieldId key) {
      return is_changed(state_.profile.rules().fields[key], look_up.newborn, then, now);
    });
    if (changed ||
        asks_otherwise(look_up_in(then, share.id, look_up.newborn), look_up_in(now, share.id, look_up.newborn))) {
      void_look_up(look_up);
    }
  }
}

// Where the organisation is still looking, it is told to stop.
void Decider::void_look_up(const LookUp& look_up) {
  const std::string name = look_up_name(share_of(look_up).id, look_up.newborn);
  events::LookUpVoided voided{.look_up = share_of(look_up).id, .newborn = look_up.newborn};
  const SentMessage* query = state_.open_query(name);
  if (query == nullptr) return emit(std::move(voided));
  Message cancellation = cancellation_of(state_, *query, look_up, now_);
  voided.message = query->id;
  voided.cancellation = cancellation.id;
  seal(cancellation);
  emit(std::move(voided));
  decision_.messages.push_back(std::move(cancellation));
}

// Organisations are not left looking for a case that is over.
void Decider::cancel_queries() {
  const std::vector<LookUp> noted = state_.application.facts()->look_ups;
  for (const LookUp& look_up : noted) {
    if (state_.open_query(look_up_name(share_of(look_up).id, look_up.newborn)) != nullptr) void_look_up(look_up);
  }
}

// A draft's plan is made whenever it is looked at.
void Decider::follow_facts() {
  if (state_.status == CaseStatus::accepted) replan();
}

}  // namespace birthcase::cases
