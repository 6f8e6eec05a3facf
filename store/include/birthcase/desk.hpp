/// The desk at which cases are worked on: commands in, events and messages kept.
#pragma once

#include <birthcase/store.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::store {

/// What a kept command came to.
struct Outcome {
  std::uint64_t version = 0;  ///< of the case by now
  Decision decision;
  std::vector<BirthKey> alike;  ///< births in other cases that are exactly or nearly this one
};

using Executed = boost::system::result<Outcome, Refusal>;

/// Gives the profile of this id, for cases that are not accepted yet. Accepted ones carry their rules with them.
using ProfileById = std::function<Result<Profile>(std::string_view id)>;

/// Works on the cases of a store. Belongs to one thread at a time.
class Desk {
 public:
  /// With the built-in profiles.
  explicit Desk(Store& store);
  Desk(Store& store, ProfileById profiles);

  /// Opens a case under a profile. Refused with `case-exists`.
  Executed open(std::string_view case_id, const Profile& profile, const Command& command, const DateTime& now);

  /// Decides a command and keeps what follows. With an expected version, a case that has moved on is a refusal
  /// `case-moved-on`; without one, the command is decided again on the new state.
  /// A birth that another case has exactly is refused at acceptance, with `duplicate-birth`.
  Executed execute(std::string_view case_id, const Command& command, const DateTime& now,
                   std::optional<std::uint64_t> expected_version = std::nullopt);

  /// The case as it is now. Errors: those of `Store::load`, and of the rules it was accepted under.
  Result<Case> load(std::string_view case_id);

 private:
  Store& store_;
  ProfileById profiles_;
};

}  // namespace birthcase::store
