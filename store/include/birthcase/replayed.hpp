/// What the events of a case come to, to compare other rows with them.
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
  std::vector<ProfileText> layers;  ///< the texts that it was accepted under, the outermost first; none before
  std::vector<Event> events;
};

/// A message, and the event that made it.
struct ReplayedMessage {
  std::uint64_t sequence = 0;
  Message message{};
  /// Whether it must be the same to the byte. A message of a draft, under its profile of that day, and one under other
  /// code tables than at the acceptance must be the same only in what it says of itself: to whom it goes, about
  /// what, when.
  bool exact = true;
};

/// What every row about a case must say, as its events give it under its rules.
struct Replayed {
  std::string profile{};  ///< the id of its profile
  CaseStatus status = CaseStatus::draft;
  DateTime changed_at{};
  bool erased = false;
  std::vector<ProfileText> layers{};  ///< the texts of its rules, the outermost first; none before acceptance
  std::vector<BirthKey> births{};
  std::vector<Deadline> deadlines{};
  std::vector<std::vector<Standing>> standings{};  ///< of each deadline: how it may have stood when it was written
  std::vector<ReplayedMessage> messages{};
};

/// Replays a case. Errors: `unknown_name` with the path `/profile` where the rules of a draft are not known here;
/// `contradiction` with the path `/layers` where the texts of rules are not those of the acceptance; those of `replay`.
using Replay = std::function<Result<Replayed>(const Stored& stored)>;

}  // namespace birthcase::store
