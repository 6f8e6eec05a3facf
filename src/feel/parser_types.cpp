// The types after `instance of`.

#include "feel/parser.hpp"

#include <array>
#include <utility>

namespace birthcase::feel {

namespace {

struct TypeName {
  std::string_view name;
  Kind kind;
};

constexpr std::array<TypeName, 14> type_names{{{"number", Kind::number},
                                               {"string", Kind::text},
                                               {"boolean", Kind::boolean},
                                               {"date", Kind::date},
                                               {"time", Kind::time},
                                               {"date and time", Kind::date_time},
                                               {"days and time duration", Kind::days_duration},
                                               {"years and months duration", Kind::months_duration},
                                               {"Any", Kind::any},
                                               {"Null", Kind::null},
                                               {"list", Kind::list},
                                               {"range", Kind::range},
                                               {"context", Kind::context},
                                               {"function", Kind::unknown}}};

constexpr std::size_t most_words = 4;  // of a type's name
constexpr std::size_t deepest_type = 64;

}  // namespace

std::optional<Type> Parser::type() {
  std::string written;
  std::size_t length = 0;
  const TypeName* found = nullptr;
  for (std::size_t i = 0; i < most_words && token(i).kind == TokenKind::name; ++i) {
    if (i > 0) written += ' ';
    written += token(i).written;
    for (const TypeName& candidate : type_names) {
      if (candidate.name != written) continue;
      found = &candidate;
      length = i + 1;
    }
  }
  if (found == nullptr) return std::nullopt;
  at_ += length;
  const bool nothing_taken = found->kind == Kind::unknown && at_symbol("<>");  // the two are one token
  if (!at_symbol("<") && !nothing_taken) return Type{found->kind, {}, {}};
  if (++nesting_ > deepest_type) return std::nullopt;
  ++at_;
  auto result = found->kind == Kind::unknown ? function_type(nothing_taken) : generic(found->kind);
  --nesting_;
  return result;
}

// `T>` of `list<T>` and `range<T>`, `a: T, b: U>` of `context<a: T, b: U>`.
std::optional<Type> Parser::generic(Kind kind) {
  if (kind != Kind::list && kind != Kind::range && kind != Kind::context) return std::nullopt;
  Type result{kind, {}, {}};
  do {
    if (kind == Kind::context) {
      result.names.push_back(run_of_names());
      if (!take_symbol(":")) return std::nullopt;
    }
    auto item = type();
    if (!item) return std::nullopt;
    result.items.push_back(std::move(*item));
  } while (kind == Kind::context && take_symbol(","));
  return take_symbol(">") ? std::optional(std::move(result)) : std::nullopt;
}

// `a, b> -> c` of `function<a, b> -> c`.
std::optional<Type> Parser::function_type(bool nothing_taken) {
  Type result{Kind::unknown, {}, {}};
  while (!nothing_taken && !at_symbol(">")) {
    auto taken = type();
    if (!taken) return std::nullopt;
    result.items.push_back(std::move(*taken));
    if (!take_symbol(",")) break;
  }
  if (!nothing_taken && !take_symbol(">")) return std::nullopt;
  if (!take_symbol("->")) return std::nullopt;
  auto given = type();
  if (!given) return std::nullopt;
  result.items.push_back(std::move(*given));
  return result;
}

// What a function takes and gives depends on its calls, so that only `function` itself can be asked for.
Typed Parser::function_instance(const Typed& subject, const Type& wanted) {
  if (wanted.kind == Kind::unknown && !wanted.items.empty()) {
    return fail_at(ErrorKind::wrong_type, "what a function takes and gives is not asked here", subject.offset);
  }
  return builder_.constant(Value::boolean(wanted.kind == Kind::any || wanted.kind == Kind::unknown), subject.offset);
}

}  // namespace birthcase::feel
