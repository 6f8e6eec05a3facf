#include "feel/parser.hpp"

#include <array>
#include <utility>

namespace birthcase::feel {

namespace {

constexpr std::size_t deepest_nesting = 64;
constexpr std::size_t longest_expression = 64 * 1024;

// Counts a level of nesting for as long as it lives.
class Level {
 public:
  explicit Level(std::size_t& depth) noexcept : depth_(depth) { ++depth_; }
  Level(const Level&) = delete;
  Level& operator=(const Level&) = delete;
  ~Level() { --depth_; }

 private:
  std::size_t& depth_;
};

}  // namespace

Result<Program> compile(std::string_view text, const Vocabulary& vocabulary, bool strict) {
  if (text.size() > longest_expression) {
    return Error{.kind = ErrorKind::out_of_range, .message = "the expression is longer than 64 KiB; split it"};
  }
  auto tokens = tokenize(text);
  if (!tokens) return tokens.error();
  Program program;
  program.text = std::string(text);
  Diagnostics diagnostics(text);
  Builder builder(program, diagnostics, strict);
  const Typed root = Parser(*tokens, vocabulary, program, builder, diagnostics).parse();
  if (diagnostics.failed()) return diagnostics.error();
  program.root = root.node;
  program.kind = root.kind;
  return program;
}

const Token& Parser::token(std::size_t ahead) const noexcept {
  return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

bool Parser::at_symbol(std::string_view symbol, std::size_t ahead) const noexcept {
  return token(ahead).kind == TokenKind::symbol && token(ahead).written == symbol;
}

bool Parser::at_word(std::string_view word, std::size_t ahead) const noexcept {
  return token(ahead).kind == TokenKind::name && token(ahead).written == word;
}

bool Parser::take_symbol(std::string_view symbol) noexcept {
  const bool taken = at_symbol(symbol);
  if (taken) ++at_;
  return taken;
}

bool Parser::take_word(std::string_view word) noexcept {
  const bool taken = at_word(word);
  if (taken) ++at_;
  return taken;
}

void Parser::expect_symbol(std::string_view symbol) {
  if (!take_symbol(symbol)) fail(ErrorKind::syntax, "\"" + std::string(symbol) + "\" is missing here");
}

void Parser::expect_word(std::string_view word) {
  if (!take_word(word)) fail(ErrorKind::syntax, "\"" + std::string(word) + "\" is missing here");
}

Typed Parser::fail(ErrorKind kind, std::string message) { return fail_at(kind, std::move(message), token().begin); }

Typed Parser::fail(ErrorKind kind, const char* message) { return fail(kind, std::string(message)); }

Typed Parser::fail_at(ErrorKind kind, const char* message, std::size_t offset) {
  return fail_at(kind, std::string(message), offset);
}

// Going to the end makes every loop of the grammar finish.
Typed Parser::fail_at(ErrorKind kind, std::string message, std::size_t offset) {
  diagnostics_.fail(kind, std::move(message), offset);
  at_ = tokens_.size() - 1;
  return {};
}

std::uint32_t Parser::new_local() {
  if (program_.locals < most_locals) return program_.locals++;
  fail(ErrorKind::out_of_range, "more than 250 names are introduced; split the expression");
  return 0;
}

// A name for the values of a local of its own, of which this is known.
Local& Parser::declare(std::string name, const Typed& known) {
  return locals_.emplace_back(Local{std::move(name), new_local(), known, false, false});
}

// Notes that the tokens from this one on were read as this node.
void Parser::note(std::size_t first, const Typed& typed) {
  if (diagnostics_.failed()) return;
  auto& extents = program_.extents;
  if (extents.size() <= typed.node) extents.resize(typed.node + 1u);
  extents[typed.node] = {static_cast<std::uint32_t>(tokens_[first].begin),
                         static_cast<std::uint32_t>(tokens_[at_ - 1].end)};
}

Typed Parser::parse() {
  const Typed result = expression();
  if (token().kind != TokenKind::end)
    return fail(ErrorKind::syntax, "the expression should end here, or an operator is missing");
  if (result.function != nullptr) {
    return fail_at(ErrorKind::wrong_type, "a function is not a value; call it", result.offset);
  }
  return result;
}

Typed Parser::expression() {
  const Level level(nesting_);
  if (nesting_ > deepest_nesting) return fail(ErrorKind::out_of_range, "nested more than 64 levels deep");
  if (diagnostics_.failed()) return {};
  if (at_word("if")) return conditional();
  if (at_word("for")) return loop();
  if (at_word("some")) return quantified(Operation::some);
  if (at_word("every")) return quantified(Operation::every);
  if (at_word("function") && at_symbol("(", 1)) return definition();
  const std::size_t first = at_;
  const Typed whole = disjunction();
  note(first, whole);
  return whole;
}

// `or` over `and`. In one function, as the arithmetic below: each level of parentheses takes room on the stack for all.
Typed Parser::disjunction() {
  std::vector<Typed> choices;
  do {
    const std::size_t begin = at_;
    std::vector<Typed> operands;
    do {
      const std::size_t first = at_;
      operands.push_back(comparison());
      note(first, operands.back());
    } while (take_word("and"));
    join(choices, Operation::conjunction, operands);
    note(begin, choices.back());
  } while (take_word("or"));
  if (choices.size() > 1) join(choices, Operation::disjunction, choices);
  return choices.back();
}

// Adds the operands to others as one.
void Parser::join(std::vector<Typed>& others, Operation operation, const std::vector<Typed>& operands) {
  others.push_back(operands.size() == 1 ? operands.front() : builder_.junction(operation, operands));
}

std::optional<Comparison> Parser::take_comparison() noexcept {
  using Entry = std::pair<std::string_view, Comparison>;
  static constexpr std::array<Entry, 6> symbols{Entry{"=", Comparison::equal}, {"!=", Comparison::not_equal},
                                                {"<", Comparison::less},       {"<=", Comparison::less_equal},
                                                {">", Comparison::greater},    {">=", Comparison::greater_equal}};
  for (const auto& [symbol, comparison] : symbols) {
    if (take_symbol(symbol)) return comparison;
  }
  return std::nullopt;
}

Typed Parser::comparison() {
  const std::size_t first = at_;
  Typed left = arithmetic();
  note(first, left);
  while (!diagnostics_.failed()) {
    const std::size_t offset = token().begin;
    if (const auto comparison = take_comparison()) {
      left = builder_.comparison(*comparison, left, arithmetic(), offset);
    } else if (take_word("between")) {
      left = between(left);
    } else if (take_word("in")) {
      left = membership(left);
    } else if (at_symbol("==")) {
      left = fail(ErrorKind::syntax, "equality is written with one \"=\"");
    } else if (at_symbol("<>")) {
      left = fail(ErrorKind::syntax, "inequality is written \"!=\"");
    } else {
      break;
    }
  }
  return left;
}

Typed Parser::between(const Typed& subject) {
  const Typed low = arithmetic();
  expect_word("and");
  return builder_.between(subject, low, arithmetic());
}

std::optional<Parser::Operator> Parser::arithmetic_operator() const noexcept {
  using Entry = std::pair<std::string_view, Operator>;
  static constexpr std::array<Entry, 5> symbols{Entry{"+", {Arithmetic::add, 1}},
                                                {"-", {Arithmetic::subtract, 1}},
                                                {"*", {Arithmetic::multiply, 2}},
                                                {"/", {Arithmetic::divide, 2}},
                                                {"**", {Arithmetic::power, 3}}};
  for (const auto& [symbol, known] : symbols) {
    if (at_symbol(symbol)) return known;
  }
  return std::nullopt;
}

// Sums of products of powers; all go from left to right, FEEL's powers too. What waits for its right operand is kept,
// the loosest first.
Typed Parser::arithmetic() {
  struct Waiting {
    Typed left;
    Operator by;
    std::size_t offset = 0;
  };
  std::vector<Waiting> waiting;
  for (;;) {
    Typed operand = signed_operand();
    const auto next = arithmetic_operator();
    for (; !waiting.empty() && (!next || waiting.back().by.strength >= next->strength); waiting.pop_back()) {
      const Waiting& last = waiting.back();
      operand = builder_.arithmetic(last.by.operation, last.left, operand, last.offset);
    }
    if (!next) return operand;
    Waiting& last = waiting.emplace_back();
    last.left = operand;
    last.by = *next;
    last.offset = token().begin;
    ++at_;
  }
}

// FEEL's minus binds closer than the power.
Typed Parser::signed_operand() {
  const std::size_t first = at_;
  while (at_symbol("-")) ++at_;
  std::size_t sign = at_;
  Typed operand = postfix();
  while (sign > first && !diagnostics_.failed()) operand = builder_.negative(operand, tokens_[--sign].begin);
  return operand;
}

Typed Parser::postfix() {
  const bool range_end = std::exchange(range_end_, false);
  Typed operand = primary();
  while (!diagnostics_.failed()) {
    if (take_symbol(".")) {
      operand = path_step(operand);
    } else if (at_symbol("[") && !range_end) {
      operand = filter(operand);
    } else if (at_word("instance") && at_word("of", 1)) {
      operand = instance_of(operand);
    } else if (at_symbol("(")) {
      operand = invoke_here(operand);
    } else {
      break;
    }
  }
  range_end_ = range_end;
  return operand;
}

}  // namespace birthcase::feel
