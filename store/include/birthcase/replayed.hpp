/// The result of replaying the events of a case; every other row about the case is compared with it.
#pragma once

#include <birthcase/case.hpp>
#include <birthcase/deadlines.hpp>
#include <birthcase/duplicates.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace birthcase::store {

/// The events of a case, and the rules that it was accepted under.
struct Stored {
  std::string profile;              ///< id of its profile
  std::vector<ProfileText> layers;  ///< the texts that it was accepted under, the outermost first; none for a draft
  std::vector<Event> events;
};

/// A message, and the event that made it.
struct ReplayedMessage {
  std::uint64_t sequence = 0;
  Message message{};
  /// Whether the kept message must be the same, to the byte. It need not be in two cases: a message of a draft, made
  /// under the profile of that day, and a message made with other code tables than at the acceptance. Then only the
  /// organisation, the step or look-up, and the moment must be the same.
  bool exact = true;
};

/// What the rows about a case must contain, by its events and its rules.
struct Replayed {
  std::string profile{};  ///< the id of its profile
  CaseStatus status = CaseStatus::draft;
  DateTime changed_at{};
  bool erased = false;
  std::vector<ProfileText> layers{};  ///< the texts of its rules, the outermost first; none before acceptance
  std::vector<BirthKey> births{};
  std::vector<Deadline> deadlines{};
  std::vector<std::vector<Standing>> standings{};  ///< for each deadline: the standings that its row may have
  std::vector<ReplayedMessage> messages{};
};

/// Replays a case. Errors: `unknown_name` with the path `/profile` if the rules of a draft are not known here;
/// `contradiction` with the path `/layers` if the texts of the rules are not those of the acceptance; those of
/// `replay`.
using Replay = std::function<Result<Replayed>(const Stored& stored)>;

}  // namespace birthcase::store
