// Changes of one expression.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace birthcase::mutation {

struct ExpressionChange {
  std::string change;  ///< `and → or`
  std::string text;    ///< the whole expression with it
};

/// Each operator and each constant of the expression changed by one, one at a time. None of what does not parse.
std::vector<ExpressionChange> changes_of(std::string_view expression);

/// A date, a duration or a whole number one more and one less, as far as that exists; nothing of other texts.
std::vector<std::string> moved_by_one(std::string_view constant);

}  // namespace birthcase::mutation
