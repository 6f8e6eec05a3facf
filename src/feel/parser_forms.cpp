// `if`, `for`, `some`, `every`, filters, `in` and `instance of`.

#include "feel/parser.hpp"

#include <utility>

namespace birthcase::feel {

namespace {

// What is known of any item of this list.
Typed item_of(const Typed& list) {
  Typed item;
  item.newborn = list.newborns;
  item.open = list.open;
  return item;
}

}  // namespace

Typed Parser::conditional() {
  const std::size_t offset = token().begin;
  ++at_;
  const Typed condition = expression();
  expect_word("then");
  const Typed consequence = expression();
  expect_word("else");
  const Typed alternative = expression();
  return builder_.conditional(condition, consequence, alternative, offset);
}

// `x in list, y in list satisfies …` is a loop in a loop.
Typed Parser::quantified(Operation operation) {
  ++at_;
  return quantified_rest(operation);
}

Typed Parser::quantified_rest(Operation operation) {
  if (token().kind != TokenKind::name) return fail(ErrorKind::syntax, "a name for the items is missing here");
  std::string name = run_of_names();
  expect_word("in");
  const Typed list = loop_source();
  const std::uint32_t local = declare(std::move(name), item_of(list)).index;
  Typed body;
  if (take_symbol(",")) {
    body = quantified_rest(operation);
  } else {
    expect_word("satisfies");
    body = expression();
  }
  if (diagnostics_.failed()) return {};
  locals_.pop_back();
  return builder_.quantified(operation, list, body, local);
}

// The name `partial` stands for the items made so far, of the whole `for`.
Typed Parser::loop() {
  ++at_;
  Local& so_far = declare("partial");
  so_far.typed.kind = Kind::list;
  const Typed result = loop_rest(new_local(), true);
  if (diagnostics_.failed()) return {};
  locals_.pop_back();
  return result;
}

Typed Parser::loop_rest(std::uint32_t item, bool outermost) {
  if (token().kind != TokenKind::name) return fail(ErrorKind::syntax, "a name for the items is missing here");
  std::string name = run_of_names();
  expect_word("in");
  const Typed list = loop_source();
  locals_.push_back({std::move(name), item, item_of(list), false, false});
  unsigned mode = 0;
  Typed body;
  if (take_symbol(",")) {
    mode = nested_loop;
    body = loop_rest(new_local(), false);
  } else {
    expect_word("return");
    body = expression();
  }
  if (diagnostics_.failed()) return {};
  locals_.pop_back();
  if (outermost && locals_.back().used) mode |= partial_loop;
  return builder_.loop(list, body, item, mode);
}

// A list, or `from..to`.
Typed Parser::loop_source() {
  const Typed source = expression();
  return take_symbol("..") ? builder_.sequence(source, expression()) : source;
}

Typed Parser::filter(const Typed& list) {
  ++at_;
  Local& item = declare("item", item_of(list));
  if (!list.newborns && list.kind != Kind::list) item.typed.kind = list.kind;
  item.filter = true;
  const std::uint32_t local = item.index;
  const Typed body = expression();
  expect_symbol("]");
  if (diagnostics_.failed()) return {};
  const bool uses_item = locals_.back().used;
  locals_.pop_back();
  return builder_.filter(list, body, local, uses_item);
}

// What follows `in`: one test, or several in parentheses, of which the first may turn out to be a range.
Typed Parser::membership(const Typed& subject) {
  const std::uint32_t local = declare("?", subject).index;
  std::vector<Typed> tests;
  bool closed = false;
  if (take_symbol("(")) {
    do {
      const std::size_t first = at_;
      tests.push_back(test(subject, true, closed));
      note(first, tests.back());
      if (closed && tests.size() > 1) return fail(ErrorKind::syntax, "a range must be the first or only test here");
    } while (!closed && take_symbol(","));
    if (!closed) expect_symbol(")");
  } else {
    const std::size_t first = at_;
    tests.push_back(test(subject, false, closed));
    note(first, tests.back());
  }
  if (diagnostics_.failed()) return {};
  const bool used = locals_.back().used;
  locals_.pop_back();
  if (!used && program_.locals == local + 1) --program_.locals;
  return builder_.member(subject, tests, used ? local : no_local);
}

// `closed` is set if this was `(a..b]`, whose parenthesis is the range's own.
Typed Parser::test(const Typed& subject, bool in_parentheses, bool& closed) {
  const std::size_t own = locals_.size() - 1;
  const std::size_t offset = token().begin;
  if (const auto comparison = take_comparison()) return builder_.test_comparison(*comparison, subject, arithmetic());
  const Typed value = in_parentheses ? expression() : arithmetic();
  if (diagnostics_.failed()) return {};
  if (in_parentheses && take_symbol("..")) {
    closed = true;
    return builder_.test_value(subject, range_from(value, false, offset));
  }
  return locals_[own].used ? builder_.test_condition(value) : builder_.test_value(subject, value);
}

Typed Parser::instance_of(const Typed& subject) {
  at_ += 2;
  auto wanted = type();
  if (!wanted) return fail(ErrorKind::unknown_name, "there is no such type");
  if (subject.function != nullptr) return function_instance(subject, *wanted);
  return builder_.instance_of(subject, std::move(*wanted));
}

}  // namespace birthcase::feel
