// The texts in one language: `words(papers::due)`, `words(papers::due_by, day)`.
#pragma once

#include "texts/text.hpp"

#include <span>
#include <vector>

namespace birthcase::texts {

class Words {
 public:
  constexpr explicit Words(Language language) noexcept : language_(language) {}

  constexpr Language language() const noexcept { return language_; }
  std::string_view in(const Label& label) const noexcept { return label.in(language_); }

  constexpr std::string_view operator()(const Text& text) const noexcept { return text.in(language_); }
  template <std::size_t Blanks, class... Fillings>
  std::string operator()(const Pattern<Blanks>& pattern, const Fillings&... fillings) const {
    return filled(language_, pattern, fillings...);
  }
  std::vector<std::string> operator()(std::span<const Text> list) const {
    std::vector<std::string> all;
    for (const Text& text : list) all.emplace_back(text.in(language_));
    return all;
  }

 private:
  Language language_;
};

}  // namespace birthcase::texts
