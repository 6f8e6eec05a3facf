// The word that goes with a number: `{} {:day|days}` says `1 day` and `2 days`.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <concepts>
#include <string_view>

namespace birthcase::text {

/// A number that counts something. `{}` writes the number, `{:day|days}` the first word for one and the second for any
/// other number; either word may be empty. Every other specification is that of the number.
template <std::integral Number>
struct Counted {
  Number number;
};

template <class Type>
concept Counting = std::integral<Type> && !std::same_as<Type, bool> && !std::same_as<Type, char>;

template <Counting Number>
constexpr Counted<Number> counted(Number number) noexcept {
  return {number};
}

}  // namespace birthcase::text

template <class Number>
struct fmt::formatter<birthcase::text::Counted<Number>> : fmt::formatter<Number> {
  constexpr auto parse(fmt::format_parse_context& context) {
    const auto end = std::find(context.begin(), context.end(), '}');
    const auto bar = std::find(context.begin(), end, '|');
    words_ = bar != end;
    if (!words_) return fmt::formatter<Number>::parse(context);
    one_ = std::string_view(context.begin(), static_cast<std::size_t>(bar - context.begin()));
    other_ = std::string_view(bar + 1, static_cast<std::size_t>(end - bar - 1));
    return end;
  }

  template <class Context>
  auto format(const birthcase::text::Counted<Number>& counted, Context& context) const {
    if (!words_) return fmt::formatter<Number>::format(counted.number, context);
    const std::string_view word = counted.number == 1 ? one_ : other_;
    return std::copy(word.begin(), word.end(), context.out());
  }

 private:
  bool words_ = false;
  std::string_view one_;
  std::string_view other_;
};
