/// FEEL's builtin functions.
#pragma once

#include <birthcase/value.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace birthcase {
struct DomainFunction;
}

namespace birthcase::feel {

class Pattern;

/// How much an evaluation may still do. Whatever loops over hostile sizes spends first.
class Budget {
 public:
  static constexpr std::size_t steps = 1'000'000;            ///< of one evaluation
  static constexpr std::size_t steps_of_plan = 4'000'000;    ///< of all evaluations for one plan
  static constexpr std::size_t steps_for_everybody = 2'000;  ///< of one evaluation though those of the plan are used up
  static constexpr std::size_t steps_in_reserve = 8'000'000;   ///< of all those together
  static constexpr std::size_t steps_at_least = 50;            ///< of one evaluation though the reserve is used up too
  static constexpr std::size_t steps_of_explanation = 10'000;  ///< of one evaluation that only explains another

  explicit Budget(std::size_t allowed = steps) noexcept : left_(allowed) {}

  /// False if that much is no longer there; then the work must not be done, and never will be again.
  bool spend(std::size_t amount) noexcept {
    left_ = amount > left_ ? 0 : left_ - amount;
    return left_ > 0;
  }

  /// Spends what reading or copying this value costs, with everything in it. Because whatever is made is paid for,
  /// values that share their parts cannot grow beyond the budget either.
  /// A value nested deeper than any expression can write costs all that is left.
  bool spend_on(const Value& value) noexcept {
    if (value.is(Kind::text)) return spend(1 + value.as_text().size() / 64);
    if (value.is(Kind::time) || value.is(Kind::date_time)) return spend(cost_of_time(value));
    return value.kind() < Kind::list ? spend(1) : spend_on(value, 0);
  }

  /// Whether something could not be paid for: then the result says nothing.
  bool is_used_up() const noexcept { return left_ == 0; }

  std::size_t left() const noexcept { return left_; }

 private:
  bool spend_on(const Value& value, std::size_t depth) noexcept;

  /// What a named zone is at a moment must be looked up.
  static std::size_t cost_of_time(const Value& value) noexcept;

  std::size_t left_;
};

/// The arguments of one call, in the order of the parameters. None is unknown, unless the function asks for that.
class Arguments {
 public:
  Arguments(std::span<const Value* const> values, Budget& budget, const Pattern* pattern) noexcept
      : values_(values), budget_(budget), pattern_(pattern) {}

  std::size_t size() const noexcept { return values_.size(); }
  const Value& operator[](std::size_t index) const noexcept { return *values_[index]; }
  bool has(std::size_t index) const noexcept { return index < size() && !values_[index]->is_null(); }
  bool spend(std::size_t amount) const noexcept { return budget_.spend(amount); }
  Budget& budget() const noexcept { return budget_; }

  /// The pattern among them, if it was compiled already.
  const Pattern* pattern() const noexcept { return pattern_; }

 private:
  std::span<const Value* const> values_;
  Budget& budget_;
  const Pattern* pattern_;
};

/// A set of kinds.
class Kinds {
 public:
  constexpr Kinds(std::initializer_list<Kind> kinds) noexcept {
    for (const Kind kind : kinds) bits_ |= bit(kind);
  }
  constexpr Kinds(Kind kind) noexcept : bits_(bit(kind)) {}
  constexpr bool has(Kind kind) const noexcept { return (bits_ & (bit(kind) | bit(Kind::any))) != 0; }

 private:
  static constexpr std::uint32_t bit(Kind kind) noexcept { return 1U << static_cast<unsigned>(kind); }
  std::uint32_t bits_ = 0;
};

/// The name of a parameter that named arguments cannot mean, because they have an overload of their own.
constexpr std::string_view by_place = {};

struct Parameter {
  std::string_view name;
  Kinds kinds;            ///< others make the call null; a list of one item counts as that item; unknown: a function
  bool nullable = false;  ///< whether the function sees null; else a null argument makes the call null
};

/// What a function does with more arguments than parameters, and with a list of them.
enum class Arity : std::uint8_t {
  fixed,
  listed,  ///< one list, or its items as arguments: `min([1, 2])`, `min(1, 2)`
  rest,    ///< the last parameter repeats
};

constexpr std::size_t costly = 1000;

struct Function {
  std::string_view name;
  std::vector<Parameter> parameters;
  std::size_t required = 0;
  Kind result = Kind::any;
  Value (*call)(const Arguments& arguments) = nullptr;
  Arity arity = Arity::fixed;
  bool sees_unknown = false;  ///< arguments, or items of lists, may be unknown; else an unknown one makes the call so
  std::size_t cost = 1;       ///< in steps; a call that costs `costly` or more is not computed while compiling
  std::size_t pattern = 0;    ///< which argument is a pattern, if any
  std::size_t flags = 0;      ///< and which its flags
};

/// All of them; a name that occurs more than once is overloaded.
std::span<const Function> functions();

/// Whether there is a function of this name.
bool is_function(std::string_view name);

/// Checks the arguments, converts lists of one, and calls. `pattern` is the compiled one among them, if there is one.
Value call(const Function& function, std::span<const Value* const> arguments, Budget& budget, const Pattern* pattern);

/// Calls a function of a profile: unknown for unknown, null for null and for another kind than it takes.
Value call(const DomainFunction& function, const Value& argument, Budget& budget);

std::vector<Function> number_functions();
std::vector<Function> text_functions();
std::vector<Function> pattern_functions();
std::vector<Function> list_functions();
std::vector<Function> context_functions();
std::vector<Function> aggregate_functions();
std::vector<Function> temporal_functions();
std::vector<Function> range_functions();

}  // namespace birthcase::feel
