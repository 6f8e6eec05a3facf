/// Makes the nodes of a program, checks the types of what they join, and computes what is constant.
#pragma once

#include "feel/lexer.hpp"
#include "feel/program.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace birthcase::feel {

/// The first error found. After it everything else is only played through to the end.
class Diagnostics {
 public:
  explicit Diagnostics(std::string_view text) noexcept : text_(text) {}

  void fail(ErrorKind kind, std::string message, std::size_t offset) {
    if (!error_) error_ = Error{.kind = kind, .message = std::move(message), .column = column_of(text_, offset)};
  }
  bool failed() const noexcept { return error_.has_value(); }
  const Error& error() const noexcept { return *error_; }

 private:
  std::string_view text_;
  std::optional<Error> error_;
};

struct Closure;
struct Members;

/// A node with what is known about its value before it runs. Small: the parser has many on its stack.
struct Typed {
  NodeId node = 0;
  Kind kind = Kind::any;  ///< if the value is neither null nor unknown
  bool constant = false;
  bool newborns = false;  ///< a list of positions of newborns
  bool newborn = false;   ///< the position of a newborn
  bool test = false;      ///< written as `(= 10)` or `(!= 10)`: never equal to a range that is written as one
  bool open = false;      ///< while a function is only read: may be anything, a function too
  std::uint16_t depth = 1;
  std::uint32_t offset = 0;  ///< where it begins in the text
  const std::vector<std::string>* codes = nullptr;
  const Closure* function = nullptr;  ///< then there is no node: a function is not a value
  const Members* members = nullptr;   ///< of a context that has functions among its entries
};

/// The depth of an expression of this depth with a part of that one.
constexpr std::uint16_t one_deeper(std::uint16_t depth, std::uint16_t part) noexcept {
  return part < depth ? depth : static_cast<std::uint16_t>(part + 1);
}

struct NamedArgument {
  std::string name;  ///< empty if positional
  Typed value;
};

class Builder {
 public:
  /// What may be computed while compiling.
  static constexpr std::size_t folding_steps = 10'000;
  static constexpr std::size_t folding_steps_per_byte = 100;

  Builder(Program& program, Diagnostics& diagnostics, bool strict) noexcept
      : program_(program),
        diagnostics_(diagnostics),
        strict_(strict),
        budget_(folding_steps + folding_steps_per_byte * program.text.size()) {}

  Typed constant(Value value, std::size_t offset);
  Typed fact(const Binding& binding, std::size_t offset);
  Typed fact_of(const Typed& newborn, const Binding& binding);
  Typed local(std::uint32_t index, const Typed& known, std::size_t offset);
  Typed placeholder(std::size_t offset);
  Typed item_name(std::uint32_t local, std::string name, const std::optional<Typed>& otherwise, std::size_t offset);
  Typed path(const Typed& subject, std::string name, std::size_t offset);

  Typed list(std::span<const Typed> items, std::size_t offset);
  Typed context(std::span<const Typed> values, std::span<const std::string> names,
                std::span<const std::uint32_t> locals, std::size_t offset);
  Typed range(const std::optional<Typed>& start, const std::optional<Typed>& end, unsigned mode, std::size_t offset);
  Typed sequence(const Typed& from, const Typed& to);

  Typed arithmetic(Arithmetic operation, const Typed& left, const Typed& right, std::size_t offset);
  Typed negative(const Typed& operand, std::size_t offset);
  Typed comparison(Comparison comparison, const Typed& left, const Typed& right, std::size_t offset);
  Typed between(const Typed& subject, const Typed& low, const Typed& high);
  Typed junction(Operation operation, std::span<const Typed> operands);
  Typed negation(const Typed& operand);
  Typed conditional(const Typed& condition, const Typed& consequence, const Typed& alternative, std::size_t offset);
  Typed instance_of(const Typed& subject, Type type);

  Typed test_value(const Typed& subject, const Typed& value);
  Typed test_comparison(Comparison comparison, const Typed& subject, const Typed& operand);
  Typed test_condition(const Typed& condition);
  Typed member(const Typed& subject, std::span<const Typed> tests, std::uint32_t local);

  Typed quantified(Operation operation, const Typed& list, const Typed& body, std::uint32_t local);
  Typed loop(const Typed& list, const Typed& body, std::uint32_t local, unsigned mode);
  Typed sort(const Typed& list, const Typed& precedes, std::uint32_t local);
  Typed filter(const Typed& list, const Typed& body, std::uint32_t local, bool uses_item);
  Typed binding(const Typed& value, const Typed& body, std::uint32_t local);

  Typed call(std::string_view name, std::vector<NamedArgument> arguments, std::size_t offset);

  /// Puts the arguments in the order of the function's parameters; nullptr if no function of this name takes them.
  const Function* arranged(std::string_view name, std::vector<NamedArgument>& arguments, std::size_t offset);
  Typed domain_call(const DomainFunction& function, std::span<const NamedArgument> arguments, std::size_t offset);

 private:
  Typed add(Node node, Kind kind, std::initializer_list<Typed> parts, std::size_t offset);
  Typed add_with_operands(Node node, Kind kind, std::span<const Typed> operands, std::size_t offset);
  Typed fold(const Typed& typed);
  void require_boolean(const Typed& operand);
  void require_comparable(const Typed& left, const Typed& right, std::size_t offset);
  void require_order(const Typed& operand);
  void check_codes(const Typed& fact, const Typed& constant);
  void check_code(const Typed& fact, const Value& value, std::size_t offset);
  void check_argument(const Function& function, std::size_t index, const Typed& argument);
  bool arrange(const Function& function, std::vector<NamedArgument>& arguments);
  std::uint8_t pattern(const Function& function, std::span<const Typed> arguments);
  const Value& constant_of(const Typed& typed) const { return program_.constants[program_.nodes[typed.node].a]; }
  std::uint32_t name_index(std::string name);
  Kind element_kind(const Typed& list) const noexcept;

  Program& program_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, std::uint32_t> names_;
  bool strict_;
  Budget budget_;  // for what is computed while compiling
};

}  // namespace birthcase::feel
