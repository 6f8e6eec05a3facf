// Expectations as they are compiled, and how they are compared.
#pragma once

#include <birthcase/testing.hpp>

#include "json/element.hpp"
#include "testing/names.hpp"
#include "testing/reasons.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace birthcase::testing {

using json::Element;
using json::text_at;

using Mismatches = std::vector<Mismatch>;

/// What is expected of a plan: adds to the mismatches what is not so.
using Expectation = std::function<void(const Plan& plan, Mismatches& mismatches)>;

/// Everything that one case expects.
class Expectations {
 public:
  void add(Expectation expectation) { all_.push_back(std::move(expectation)); }
  void compare(const Plan& plan, Mismatches& mismatches) const {
    for (const Expectation& each : all_) each(plan, mismatches);
  }

 private:
  std::vector<Expectation> all_;
};

/// A set of names as tests write it: a list, or an object with these members.
struct NameSet {
  std::optional<Names> exactly;
  Names include;
  Names exclude;
};

/// Reads one name; the error has no place yet.
using ReadName = std::function<Result<Name>(std::string_view text)>;

/// A list of names, or an object with `exactly`, `include`, `exclude`.
NameSet read_set(const Element& set, const ReadName& read_name);

/// The same members of an object that has others too.
NameSet read_set_members(const Element& object, const ReadName& read_name);

/// Compares a set with what the plan has; `what` begins the expectation's name: `fields asked`.
void compare_set(const Plan& plan, std::string_view what, const NameSet& set, const std::vector<Item>& got,
                 Mismatches& mismatches);

/// What is different about one thing, attribute by attribute. The texts are made only where something differs.
class Differences {
 public:
  template <class Expected, class Got>
  void note(std::string_view key, bool same, Expected&& expected, Got&& got) {
    if (same) return;
    expected_.push_back(named(key, expected()));
    got_.push_back(named(key, got()));
  }

  bool any() const noexcept { return !expected_.empty(); }

  /// Adds the mismatch.
  void report(std::string expectation, Reasons reasons, Mismatches& mismatches);

 private:
  static std::string named(std::string_view key, const std::string& text) {
    return key.empty() ? text : std::string(key) + ' ' + text;
  }

  std::vector<std::string> expected_;
  std::vector<std::string> got_;
};

/// A mismatch with its reasons: the first becomes its own.
Mismatch mismatch(std::string expectation, Reasons reasons);

inline std::string id_or_none(const Rule* rule) { return rule == nullptr ? "none" : rule->id; }

/// What the expectations of one case are read with.
struct CaseReader {
  const Directories& ids;
  std::uint16_t newborns = 1;  ///< how many there are in the case
  Expectations& expectations;

  ReadName evidence() const;
  ReadName services() const;
  ReadName fields() const;
  ReadName facts() const;
  ReadName evidence_or_fields() const;
  ReadName look_ups() const;
};

/// Reads the row that a member names: nothing if it is absent or wrong, no row for null.
template <class Find, class Row = typename std::invoke_result_t<Find, std::string_view>::value_type>
std::optional<Row> row_or_null(const Element& object, std::string_view key, Find&& find) {
  const auto member = object.member(key);
  if (!member) return std::nullopt;
  if (member->is_null()) return Row();
  const auto id = member->text();
  return id ? member->take(find(*id)) : std::nullopt;
}

/// One of a few words, by the text of `to_string`.
void fail_word(const Element& element, std::string_view what, std::string_view text,
               const std::vector<std::string_view>& candidates);
template <class Words>
std::optional<typename Words::value_type> read_word(const Element& element, std::string_view what, const Words& words) {
  const auto text = element.text();
  if (!text) return std::nullopt;
  std::vector<std::string_view> candidates;
  for (const auto word : words) {
    if (to_string(word) == *text) return word;
    candidates.push_back(to_string(word));
  }
  fail_word(element, what, *text, candidates);
  return std::nullopt;
}

/// The rule that `rule` names, nullptr for null.
std::optional<const Rule*> rule_or_null(const Element& object, const CaseReader& reader);

/// A day or moment as a text, nothing inside for null.
std::optional<std::optional<Due>> due_or_null(const Element& due);

std::string text_of(const std::optional<Due>& due);

// Each reads one member of `expect`.
void expect_evidence(const Element& evidence, const CaseReader& reader);
void expect_lanes(const Element& lanes, const CaseReader& reader);
void expect_steps(const Element& steps, const CaseReader& reader);
void expect_route(const Element& route, const CaseReader& reader);
void expect_fields(const Element& fields, const CaseReader& reader);
void expect_facts(const Element& facts, const CaseReader& reader);
void expect_counts(const Element& counts, const CaseReader& reader);
void expect_undetermined(const Element& set, const CaseReader& reader);
void expect_findings(const Element& set, const CaseReader& reader);
void expect_channels(const Element& set, const CaseReader& reader);
void expect_acceptable(const Element& acceptable, const CaseReader& reader);
void expect_due(const Element& due, const CaseReader& reader);
void expect_look_ups(const Element& look_ups, const CaseReader& reader);

}  // namespace birthcase::testing
