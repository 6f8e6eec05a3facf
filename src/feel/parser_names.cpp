// What a name stands for. Names may contain spaces, points and operators, so the longest known one counts.

#include "feel/parser.hpp"
#include "feel/suggestion.hpp"
#include "nearest.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace birthcase::feel {

namespace {

constexpr std::size_t most_parts = 32;  // tokens that one name can take

constexpr std::array<std::string_view, 9> closing_words{"and",  "or",        "in",       "between", "then",
                                                        "else", "satisfies", "instance", "return"};

bool is_closing(std::string_view word) noexcept {
  return std::find(closing_words.begin(), closing_words.end(), word) != closing_words.end();
}

bool belongs_to_name(const Token& token) noexcept {
  if (token.kind == TokenKind::name || token.kind == TokenKind::number) return true;
  constexpr std::string_view allowed = "./-'+*";
  return token.kind == TokenKind::symbol && allowed.find(token.written) != std::string_view::npos;
}

}  // namespace

std::optional<std::size_t> Parser::find_local(std::string_view name) const noexcept {
  for (std::size_t i = locals_.size(); i-- > 0;) {
    if (locals_[i].name == name) return i;
  }
  return std::nullopt;
}

// Adds a token to a name, after a space if it is written after some, except around a point.
void Parser::append_token(std::string& name, std::size_t ahead, bool goes_on) const {
  const bool apart = goes_on && token(ahead).begin > token(ahead - 1).end;
  if (apart && !at_symbol(".", ahead) && !at_symbol(".", ahead - 1)) name += ' ';
  name += token(ahead).written;
}

// The local that the coming tokens name, and how many tokens that takes (0: none).
std::pair<std::size_t, std::size_t> Parser::longest_local() const {
  std::pair<std::size_t, std::size_t> best{0, 0};
  if (locals_.empty()) return best;
  std::string candidate;
  for (std::size_t i = 0; i < most_parts && belongs_to_name(token(i)); ++i) {
    append_token(candidate, i, i > 0);
    if (const auto local = find_local(candidate)) best = {*local, i + 1};
  }
  return best;
}

// The longest name of the vocabulary (or of a function, if `calls`) that the tokens make after `prefix`.
Parser::Match Parser::longest_match(std::string_view prefix, std::size_t from, bool calls) const {
  Match best;
  std::string candidate(prefix);
  for (std::size_t i = from; i < from + most_parts && belongs_to_name(token(i)); ++i) {
    append_token(candidate, i, i > from);
    if (token(i).kind == TokenKind::symbol) continue;
    if (calls && at_symbol("(", i + 1) && (is_function(candidate) || vocabulary_.function(candidate) != nullptr)) {
      best = {i + 1 - from, candidate, std::nullopt, true};
    } else if (auto binding = vocabulary_.find(candidate)) {
      best = {i + 1 - from, candidate, std::move(binding), false};
    }
  }
  return best;
}

Typed Parser::name() {
  const Token& first = token();
  const auto [local, local_length] = longest_local();
  const Match match = longest_match({}, 0, true);
  if (match.call && match.length > local_length) return call(match);
  if (local_length > 0) return local_name(local, local_length);
  if (match.length == 0 && (at_word("if") || at_word("for") || at_word("some") || at_word("every")))
    return expression();
  if (match.length <= 1) {
    if (at_word("true") || at_word("false") || at_word("null")) return constant_word();
    if (at_word("not") && at_symbol("(", 1)) return negation();
  }
  if (auto item = filter_item(match, first.begin)) return *item;
  return match.length > 0 ? resolved(match) : unresolved();
}

Typed Parser::constant_word() {
  const std::size_t offset = token().begin;
  if (take_word("true")) return builder_.constant(Value::boolean(true), offset);
  if (take_word("false")) return builder_.constant(Value::boolean(false), offset);
  ++at_;
  return builder_.constant(Value::null(), offset);
}

Typed Parser::negation() {
  at_ += 2;
  const Typed operand = expression();
  expect_symbol(")");
  return builder_.negation(operand);
}

Typed Parser::call(const Match& match) {
  const std::size_t offset = token().begin;
  at_ += match.length;
  const auto given = arguments();
  if (diagnostics_.failed()) return {};
  if (const DomainFunction* function = vocabulary_.function(match.name)) {
    return builder_.domain_call(*function, given, offset);
  }
  return builtin_call(match.name, given, offset);
}

Typed Parser::local_name(std::size_t index, std::size_t length) {
  Local& local = locals_[index];
  const std::size_t offset = token().begin;
  local.used = true;
  at_ += length;
  if (local.typed.function != nullptr) return local.typed;
  const Typed typed = builder_.local(local.index, local.typed, offset);
  if (!local.filter || local.typed.newborn) return typed;
  return builder_.item_name(local.index, local.name, typed, offset);  // an item's own entry "item" goes first
}

// In a filter a name may be an entry of the item; what it is elsewhere only counts if it is not.
std::optional<Typed> Parser::filter_item(const Match& match, std::size_t offset) {
  const auto is_filter = [](const Local& local) { return local.filter; };
  if (std::none_of(locals_.begin(), locals_.end(), is_filter)) return std::nullopt;
  const auto newborn = std::find_if(locals_.rbegin(), locals_.rend(), is_filter);
  if (newborn->typed.newborn) {
    if (longest_match("newborn.", 0, false).length <= match.length) return std::nullopt;
    newborn->used = true;
    return newborn_step(builder_.local(newborn->index, newborn->typed, offset));
  }
  std::optional<Typed> typed;
  std::string key = match.name;
  if (match.length > 0) {
    typed = resolved(match);
  } else {
    key = run_of_names();
  }
  for (Local& local : locals_) {
    if (!local.filter || local.typed.newborn) continue;
    local.used = true;
    typed = builder_.item_name(local.index, key, typed, offset);
  }
  return typed;
}

Typed Parser::resolved(const Match& match) {
  const std::size_t offset = token().begin;
  const bool goes_on = at_symbol(".", match.length) && token(match.length + 1).kind == TokenKind::name;
  if (goes_on && !match.binding->newborn_list) {
    // A group of facts is no context: what is written after its name must be a fact, or it is a misspelling.
    const std::string group = match.name + ".";
    const auto names = vocabulary_.names();
    const auto in_group = [&](const std::string& name) { return name.starts_with(group); };
    if (std::any_of(names.begin(), names.end(), in_group)) return reject_unknown(written_path(), offset);
  }
  at_ += match.length;
  return builder_.fact(*match.binding, offset);
}

Typed Parser::unresolved() {
  const std::size_t offset = token().begin;
  if ((at_word("now") || at_word("today")) && at_symbol("(", 1)) {
    return fail(ErrorKind::unknown_name, "no clock is read here; let a fact say what day it is");
  }
  if (is_closing(token().written)) return fail(ErrorKind::syntax, "an operand is missing here");
  std::size_t words = 0;
  while (token(words).kind == TokenKind::name && !is_closing(token(words).written)) ++words;
  if (!at_symbol("(", words)) return builtin(words);
  std::vector<std::string> known;
  for (const Function& function : functions()) known.emplace_back(function.name);
  const std::string written = run_of_names();
  return fail_at(ErrorKind::unknown_name,
                 "there is no function \"" + std::string(shown(written)) + "\"" + suggestion(written, known), offset);
}

// The name of one of FEEL's own functions, which is not called here but handed on.
Typed Parser::builtin(std::size_t words) {
  const std::size_t offset = token().begin;
  std::string name;
  for (std::size_t i = 0; i < words; ++i) append_token(name, i, i > 0);
  if (!is_function(name)) return reject_unknown(written_path(), offset);
  at_ += words;
  Closure closure;
  closure.builtin = std::move(name);
  return function(std::move(closure), offset);
}

Typed Parser::reject_unknown(std::string_view written, std::size_t offset) {
  std::vector<std::string> known = vocabulary_.names();
  for (const Local& local : locals_) known.push_back(local.name);
  return fail_at(ErrorKind::unknown_name,
                 "there is no \"" + std::string(shown(written)) + "\"" + suggestion(written, known), offset);
}

// Words up to an operator or a word that ends an operand, with single spaces; at least one token is taken.
std::string Parser::run_of_names() {
  std::string name(token().written);
  if (token().kind != TokenKind::name) fail(ErrorKind::syntax, "a name is missing here");
  ++at_;
  while (token().kind == TokenKind::name && !is_closing(token().written)) {
    name += ' ';
    name += token().written;
    ++at_;
  }
  return name;
}

// `mother.hukou.division` as it stands ahead.
std::string Parser::written_path() const {
  std::string path(token().written);
  for (std::size_t i = 1; at_symbol(".", i) && token(i + 1).kind == TokenKind::name && i < most_parts; i += 2) {
    path += '.';
    path += token(i + 1).written;
  }
  return path;
}

Typed Parser::path_step(const Typed& subject) {
  const std::size_t offset = token().begin;
  if (token().kind != TokenKind::name) return fail(ErrorKind::syntax, "a name is missing after the point");
  if (subject.newborn || subject.newborns) return newborn_step(subject);
  if (subject.function != nullptr) return fail(ErrorKind::wrong_type, "a function has no entries; call it");
  std::string name = run_of_names();
  if (diagnostics_.failed()) return {};
  if (subject.members != nullptr) return member(subject, name, offset);
  Typed typed = builder_.path(subject, std::move(name), offset);
  typed.open = subject.open;
  return typed;
}

// The fact of a newborn that is not the current one: `n.weight_g` is that newborn's `newborn.weight_g`.
Typed Parser::newborn_step(const Typed& newborn) {
  if (at_symbol(".")) ++at_;
  const Match match = longest_match("newborn.", 0, false);
  if (match.length == 0 || !match.binding->slot.newborn) {
    return reject_unknown("newborn." + written_path(), token().begin);
  }
  at_ += match.length;
  return builder_.fact_of(newborn, *match.binding);
}

}  // namespace birthcase::feel
