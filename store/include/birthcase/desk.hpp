/// The desk at which cases are worked on: commands in, events and messages kept.
///
/// \code
/// auto store = birthcase::store::open_sqlite("births.db").value();
/// birthcase::store::Desk desk(*store);
/// auto opened = desk.open("wl-2019-0001", profile, {"window-1", birthcase::commands::Open{json}}, now);
/// if (!opened) return show(opened.error().message);
/// auto accepted = desk.execute("wl-2019-0001", {"window-1", birthcase::commands::Accept{}}, now);
/// \endcode
#pragma once

#include <birthcase/store.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::store {

/// How an erasure stands.
enum class Erasure : std::uint8_t {
  finished,    ///< nothing is left in the store
  unfinished,  ///< forgotten, but texts may be left: in old pages or rows that somebody still reads, or among those of
               ///< which a damaged store cannot say whose they are. Erase again later
};
/// `finished`, `unfinished`
std::string_view name_of(Erasure erasure) noexcept;

/// What a kept command came to.
struct Outcome {
  std::uint64_t version = 0;  ///< of the case by now
  Decision decision;
  std::vector<BirthKey> alike;  ///< births in other cases that are exactly or nearly this one
  std::optional<Erasure>
      erasure{};  ///< of the command `Erase`; `unfinished` goes with the finding `erasure-unfinished`

  /// Notes that an erasure is unfinished.
  void leave_unfinished();

  /// The same where the case lacks texts and the store has some that may be its: `Store::lacks_texts`.
  void leave_lacking();
};

using Executed = boost::system::result<Outcome, Refusal>;

/// Gives the profile of this id, for cases that are not accepted yet. Accepted ones carry their rules with them.
using ProfileById = std::function<Result<Profile>(std::string_view id)>;

/// Is told the result of a command, right before that is kept: for callers that must have the answer ready by then,
/// because memory may run out afterwards. An exception of it goes through, and nothing is kept. Commands that change
/// nothing keep nothing.
using BeforeKeeping = std::function<void(const Outcome& outcome)>;

struct BirthsNow;

/// Works on the cases of a store. Belongs to one thread at a time.
///
/// An error of the store becomes a refusal of the same kind, with the name of the kind as its code: `storage`,
/// `unknown-name`; the code is `rules-differ` if a case's rules are not the texts that its acceptance names.
class Desk {
 public:
  /// With the built-in profiles.
  explicit Desk(Store& store);
  Desk(Store& store, ProfileById profiles, ProfileData data = {});

  /// Opens a case under a profile. Refused with `case-exists`.
  Executed open(std::string_view case_id, const Profile& profile, const Command& command, const DateTime& now,
                const BeforeKeeping& before_keeping = {});

  /// Decides a command and keeps the events that follow. If the case has another version than the expected one, refuses
  /// with `case-moved-on`. Without an expected version, it decides the command again on the new state whenever another
  /// program has changed the case meanwhile (up to 100 times, then `case-moved-on`).
  ///
  /// When a case is opened, its facts are set or it is accepted, the desk looks up births in other cases that are like
  /// its own. The same happens for births that a correction, a supplement or an answer has changed. Withdrawn, erased
  /// cases do not count, nor closed ones that sent the newborn to another channel. Each birth found gets a finding:
  /// `birth-alike`, or `births-too-near` if the same mother gave birth on another day within the profile's
  /// `birth_spacing`. If a birth is exactly the same, an acceptance, a correction and a supplement are refused with
  /// `duplicate-birth`, and each finding names the other case. A department's answer is kept, with the finding.
  ///
  /// `Erase` forgets also a case that cannot be loaded, because its rules or events are damaged or lost; and on a case
  /// that is erased it adds no event, tries again to remove what somebody kept from being removed, and says how that
  /// stands.
  Executed execute(std::string_view case_id, const Command& command, const DateTime& now,
                   std::optional<std::uint64_t> expected_version = std::nullopt,
                   const BeforeKeeping& before_keeping = {});

  /// The case as it is now. Errors: those of `Store::load`, and of the rules it was accepted under; `contradiction` if
  /// those are not the texts that the acceptance names.
  ///
  /// Holiday notices and code tables are those of today: of the profile that `profiles` gives for the case's profile
  /// id, or else the desk's `data`. They may be others than at acceptance; a calendar that has grown never stands in
  /// the way of a case, and the digests of the acceptance stay as they were.
  Result<Case> load(std::string_view case_id);

  /// Works out births and deadlines of cases that came with an older library's file or were imported; says of how many.
  /// A question for births does it first; after an update this does it at a time of your choosing. A case whose
  /// profile this desk does not have stays as it is.
  Result<std::uint64_t> refill_look_ups(const DateTime& now);

  /// `Store::verify`, and more: each case is replayed under its rules, and each row about it is compared with that: its
  /// status, profile and moment, the texts of its rules, its births and deadlines, and in the outbox to whom, about
  /// what, in which order and with which words each message goes. Of one case, or of all.
  Result<Verification> verify(std::string_view case_id = {});

  /// `Store::repair` of one case or, with an empty id, of all; deadlines stand as they do at `now`. A second repair
  /// changes nothing.
  Result<Repair> repair(std::string_view case_id, const DateTime& now);

  /// `Store::import_case` under this desk's profiles.
  Result<std::string> import_case(std::string_view json);

 private:
  Result<Profile> rules_of(const Stored& stored);
  Replay replaying(std::optional<DateTime> now);
  Executed attempt(const Case& before, const Command& command, const DateTime& now,
                   const BeforeKeeping& before_keeping);
  Executed keep(const Case& before, const Case& after, const BirthsNow& births, Outcome outcome, const DateTime& now,
                const BeforeKeeping& before_keeping);
  Result<std::vector<BirthKey>> births_alike(const std::vector<BirthKey>& ours, int spacing_days, const DateTime& now);
  Executed erase_unread(std::string_view case_id, const Command& command, const DateTime& now,
                        std::optional<std::uint64_t> expected_version, const BeforeKeeping& before_keeping);
  Result<bool> is_damaged(std::string_view case_id, const Result<Case>& loaded);
  Executed erase_again(std::string_view case_id, std::uint64_t version);
  Result<void> tell_unfinished(std::string_view case_id, Outcome& outcome);
  Result<bool> refill(std::string_view case_id, const DateTime& now);

  Store& store_;
  ProfileById profiles_;
  ProfileData data_;
  std::map<std::string, Profile, std::less<>> pinned_;  // rules of accepted cases, by digest
  std::set<std::string, std::less<>> not_refilled_;     // cases whose rules this desk does not have
};

}  // namespace birthcase::store
