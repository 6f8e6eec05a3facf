/// The compiled form of an expression: nodes in one array that refer to each other by index.
#pragma once

#include <birthcase/condition.hpp>

#include "feel/functions.hpp"
#include "feel/operations.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

// What is rarely called keeps its locals out of the frames of those that call each other over and over.
#if defined(__GNUC__)
#define BIRTHCASE_FEEL_APART [[gnu::noinline]]
#else
#define BIRTHCASE_FEEL_APART
#endif

namespace birthcase::feel {

class Pattern;

using NodeId = std::uint32_t;

/// What a node does. `a`, `b` and `c` are nodes unless said otherwise.
enum class Operation : std::uint8_t {
  constant,           ///< a: constant
  family_fact,        ///< a: slot
  newborn_fact,       ///< a: slot; of the newborn that the facts are about
  fact_of_newborn,    ///< a: slot, b: node with the newborn's position; null for null
  facts_of_newborns,  ///< a: slot, b: node with a list of positions; a list
  newborns,           ///< the positions of all newborns, from 1
  newborn_count,      ///< how many there are
  local,              ///< a: local
  item_name,          ///< a name in a filter: a: local of the item, b: name, c: node for items without such an entry
  path,               ///< a, b: name
  list,               ///< operands
  context,            ///< operands, each followed by its name and the local that later entries find it in
  range,              ///< a, b; `none` for an open end; mode: see RangeMode
  sequence,           ///< a..b of a `for`
  arithmetic,         ///< a, b; mode: Arithmetic
  negative,           ///< a
  comparison,         ///< a, b; mode: Comparison
  fact_equals,        ///< a: fact node, b: constant; mode: 1 to negate
  between,            ///< a, b, c
  member,             ///< a: value, b: operands (tests), c: how many; mode: local of `?`, or `no_local`
  test_value,         ///< a test: a; the value is a member of it
  test_comparison,    ///< a test: a; mode: Comparison
  test_condition,     ///< a test: a; itself says yes or no
  conjunction,        ///< operands
  disjunction,        ///< operands
  negation,           ///< a
  conditional,        ///< a, b, c
  some,               ///< a: list, b: body, c: local
  every,              ///< as some
  loop,               ///< as some; mode: see LoopMode
  filter,             ///< as some; keeps items, or picks one if the body is a number
  sort,               ///< a: list, b: whether one item goes before another, c: local of the one, then of the other
  index,              ///< a: list, b: number
  call,               ///< a: function, b and c: operands; mode: one more than the pattern's place, or 0
  domain_call,        ///< a: domain function, b: argument
  instance_of,        ///< a, b: type
  binding,            ///< a: value, b: body, c: local
};

/// `operands`: `b` is the first in `Program::operands`, `c` how many (also where only they are mentioned above).
struct Node {
  Operation operation = Operation::constant;
  std::uint8_t mode = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t c = 0;
};

constexpr NodeId none = 0xffffffff;
constexpr std::size_t most_locals = 250;
constexpr std::size_t most_nodes = 1 << 17;
constexpr std::uint8_t no_local = 0xff;

enum RangeMode : std::uint8_t { start_included = 1, end_included = 2 };

/// Of a loop: its body is a loop whose items are this one's; the local before its own holds the items made so far. Of
/// `some` and `every`: the body may turn out not to be boolean.
enum LoopMode : std::uint8_t { nested_loop = 1, partial_loop = 2, open_body = 4 };

/// A type after `instance of`.
struct Type {
  Kind kind = Kind::any;           ///< `unknown` for functions, which are no values
  std::vector<Type> items;         ///< of a list or range: its item type; of a function: what it takes and gives
  std::vector<std::string> names;  ///< of a context: the entries' names, their types being `items`
};

/// Where in the text something is written, in bytes.
struct Extent {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Program {
  std::string text;
  std::vector<Node> nodes;
  std::vector<Extent> extents;  ///< by node, as far as `and`, `or`, `not`, `if` and `in` join them; else empty
  std::vector<NodeId> operands;
  std::vector<Value> constants;
  std::vector<std::string> names;
  std::vector<const Function*> functions;
  std::vector<DomainFunction> domain_functions;
  std::vector<Type> types;
  std::vector<std::shared_ptr<const Pattern>> patterns;
  std::vector<Slot> mentions;
  std::uint32_t locals = 0;  ///< how many there are; each name has its own
  NodeId root = 0;
  Kind kind = Kind::any;
};

/// Compiles; `strict` refuses constant calls that answer null.
Result<Program> compile(std::string_view text, const Vocabulary& vocabulary, bool strict);

/// A property or entry of a value, as `.name` reads it.
Value property(const Value& value, std::string_view name);

bool is_instance(const Value& value, const Type& type);

/// Over these facts, with what the budget allows: where it is used up, the result says nothing.
Value evaluate(const Program& program, NodeId node, const Facts& facts, Trace* trace, Budget& budget);
Logic test(const Program& program, NodeId node, const Facts& facts, Trace* trace, Budget& budget);

}  // namespace birthcase::feel
