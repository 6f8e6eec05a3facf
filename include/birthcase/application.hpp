/// The facts of one birth, as far as they are known, under one profile.
///
/// Put each fact by its dotted name (`mother.hukou.division`; `newborn.name` with the newborn's number), or read all of
/// them from JSON. A fact that was never put is unknown, which is not the same as null.
#pragma once

#include <birthcase/look_up.hpp>
#include <birthcase/profile.hpp>
#include <birthcase/result.hpp>
#include <birthcase/value.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase {

enum class HandedInAs : std::uint8_t { original, copy, scan };
std::string_view to_string(HandedInAs as) noexcept;

/// A document that the family has handed in.
struct HandedIn {
  EvidenceId evidence{};
  HolderId holder{};                        ///< none if the document has none
  std::uint16_t newborn = FactRef::family;  ///< 0-based, for documents of a newborn
  HandedInAs as = HandedInAs::original;

  friend bool operator==(const HandedIn&, const HandedIn&) = default;
};

/// A service that was completed in this very case.
struct CompletedService {
  ServiceId service{};
  std::uint16_t newborn = FactRef::family;

  friend bool operator==(const CompletedService&, const CompletedService&) = default;
};

/// The facts themselves; shared by an application and the plans made of it.
struct FactStore {
  using Values = std::vector<Value>;

  Values family;
  std::vector<Values> newborns;
  std::vector<HandedIn> evidence;
  std::vector<LookUp> look_ups;    ///< those that somebody has asked, each once
  std::vector<IssuedFact> issued;  ///< facts that departments issued, while they are unchanged
  std::vector<Finding>
      findings;  ///< of format and code checks, in the order of the facts: the family's, each newborn's
  std::vector<FactRef> found_at;  ///< the fact of each finding, in the same places
  std::vector<FactRef> refused;   ///< facts whose value failed its check: kept, shown, and unknown to every rule
  ServiceSet asked_for;           ///< optional services asked for; counts once `services` is known
  std::vector<CompletedService> completed;  ///< their results do not count as done before
  std::optional<Date> told_on;  ///< of a case under way: the day of the last word; days up to it can be past
};

/// One application. Not safe for changes from several threads at once; copies are cheap and independent.
/// A change is made whole or not at all, even if memory runs out.
///
/// A group of facts is a fact itself. `father` is null when it was told that there is none: then everything below it is
/// null, until a fact below it is given a value, which makes the others unknown again. It is known, and not null,
/// as soon as a fact below it is known.
class Application {
 public:
  static constexpr std::size_t max_newborns = 16;
  static constexpr std::size_t max_evidence = 256;         ///< documents handed in
  static constexpr std::size_t max_reference_bytes = 128;  ///< of a look-up's reference
  static constexpr std::size_t max_text_bytes = 1 << 20;   ///< of the JSON, and of a single text
  static constexpr std::string_view max_number = "1e308";  ///< in JSON, either side of zero: every reader can hold it

  explicit Application(Profile profile);

  /// Reads a whole application or nothing. An error has its path and position: `syntax`,
  /// `encoding`, `unknown_name` (key or id), `wrong_type`, `contradiction` (a key twice), `out_of_range` (too large or
  /// too deep, too many newborns), `missing` (a document handed in without saying which).
  /// A value in quotes is read like a text given to `put`, except where true or false belongs.
  static Result<Application> parse(const Profile& profile, std::string_view json);

  const Profile& profile() const noexcept { return profile_; }

  /// Puts a fact. Text is accepted for every type and read as that type (`true`, `2019-05-06`, `3.5`; a list with
  /// commas between its items), without the blanks around it; null says that there is none; unknown clears. `newborn`
  /// is the 0-based place of the newborn for names that begin with `newborn.`; the next free place adds one. A name can
  /// be a group, with null as the only value: `father`. A value that its format or code table refuses is kept, reported
  /// by `findings()` and unknown to the rules. Errors (nothing is changed): `unknown_name`, `wrong_type`,
  /// `out_of_range`, `encoding`.
  Result<void> put(std::string_view name, Value value, std::uint16_t newborn = FactRef::family);

  /// Makes a fact, or all facts of a group, unknown again, and the group too if nothing in it is known any more.
  /// A fact that is null because its group is null stays null. Errors: `unknown_name`, `out_of_range`.
  Result<void> clear(std::string_view name, std::uint16_t newborn = FactRef::family);

  /// The value as it was put, numbers of documents in plain letters and digits; unknown if none was. A known group is
  /// an empty context. Errors: `unknown_name`, `out_of_range`.
  Result<Value> get(std::string_view name, std::uint16_t newborn = FactRef::family) const;

  /// Notes a document as handed in; a second note changes nothing. A document of a newborn is the only newborn's if
  /// none is named. Errors: `unknown_name` of the document or holder; `out_of_range`; `missing` if the newborn must be
  /// named; `contradiction` for a newborn of a document that is not a newborn's. The holder may be left out if only
  /// one person must bring such a document; if several must, a plan counts it for nobody (`Plan::is`).
  Result<void> hand_in(std::string_view evidence, std::string_view holder = {}, HandedInAs as = HandedInAs::original,
                       std::uint16_t newborn = FactRef::family);

  /// Notes that a service was completed in this very case: its results do not make it one that was done before.
  /// Errors: `unknown_name` of the service.
  Result<void> complete(std::string_view service, std::uint16_t newborn = FactRef::family);

  /// Notes the day on which facts were told last, if that is after the acceptance: days up to it are past.
  void told_on(Date day);

  /// Notes the result of a look-up, and replaces an earlier one; `open` removes it. A look-up of each newborn is the
  /// only newborn's if none is named. Only facts that the share supplies can be found, and only by a look-up that
  /// succeeded; a value that its format or code table refuses is an error. A found fact fills in what nobody has
  /// told. Errors (nothing is changed), with the path inside the look-up: `unknown_name` of the share or a fact;
  /// `contradiction` for the hospital's own records, for a fact that the share does not supply or of a look-up that did
  /// not succeed, and for a newborn if it is the family's; `missing` if the newborn must be named;
  /// `out_of_range`, `wrong_type`, `encoding`.
  Result<void> look_up(const NamedLookUp& look_up);

  /// Notes that a department issued facts, as they stand now: `Plan::provenance` says so. `message` is the one that
  /// it answered; empty for a correction that it ordered.
  void note_issued(std::span<const FactRef> facts, OrganisationId organisation, const DateTime& at,
                   std::string_view message);

  /// Forgets that facts were issued: somebody tells them again.
  void forget_issued(std::span<const FactRef> facts);

  /// The same facts under another profile, checked by its rules. A fact that the profile does not know, or knows with
  /// another type, is left out, with an info finding `fact-unknown-to-profile` after all others.
  Application under(const Profile& other) const;

  std::size_t newborn_count() const noexcept { return facts_->newborns.size(); }

  /// The findings of the checks of formats and code tables, in the order of the facts.
  std::span<const Finding> findings() const noexcept { return facts_->findings; }

  const std::shared_ptr<const FactStore>& facts() const noexcept { return facts_; }

 private:
  FactStore& change();
  Result<Slot> locate(std::string_view name, std::uint16_t newborn) const;

  Profile profile_;
  std::shared_ptr<const FactStore> facts_;
};

/// The fact that a name such as `newborns[0].name` means, with a newborn that the application may not have yet.
/// Errors: `unknown_name`, with the nearest.
Result<FactRef> fact_named(const Profile& profile, std::string_view name);

/// The id in the document's `profile` key, if it has one: for callers that choose the profile by it.
/// Errors are those of `parse` that need no profile. What stands after the key is left for `parse` to judge.
Result<std::optional<std::string>> profile_named_in(std::string_view application_json);

}  // namespace birthcase
