// Literals, parentheses, lists, ranges, contexts, functions called where they stand, and arguments.

#include "feel/parser.hpp"
#include "feel/temporal.hpp"

#include <algorithm>
#include <utility>

namespace birthcase::feel {

Typed Parser::primary() {
  const Token& first = token();
  switch (first.kind) {
    case TokenKind::number:
      return number();
    case TokenKind::text:
      return text_literal();
    case TokenKind::name:
      return name();
    case TokenKind::end:
      return fail(ErrorKind::syntax,
                  "the expression ends where an operand is missing; write one, or take the operator out");
    case TokenKind::symbol:
      break;
  }
  if (first.written == "(") return parenthesised();
  if (first.written == "[" || first.written == "]") return bracketed();
  if (first.written == "{") return context();
  if (first.written == "@") return at_literal();
  if (first.written == "'") return fail(ErrorKind::syntax, "a text is written in double quotes");
  return fail(ErrorKind::syntax, "an operand is missing here");
}

Typed Parser::number() {
  const Token& literal = token();
  ++at_;
  const auto value = Number::parse(literal.written);
  if (!value) return fail_at(ErrorKind::out_of_range, "this number is out of range", literal.begin);
  return builder_.constant(Value::number(*value), literal.begin);
}

Typed Parser::text_literal() {
  const Token& literal = token();
  ++at_;
  return builder_.constant(Value::text(literal.text), literal.begin);
}

Typed Parser::at_literal() {
  const std::size_t offset = token().begin;
  ++at_;
  if (token().kind != TokenKind::text) return fail(ErrorKind::syntax, "a text in double quotes follows @");
  Value value = read_temporal(token().text);
  ++at_;
  if (value.is_null()) {
    return fail_at(ErrorKind::syntax, "this is not a date, time, date and time or duration", offset);
  }
  return builder_.constant(std::move(value), offset);
}

Typed Parser::parenthesised() {
  const std::size_t offset = token().begin;
  ++at_;
  if (at_symbol("=") || at_symbol("!=") || at_symbol("<") || at_symbol("<=") || at_symbol(">") || at_symbol(">=")) {
    return comparison_range(offset);
  }
  const Typed inner = expression();
  if (take_symbol("..")) return range_from(inner, false, offset);
  expect_symbol(")");
  return inner;
}

// `(< 10)`: a range without start; `(!= 10)`: the two ranges around.
Typed Parser::comparison_range(std::size_t offset) {
  const auto comparison = take_comparison();
  const Typed bound = arithmetic();
  expect_symbol(")");
  if (diagnostics_.failed()) return {};
  Typed test;
  switch (*comparison) {
    case Comparison::equal:
      test = builder_.range(bound, bound, start_included | end_included, offset);
      break;
    case Comparison::not_equal:
      test = builder_.list(
          std::vector{builder_.range(std::nullopt, bound, 0, offset), builder_.range(bound, std::nullopt, 0, offset)},
          offset);
      break;
    case Comparison::less:
      return builder_.range(std::nullopt, bound, 0, offset);
    case Comparison::less_equal:
      return builder_.range(std::nullopt, bound, end_included, offset);
    case Comparison::greater:
      return builder_.range(bound, std::nullopt, 0, offset);
    case Comparison::greater_equal:
      return builder_.range(bound, std::nullopt, start_included, offset);
  }
  test.test = true;
  return test;
}

// A list, or a range that begins with a bracket.
Typed Parser::bracketed() {
  const std::size_t offset = token().begin;
  const bool open_start = at_symbol("]");
  ++at_;
  if (!open_start && take_symbol("]")) return builder_.list({}, offset);
  std::vector<Typed> items{expression()};
  if (take_symbol("..")) return range_from(items.front(), !open_start, offset);
  if (open_start) return fail(ErrorKind::syntax, "\"..\" is missing here");
  while (take_symbol(",")) items.push_back(expression());
  expect_symbol("]");
  return builder_.list(items, offset);
}

// The end of a range and its bracket: `]`, `)` or, turned outwards, `[`.
Typed Parser::range_from(const std::optional<Typed>& start, bool start_is_included, std::size_t offset) {
  const bool outer = std::exchange(range_end_, true);
  const Typed end = arithmetic();
  range_end_ = outer;
  const bool end_is_included = take_symbol("]");
  if (!end_is_included && !take_symbol(")") && !take_symbol("[")) {
    return fail(ErrorKind::syntax, "the range is not closed by \"]\" or \")\"");
  }
  unsigned mode = 0;
  if (start_is_included) mode |= start_included;
  if (end_is_included) mode |= end_included;
  return builder_.range(start, end, mode, offset);
}

Typed Parser::context() {
  const std::size_t offset = token().begin;
  const std::size_t outer_locals = locals_.size();
  ++at_;
  Members members;
  while (!diagnostics_.failed() && !at_symbol("}")) {
    const std::size_t key_offset = token().begin;
    std::string key = context_key();
    expect_symbol(":");
    const Typed value = expression();
    const bool is_function = value.function != nullptr;
    const auto same = [&](const Members::Entry& entry) { return entry.name == key; };
    if (std::any_of(members.entries.begin(), members.entries.end(), same)) {
      return fail_at(ErrorKind::contradiction, "the context has this entry already", key_offset);
    }
    const std::uint32_t index = is_function ? 0 : new_local();
    locals_.push_back({key, index, value, false, false});
    members.entries.push_back({std::move(key), value, index});
    if (!take_symbol(",")) break;
  }
  expect_symbol("}");
  if (diagnostics_.failed()) return {};
  locals_.resize(outer_locals);
  return context_of(std::move(members), offset);
}

// The functions among the entries are only known here; the value has the others.
Typed Parser::context_of(Members members, std::size_t offset) {
  std::vector<std::string> names;
  std::vector<Typed> values;
  std::vector<std::uint32_t> locals;
  bool has_functions = false;
  for (const auto& [name, value, local] : members.entries) {
    has_functions = has_functions || value.function != nullptr || value.members != nullptr;
    if (value.function != nullptr) continue;
    names.push_back(name);
    values.push_back(value);
    locals.push_back(local);
  }
  Typed typed = builder_.context(values, names, locals, offset);
  if (has_functions) typed.members = &members_.emplace_front(std::move(members));
  return typed;
}

// Everything up to the colon, with single spaces between words.
std::string Parser::context_key() {
  if (token().kind == TokenKind::text) return tokens_[at_++].text;
  std::string key;
  std::size_t end = token().begin;
  while (token().kind != TokenKind::end && !at_symbol(":") && !at_symbol("}")) {
    if (!key.empty() && token().begin > end) key += ' ';
    key += token().written;
    end = token().end;
    ++at_;
  }
  if (key.empty()) fail(ErrorKind::syntax, "the name of an entry is missing here");
  return key;
}

// `(a, b)` or `(from: a, to: b)`; at the opening parenthesis.
std::vector<NamedArgument> Parser::arguments() {
  std::vector<NamedArgument> result;
  ++at_;
  while (!diagnostics_.failed() && !at_symbol(")")) {
    NamedArgument& argument = result.emplace_back();
    argument.name = argument_name();
    if (argument.name.empty() != result.front().name.empty()) {
      fail(ErrorKind::syntax, "either all arguments have names or none");
    }
    argument.value = expression();
    if (!take_symbol(",")) break;
  }
  expect_symbol(")");
  return result;
}

// The words before a colon, if there is one before anything else.
std::string Parser::argument_name() {
  std::size_t words = 0;
  while (token(words).kind == TokenKind::name) ++words;
  if (words == 0 || !at_symbol(":", words)) return {};
  std::string name = run_of_names();
  ++at_;
  return name;
}

}  // namespace birthcase::feel
