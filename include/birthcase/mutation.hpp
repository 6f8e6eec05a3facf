/// Mutants of profiles: rules changed in one place each. Tests that do not notice a change do not test the rule.
#pragma once

#include <birthcase/profile_data.hpp>
#include <birthcase/result.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace birthcase {

/// One change of one rule.
///
/// `change` is one of: `delete`; `negate`; `when: and → or`, and the same for every other operator, number, date and
/// duration of a condition, each moved by one (`when: < → <=`, `when: P30D → P31D`), also of a derivation's `value`;
/// `valid/from: 2019-04-29 → 2019-04-30`; `within/working_days: 3 → 4`; `evidence: without ID`, `services: …`,
/// `fields: …`. Where a rule has a change twice, the second is `… #2`.
struct Mutant {
  std::string rule;    ///< its id; `SERVICE/FIELD` of a form's line; `EVIDENCE/ACCEPTED` of an alternative
  std::string change;  ///< see above
  std::string path;    ///< JSON pointer of the rule
  std::string place;   ///< JSON pointer of the changed place
  std::optional<std::string> json{};  ///< what stands there instead; nothing: it is gone
};

/// The mutants of one profile's own document: not of what it extends.
class ProfileMutants {
 public:
  /// Errors are those of JSON; entries that are not rules are skipped; loading the profile reports them.
  static Result<ProfileMutants> make(std::string_view profile_json);

  std::span<const Mutant> all() const noexcept { return mutants_; }

  /// The document with this change.
  std::string text(const Mutant& mutant) const;

 private:
  struct Document;

  std::shared_ptr<const Document> document_;
  std::vector<Mutant> mutants_;
};

/// A profile as the texts that it is made of: its own first, then what it extends, each with its id.
struct LayeredProfile {
  std::vector<std::pair<std::string, std::string>> layers;

  friend bool operator==(const LayeredProfile&, const LayeredProfile&) = default;
};

/// Gives the texts of the profile that a document of tests names.
using LayerLookup = std::function<Result<LayeredProfile>(std::string_view id_or_file)>;

/// A file of rule tests, and where its profiles are.
struct MutationTests {
  std::string name;
  std::string text;
  LayerLookup profiles;
};

/// `{"rule": …, "change": …, "reason": …}` of a list of survivors: a mutant that no test can tell from the rule.
struct AcceptedSurvivor {
  std::string rule;
  std::string change;
  std::string reason;
};

/// Reads a list of survivors. Errors: those of JSON; `wrong_type`, `missing` and `unknown_name` with path, line,
/// column.
Result<std::vector<AcceptedSurvivor>> survivors_in(std::string_view json);

/// A mutant that no test noticed.
struct Survivor {
  std::string document;  ///< id of the profile that was changed
  Mutant mutant;
  std::string reason;  ///< why that is accepted; empty: it is not
};

struct MutationReport {
  std::size_t mutants = 0;
  std::size_t killed = 0;      ///< by a failing test, or because the profile no longer loads
  std::size_t unloadable = 0;  ///< of these: the profile no longer loads
  std::vector<Survivor> survivors;
  std::vector<AcceptedSurvivor> killed_after_all;  ///< accepted, and yet killed or not there

  /// Every mutant is killed or accepted, and nothing is accepted in vain.
  bool passed() const noexcept;
};

struct MutationOptions {
  std::string rule{};  ///< only rules whose id begins so
  bool own = false;    ///< only rules of the profiles that tests name, not of those below
  std::vector<AcceptedSurvivor> accepted{};
  ProfileData data{};  ///< that all profiles are loaded with
};

/// Changes every rule of the profiles under test, one change at a time, and runs the tests until one fails. Errors: of
/// documents and profiles that cannot be read; `contradiction` where a test fails already.
Result<MutationReport> run_mutants(const std::vector<MutationTests>& tests, const MutationOptions& options);

/// `{mutants, killed, unloadable, survivors: [{document, rule, change, path, reason?}], killed_after_all: […]}`
std::string to_json(const MutationReport& report);

}  // namespace birthcase
