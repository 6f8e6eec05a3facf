/// Coverage of rules, not of lines: what tests have seen every rule of the profiles under test do.
#pragma once

#include <birthcase/plan.hpp>
#include <birthcase/profile.hpp>
#include <birthcase/result.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase {

namespace coverage {
struct Watched;
}

/// Something that some test should have seen a rule do.
///
/// `what` is one of: `applying`, `not applying`, `undetermined`; `applying for ID`, for each service, evidence or field
/// that the rule lists; `in force`, `before DAY`, `after DAY`, of a rule with `valid` (out of force counts where its
/// condition holds: the day alone decides); `true and deciding: ATOM` and `false and deciding: ATOM`, for each part of
/// a condition that `and`, `or`, `not`, `if` or the tests of an `in` join: the opposite answer of this part alone would
/// turn the whole condition (masking MC/DC).
struct Obligation {
  std::string table;      ///< as in a profile: `lanes`, `promises`, …; also `form`, `alternatives`, `profile`
  std::string rule;       ///< its id; `SERVICE/FIELD` of a form's line; `EVIDENCE/ACCEPTED/HOLDER` of an alternative
  std::string what;       ///< see above
  std::string condition;  ///< the rule's, empty where it has none
  std::string atom;       ///< the part of the condition that this is about, if it is about one
  std::string document;   ///< the profile that the rule stands in
  std::string path;       ///< JSON pointer of the rule in that profile
  std::vector<std::string> profiles{};  ///< ids of those under test that have the rule, unchanged
  bool seen = false;
  std::string excuse{};  ///< why no test can show it, in a test document's words; empty: none is given
  bool counts = true;    ///< false where the rule was left out

  /// Whether a test is still wanted for it.
  bool missing() const noexcept { return counts && !seen && excuse.empty(); }

  /// Whether none has shown it, and someone has said why none can.
  bool excused() const noexcept { return counts && !seen && !excuse.empty(); }

  /// Whether the rule comes, unchanged, from a profile below those under test.
  bool inherited() const noexcept { return std::find(profiles.begin(), profiles.end(), document) == profiles.end(); }
};

/// `{"rule": …, "what": …, "reason": …}` of a test document's `uncovered`.
struct Excuse {
  std::string rule;
  std::string what;
  std::string reason;
  std::string path;        ///< JSON pointer into the test document
  std::string document{};  ///< what messages call that document
};

/// The excuses of a test document, which messages call `name`. Errors are those of JSON, and `wrong_type`, `missing`,
/// `unknown_name` with the path.
Result<std::vector<Excuse>> excuses_in(std::string_view test_document, std::string name = {});

/// How many of the obligations of one table have been met.
struct CoverageTotal {
  std::string table;  ///< empty: of all
  std::size_t demanded = 0;
  std::size_t seen = 0;     ///< of `demanded`
  std::size_t excused = 0;  ///< not among `demanded`
};

/// Collects what plans have shown. Not safe for changes from several threads at once; `merge` joins what each has seen.
///
/// Coverage does not demand what is proved impossible: a rule after an unconditional one, which is never reached; a
/// rule of a service that never takes this window's lane; *undetermined* if the condition mentions only facts that are
/// always known (the jurisdiction, the day of acceptance, facts that follow from nothing). It does not count rules of
/// options that are switched off. If several profiles under test inherit a rule unchanged, it counts as one obligation.
class Coverage {
 public:
  /// Demands everything that the rules of this profile must show.
  void expect(const Profile& profile);

  /// Notes what this plan has shown. If its profile was not expected yet, expects it.
  void see(const Plan& plan);

  /// The places in `obligations()` of what this plan shows, in order. Expects its profile, and notes nothing else.
  std::vector<std::size_t> shown_by(const Plan& plan);

  /// Takes over what another one demands and has seen.
  void merge(const Coverage& other);

  /// Says why something cannot be shown. Error: `unknown_name` if no rule must show this.
  Result<void> excuse(const Excuse& excuse);

  /// One error of kind `contradiction` for each excuse whose obligation has been seen.
  std::vector<Error> needless_excuses() const;

  std::span<const Obligation> obligations() const noexcept { return obligations_; }

  /// Counts only the rules of the profiles under test, not of the profiles below, which have their own tests. Rules
  /// that are expected or merged later count again.
  void leave_out_inherited();

  /// By table, in the order of a profile; those without obligations are left out.
  std::vector<CoverageTotal> totals() const;
  CoverageTotal total() const;

  /// Seen of demanded in percent, 100 where nothing is demanded.
  double percent() const;

  /// The profiles under test, as their rules are watched.
  std::vector<std::shared_ptr<const coverage::Watched>> watched() const;

 private:
  const coverage::Watched& watch(const Profile& profile);
  std::size_t add(const Obligation& obligation);

  std::vector<Obligation> obligations_;
  std::map<std::string, std::size_t, std::less<>> places_;
  std::map<const Rules*, std::shared_ptr<const coverage::Watched>> watched_;
  std::vector<std::pair<Excuse, std::vector<std::size_t>>> excuses_;  // with the obligations that each is about
};

/// Totals, what is missing and what is excused, as JSON: see docs/testing-rules.md.
std::string to_json(const Coverage& coverage);

/// What to suggest tests for, and how hard to look.
struct SuggestionOptions {
  Date as_of;                  ///< the day of the suggested cases, where a rule's dates do not ask for another
  std::size_t tries = 4000;    ///< applications that are tried for one obligation, at most
  std::size_t cases = 10'000;  ///< at most this many test cases
  std::map<std::string, std::string, std::less<>> names{};  ///< by id, how the document names a profile otherwise
};

/// A file of rule tests with a test case for each missing obligation for which the search found one.
struct Suggestion {
  std::string document;                ///< JSON, indented; empty where there is no case
  std::size_t cases = 0;               ///< how many
  std::vector<std::size_t> covered{};  ///< places in `obligations()` that the cases show
  std::vector<std::size_t> not_found{};
};

/// Looks for applications that show what is missing. The same coverage gives the same document. What the cases expect
/// is what the library answers today, so their names begin with `CONFIRM: ` until a person has compared them with the
/// source.
Suggestion suggest(const Coverage& coverage, const SuggestionOptions& options);

}  // namespace birthcase
