/// Regular expressions of XPath, as FEEL has them, run by ICU with limits on time and memory.
#pragma once

#include "feel/functions.hpp"

#include <unicode/uregex.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace birthcase::feel {

struct CloseRegex {
  void operator()(URegularExpression* regex) const noexcept { uregex_close(regex); }
};

/// A pattern at work on one text, which must outlive it.
using Regex = std::unique_ptr<URegularExpression, CloseRegex>;

/// The pattern in ICU's flavour; empty if it is not one of XPath's. `flags` are those of XPath.
std::optional<std::u16string> translate_pattern(std::u16string_view pattern, std::string_view flags);

/// A compiled pattern, for any number of texts and threads.
class Pattern {
 public:
  explicit Pattern(Regex regex) noexcept : regex_(std::move(regex)) {}

  /// Null if the pattern or the flags (of `s`, `m`, `i`, `x`) are not valid.
  static std::shared_ptr<const Pattern> make(std::string_view pattern, std::string_view flags);

  /// Ready to search `text`; null if that is not possible. What backtracking costs is spent from the budget, which must
  /// outlive the search; a search that it cannot pay for fails.
  Regex search(const std::u16string& text, Budget& budget) const;

 private:
  Regex regex_;
};

}  // namespace birthcase::feel
