/// FEEL expressions over facts: compiled once against a vocabulary, evaluated with three-valued logic.
///
/// `docs/conditions.md` is the reference of the subset.
#pragma once

#include <birthcase/result.hpp>
#include <birthcase/value.hpp>

#include <boost/container/small_vector.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace birthcase {

struct FactRef;

/// Where a fact stands. Family facts and newborn facts are numbered apart, each from 0.
struct Slot {
  std::uint16_t index = 0;
  bool newborn = false;  ///< the fact belongs to each newborn rather than to the family

  /// The fact: this newborn's if each newborn has it, else the family's.
  constexpr FactRef of(std::uint16_t whose) const noexcept;

  friend bool operator==(Slot, Slot) = default;
};

/// A fact of one application: a slot and, for newborn facts, whose.
struct FactRef {
  static constexpr std::uint16_t family = 0xffff;

  std::uint16_t index = 0;
  std::uint16_t newborn = family;  ///< 0-based, or `family`

  constexpr Slot slot() const noexcept { return {index, newborn != family}; }

  friend bool operator==(FactRef, FactRef) = default;
  friend auto operator<=>(FactRef, FactRef) = default;
};

constexpr FactRef Slot::of(std::uint16_t whose) const noexcept { return {index, newborn ? whose : FactRef::family}; }

using FactRefs = boost::container::small_vector<FactRef, 8>;

/// The meaning of a name in an expression.
struct Binding {
  Slot slot;
  Kind kind = Kind::any;
  bool newborn_list = false;                        ///< the name is the list of newborns itself
  const std::vector<std::string>* codes = nullptr;  ///< sorted; the only texts this fact can be equal to, if limited
};

/// A function that a vocabulary adds to FEEL's own, of one argument and without side effects.
///
/// One that looks its argument up in a list says so: then a proof can follow it, where others are opaque.
struct DomainFunction {
  std::string_view name;  ///< may contain spaces, as FEEL's own do; must outlive every expression that calls it
  Kind parameter = Kind::any;
  Kind result = Kind::any;
  std::function<Value(const Value& argument)> call{};  ///< never sees unknown; answers null for what it cannot do
  std::vector<std::pair<Value, Value>> listed{};       ///< of a list: what it answers for these arguments
  Value otherwise = Value::null();                     ///< of a list: what it answers for all others
};

/// The names that an expression may use.
class Vocabulary {
 public:
  virtual ~Vocabulary() = default;

  /// The fact of this dotted name (`mother.hukou.division`, `newborn.name`, `father`, `newborns`), if there is one.
  virtual std::optional<Binding> find(std::string_view name) const = 0;

  /// Every name that can be found, for suggestions; called only to explain an error.
  virtual std::vector<std::string> names() const = 0;

  /// A function that FEEL does not have, or nullptr.
  virtual const DomainFunction* function(std::string_view name) const;
};

/// The facts that an expression is evaluated over: a view, valid only during the call.
struct Facts {
  std::span<const Value* const> family;                     ///< by slot; never null pointers
  std::span<const std::span<const Value* const>> newborns;  ///< by newborn, then by slot
  std::uint16_t newborn = FactRef::family;                  ///< whose facts `newborn.…` are
};

/// Plain named values as a vocabulary with its facts: expressions without a profile.
class NamedValues final : public Vocabulary {
 public:
  using Entry = std::pair<std::string, Value>;

  /// Names are as FEEL writes them; of two equal names the later counts. At most 65 535 names: `out_of_range`.
  static Result<NamedValues> make(std::vector<Entry> entries);

  std::optional<Binding> find(std::string_view name) const override;
  std::vector<std::string> names() const override;

  /// The facts that `find` gives slots of; valid as long as this object.
  Facts facts() const noexcept { return Facts{pointers_, {}, FactRef::family}; }

 private:
  std::vector<Entry> entries_;  // sorted by name
  std::vector<const Value*> pointers_;
};

/// What an evaluation looked at.
struct Trace {
  FactRefs read;      ///< facts read, in order of first reading, without repetition
  FactRefs deciding;  ///< if the result is unknown: the unknown facts that it depends on; else empty
};

enum class Truth : std::uint8_t { no, yes, unknown };

/// Kleene's conjunction, disjunction and negation.
constexpr Truth operator&&(Truth left, Truth right) noexcept {
  if (left == Truth::no || right == Truth::no) return Truth::no;
  return left == Truth::yes && right == Truth::yes ? Truth::yes : Truth::unknown;
}
constexpr Truth operator||(Truth left, Truth right) noexcept {
  if (left == Truth::yes || right == Truth::yes) return Truth::yes;
  return left == Truth::no && right == Truth::no ? Truth::no : Truth::unknown;
}
constexpr Truth operator!(Truth truth) noexcept {
  if (truth == Truth::unknown) return truth;
  return truth == Truth::yes ? Truth::no : Truth::yes;
}

class Expression;

namespace feel {
struct Program;
const Program& program_of(const Expression& expression) noexcept;
}  // namespace feel

/// A compiled expression. Immutable, cheap to copy, safe to share between threads.
class Expression {
 public:
  /// Compiles `text`. Errors carry the column and, for a name that does not exist, the nearest that does.
  /// Limits: 64 KiB of text, 64 levels of nesting, 250 operators deep (`out_of_range`).
  static Result<Expression> compile(std::string_view text, const Vocabulary& vocabulary);

  /// The value over these facts. An evaluation that would take too long (more than about a million elementary
  /// steps) or grow too large answers null, as FEEL does where it cannot answer.
  Value evaluate(const Facts& facts) const;
  Value evaluate(const Facts& facts, Trace& trace) const;

  const std::string& text() const noexcept;
  Kind kind() const noexcept;                       ///< the static type, `any` where it depends on the facts
  std::span<const Slot> mentions() const noexcept;  ///< every fact that the text names, once each

 private:
  explicit Expression(std::shared_ptr<const feel::Program> program) noexcept : program_(std::move(program)) {}
  std::shared_ptr<const feel::Program> program_;
  friend class Condition;
  friend const feel::Program& feel::program_of(const Expression& expression) noexcept;
};

/// An expression that answers yes, no or unknown. A result of null counts as no: what is not there is not so.
class Condition {
 public:
  /// As `Expression::compile`, and stricter: an expression that can never be boolean is a `wrong_type` error, and a
  /// constant call that answers null, such as `date("2019-02-30")`, is `out_of_range`.
  static Result<Condition> compile(std::string_view text, const Vocabulary& vocabulary);

  Truth test(const Facts& facts) const;
  Truth test(const Facts& facts, Trace& trace) const;

  const std::string& text() const noexcept { return expression_.text(); }
  std::span<const Slot> mentions() const noexcept { return expression_.mentions(); }
  const Expression& expression() const noexcept { return expression_; }

 private:
  explicit Condition(Expression expression) noexcept : expression_(std::move(expression)) {}
  Expression expression_;
};

}  // namespace birthcase
