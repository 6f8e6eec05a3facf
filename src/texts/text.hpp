// Texts for people, in every language. They stand in texts/; the build makes constants of them, one header for each
// file: `texts/papers.hpp` has `texts::papers::due`. How to add one: docs/add-a-text.md.
#pragma once

#include <birthcase/result.hpp>

#include "text/counted.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace birthcase::texts {

/// A text that is said as it stands.
struct Text {
  std::string_view key;  ///< as in the file
  std::string_view zh;
  std::string_view en;

  constexpr std::string_view in(Language language) const noexcept { return language == Language::zh ? zh : en; }
  operator Label() const { return {std::string(zh), std::string(en)}; }
};

/// A text with so many blanks, `{0}` and so on, in fmt's manner. Of a number `{0:day|days}` is the word that goes with
/// it.
template <std::size_t Blanks>
struct Pattern {
  std::string_view key;
  std::string_view zh;
  std::string_view en;

  constexpr std::string_view in(Language language) const noexcept { return language == Language::zh ? zh : en; }
};

/// What fills a blank: of what has a text in each language the one in question, everything else as it is.
inline std::string_view filling(const Label& label, Language language) noexcept { return label.in(language); }
inline std::string_view filling(const Text& text, Language language) noexcept { return text.in(language); }
template <class Other>
const Other& filling(const Other& other, Language) noexcept {
  return other;
}
template <text::Counting Number>
text::Counted<Number> filling(const Number& number, Language) noexcept {
  return text::counted(number);
}

/// A pattern in one language, filled in.
template <std::size_t Blanks, class... Fillings>
std::string filled(Language language, const Pattern<Blanks>& pattern, const Fillings&... fillings) {
  static_assert(sizeof...(Fillings) == Blanks, "as many fillings as the text has blanks");
  return fmt::format(fmt::runtime(pattern.in(language)), filling(fillings, language)...);
}

/// A pattern in every language, filled in.
template <std::size_t Blanks, class... Fillings>
Label message(const Pattern<Blanks>& pattern, const Fillings&... fillings) {
  return {filled(Language::zh, pattern, fillings...), filled(Language::en, pattern, fillings...)};
}

/// Items that are the same in every language, as a list.
template <class Items>
Label joined(const Items& items, const Text& separator) {
  return {fmt::format("{}", fmt::join(items, separator.zh)), fmt::format("{}", fmt::join(items, separator.en))};
}

/// Puts an item at the end of a list, in every language.
inline void append(Label& list, const Text& separator, const Label& item) {
  if (!list.zh.empty()) list.zh += separator.zh;
  if (!list.en.empty()) list.en += separator.en;
  list.zh += item.zh;
  list.en += item.en;
}

}  // namespace birthcase::texts
