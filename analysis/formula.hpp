/// Values and answers that are not known yet but reasoned about: FEEL's four-valued logic as formulas of the solver.
#pragma once

#include <birthcase/value.hpp>

#include "feel/operations.hpp"

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>
#include <z3++.h>

namespace birthcase::analysis {

/// Days and moments are numbers: of days, and of seconds.
inline constexpr int seconds_a_day = 86'400;

/// A value: at most one of `unknown` and `null` holds; where neither does, it is `value`.
struct Term {
  Kind kind;  ///< of `value`; `null` where it is always null
  z3::expr unknown;
  z3::expr null;
  z3::expr value;
};

/// An answer: at most one of the three holds; where none does, it is null.
struct Answer {
  z3::expr yes;
  z3::expr no;
  z3::expr unknown;
};

/// Texts as numbers: only their equality matters. Every text that stands in a rule or a code table has a number of its
/// own; from `others` on are those that stand nowhere.
class Texts {
 public:
  static constexpr unsigned bits = 21;  ///< of a number
  static constexpr int others = 1 << (bits - 1);

  int id(std::string_view text);

  /// The number of a text that stands in a rule.
  int written(std::string_view text);
  const std::set<int>& all_written() const noexcept { return written_; }

  /// The text of a number, or nullptr for one that is written nowhere.
  const std::string* find(int id) const noexcept;

 private:
  std::map<std::string, int, std::less<>> ids_;
  std::vector<std::string> texts_;
  std::set<int> written_;
};

/// Makes formulas. One for everything that is to be compared; not for several threads.
class Formulas {
 public:
  z3::context& context() noexcept { return context_; }
  Texts& texts() noexcept { return texts_; }

  z3::expr truth(bool value) { return context_.bool_val(value); }
  z3::expr any(std::span<const z3::expr> parts);
  z3::expr all(std::span<const z3::expr> parts);

  /// Whether a text is one of these numbers.
  z3::expr among(const z3::expr& value, std::vector<int> numbers);

  Answer answer(bool value) { return {truth(value), truth(!value), truth(false)}; }
  Answer null_answer() { return {truth(false), truth(false), truth(false)}; }
  Answer unless(const Answer& answer) const { return {answer.no, answer.yes, answer.unknown}; }
  Answer both(const Answer& a, const Answer& b);
  Answer either(const Answer& a, const Answer& b);
  Answer choice(const z3::expr& condition, const Answer& a, const Answer& b);

  /// As rules read it: null counts as no.
  Answer plain(const Answer& answer);

  Term constant(const Value& value);
  Term null_term(Kind kind);
  Term unknown_term(Kind kind);
  Term choice(const z3::expr& condition, const Term& a, const Term& b);
  Term term(const Answer& answer);
  Answer answer(const Term& term);

  Answer equal(const Term& a, const Term& b);
  Answer compare(feel::Comparison comparison, const Term& a, const Term& b);

  /// The number of a text, and whether a text has this number or a greater one.
  z3::expr text(int number) { return context_.bv_val(number, Texts::bits); }
  z3::expr from(const z3::expr& value, int number) { return z3::uge(value, text(number)); }

  /// The sort that values of a kind are reasoned about with. Texts are words of bits: of these the solver is quicker to
  /// say whether they are equal than of numbers.
  z3::sort sort_of(Kind kind);
  static bool is_comparable(Kind kind) noexcept;

  /// A value of which nothing is known but that equal arguments give equal values.
  Term opaque(const std::string& name, Kind kind, std::span<const Term> arguments);
  bool used_opaque() const noexcept { return used_opaque_; }

 private:
  z3::expr blank(Kind kind);
  z3::expr texts_before(feel::Comparison comparison, const Term& a, const Term& b, const z3::expr& open);

  z3::context context_;
  Texts texts_;
  bool used_opaque_ = false;
};

/// Days since 1970-01-01, and seconds of the same count.
std::int64_t days_of(const CivilDate& date);
std::int64_t seconds_of(const CivilDateTime& moment);
Date date_of_days(std::int64_t days);

}  // namespace birthcase::analysis
