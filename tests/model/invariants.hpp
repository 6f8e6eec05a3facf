// What holds after every command, whatever it was.
#pragma once

#include <birthcase/case.hpp>

#include <string>
#include <vector>

namespace birthcase::model {

/// Every fact of a case that is locked, with its value and the organisation that alone may change it.
struct LockedFact {
  FactRef fact;
  Value value;
  std::string issuer;
};
std::vector<LockedFact> locked_facts(const Case& state);

/// Faults as sentences; none where all is well. Every function looks at one thing.
using Faults = std::vector<std::string>;

/// No step is ready, sent or done while one that it needs is not done.
void check_order(const Case& state, Faults& faults);

/// A message holds what its service's form asks of this newborn and the family, and nothing else.
void check_payload(const Case& state, const Message& message, Faults& faults);

/// What was locked has the value it had, unless its issuer ordered the correction.
void check_locks(const std::vector<LockedFact>& before, const Case& after, const Command& command, Faults& faults);

/// Answers about one newborn leave the facts of the others alone.
void check_newborns_apart(const Case& before, const Case& after, const Command& command, Faults& faults);

/// No department is told a deadline that has passed.
void check_deadline(const Message& message, Faults& faults);

/// Whoever waits for the family, or behind such a step, is not late meanwhile where its promise stands still.
void check_pauses(const Case& state, const DateTime& now, Faults& faults);

/// What a withdrawn case has done can be handed out, and then it closes.
void check_withdrawn(const Case& state, const DateTime& now, Faults& faults);

/// Events are numbered without gaps and never go back in time, save to repair a clock.
void check_log(const std::vector<Event>& log, Faults& faults);

/// The log, written as JSON and read again, makes the same case.
void check_replay(const Case& state, const std::vector<Event>& log, const DateTime& now, Faults& faults);

/// Whoever has the log makes every message again as it was sent, to the byte.
void check_messages_again(const Profile& profile, const std::vector<Event>& log, const std::vector<Message>& sent,
                          Faults& faults);

/// A closed case has nothing open.
void check_closing(const Case& state, Faults& faults);

}  // namespace birthcase::model
