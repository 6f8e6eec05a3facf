#include "mutation/expression_changes.hpp"

#include <birthcase/date.hpp>
#include <birthcase/number.hpp>

#include "feel/lexer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::mutation {
namespace {

struct Swap {
  std::string_view from;
  std::string_view to;
};

constexpr Swap swaps[] = {{"and", "or"}, {"or", "and"}, {"<", "<="}, {"<=", "<"}, {">", ">="}, {">=", ">"}};

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

std::vector<std::string> moved_number(std::string_view text) {
  const auto number = Number::parse(text);
  if (!number) return {};
  std::vector<std::string> moved;
  if (const auto more = add(*number, Number(1))) moved.push_back(more->to_string());
  if (const auto less = subtract(*number, Number(1)); less && !less->is_negative()) moved.push_back(less->to_string());
  return moved;
}

std::vector<std::string> moved_date(std::string_view text) {
  const auto day = parse_date(text);
  if (!day) return {};
  const boost::gregorian::days one(1);
  return {to_string(*day + one), to_string(*day - one)};
}

// The last part of it, `30` of `P30D` or of `P1Y30D`.
std::vector<std::string> moved_duration(std::string_view text) {
  if (text.size() < 3 || text.front() != 'P' || is_digit(text.back())) return {};
  const auto allowed = [](char c) {
    return is_digit(c) || std::string_view("PYMDTHS").find(c) != std::string_view::npos;
  };
  if (!std::all_of(text.begin(), text.end(), allowed)) return {};
  std::size_t end = text.size() - 1;
  while (end > 0 && !is_digit(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && is_digit(text[begin - 1])) --begin;
  std::vector<std::string> moved;
  for (const std::string& number : moved_number(text.substr(begin, end - begin))) {
    moved.push_back(std::string(text.substr(0, begin)) + number + std::string(text.substr(end)));
  }
  return moved;
}

class Changes {
 public:
  explicit Changes(std::string_view expression) : expression_(expression) {}

  std::vector<ExpressionChange> run();

 private:
  void change(const feel::Token& token);
  void swap(const feel::Token& token);
  void replace(const feel::Token& token, std::string_view shown, std::string_view instead, std::string_view written);

  std::string_view expression_;
  std::vector<ExpressionChange> changes_;
  bool between_ = false;  // the next `and` is that of `between … and …`
};

std::vector<ExpressionChange> Changes::run() {
  const auto tokens = feel::tokenize(expression_);
  if (!tokens) return {};
  for (const feel::Token& token : *tokens) change(token);
  return std::move(changes_);
}

void Changes::change(const feel::Token& token) {
  switch (token.kind) {
    case feel::TokenKind::number:
      for (const std::string& moved : moved_number(token.written)) replace(token, token.written, moved, moved);
      break;
    case feel::TokenKind::text: {
      const bool constant = token.text.empty() || !is_digit(token.text.front()) || token.text.find('-') == 4;
      if (!constant) break;  // a code is not a number
      for (const std::string& moved : moved_by_one(token.text)) replace(token, token.text, moved, '"' + moved + '"');
      break;
    }
    case feel::TokenKind::name:
    case feel::TokenKind::symbol:
      swap(token);
      break;
    case feel::TokenKind::end:
      break;
  }
}

void Changes::swap(const feel::Token& token) {
  if (token.written == "between") between_ = true;
  if (token.written == "and" && between_) {
    between_ = false;
    return;
  }
  for (const Swap& each : swaps) {
    if (token.written == each.from) replace(token, each.from, each.to, each.to);
  }
}

void Changes::replace(const feel::Token& token, std::string_view shown, std::string_view instead,
                      std::string_view written) {
  std::string text(expression_.substr(0, token.begin));
  text += written;
  text += expression_.substr(token.end);
  changes_.push_back({fmt::format("{} → {}", shown, instead), std::move(text)});
}

}  // namespace

std::vector<std::string> moved_by_one(std::string_view constant) {
  auto moved = moved_date(constant);
  return moved.empty() ? moved_duration(constant) : moved;
}

std::vector<ExpressionChange> changes_of(std::string_view expression) { return Changes(expression).run(); }

}  // namespace birthcase::mutation
