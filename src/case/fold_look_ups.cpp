// What events do to facts, and to what is known of them from elsewhere.
#include "case/folding.hpp"
#include "case/names.hpp"

#include <algorithm>

namespace birthcase::cases {

// What is told again is issued no more.
Result<void> Fold::put(const std::vector<NamedFact>& facts) {
  if (auto done = cases::put(state_.application, facts); !done) return done;
  state_.application.forget_issued(facts_named(state_.profile, facts));
  return {};
}

Result<void> Fold::put_issued(const std::vector<NamedFact>& facts, std::string_view organisation,
                              std::string_view message) {
  if (auto done = put(facts); !done) return done;
  const auto& organisations = state_.profile.rules().organisations;
  const auto issuer = std::find_if(organisations.begin(), organisations.end(),
                                   [organisation](const Organisation& each) { return each.id == organisation; });
  if (issuer == organisations.end()) return {};
  const auto place = organisations.id_of(*issuer);
  state_.application.note_issued(facts_named(state_.profile, facts), place, event_.at, message);
  return {};
}

Result<void> Fold::note_look_up(const NamedLookUp& look_up) {
  if (auto allowed = only_while({CaseStatus::draft, CaseStatus::accepted}); !allowed) return allowed;
  if (state_.erased) return {};
  return state_.application.look_up(look_up);
}

Result<void> Fold::operator()(const events::LookUpAsked& asked) {
  const std::string name = look_up_name(asked.look_up, asked.newborn);
  if (state_.open_query(name) != nullptr) return impossible("this look-up is under way already");
  if (state_.message(asked.message) != nullptr) return impossible("there is a message of this id already");
  state_.messages.push_back({.id = asked.message, .look_up = name});
  return note_look_up({.id = asked.look_up, .newborn = asked.newborn, .state = LookUpState::asked});
}

Result<void> Fold::operator()(const events::LookUpAnswered& answered) {
  if (!answered.message.empty()) {
    const auto at = std::find_if(state_.messages.begin(), state_.messages.end(),
                                 [&](const SentMessage& each) { return each.id == answered.message; });
    const bool waits = at != state_.messages.end() && at->status == SentMessage::Status::open;
    if (!waits || at->look_up != look_up_name(answered.look_up, answered.newborn)) {
      return impossible("no query of this id waits for an answer");
    }
    at->status = SentMessage::Status::answered;
    at->result = answered.result;
    at->outputs = answered.facts.value;
  }
  return note_look_up({.id = answered.look_up,
                       .newborn = answered.newborn,
                       .state = answered.result,
                       .at = answered.answered_at,
                       .reference = answered.reference.value,
                       .facts = answered.facts.value});
}

Result<void> Fold::operator()(const events::LookUpVoided& voided) {
  const std::string name = look_up_name(voided.look_up, voided.newborn);
  for (SentMessage& message : state_.messages) {
    if (message.look_up == name && message.status == SentMessage::Status::open) {
      message.status = SentMessage::Status::superseded;
    }
  }
  if (!voided.cancellation.empty()) {
    if (state_.message(voided.cancellation) != nullptr) return impossible("there is a message of this id already");
    state_.messages.push_back({.id = voided.cancellation, .status = SentMessage::Status::notice, .look_up = name});
  }
  return note_look_up({.id = voided.look_up, .newborn = voided.newborn, .state = LookUpState::open});
}

}  // namespace birthcase::cases
