/// What conditions can tell apart of a fact.
#pragma once

#include <birthcase/rules.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace birthcase {

/// Unknown, null, true, false, each text that a condition compares the fact with, any other text, or anything else.
/// What conditions only compare with such constants is decided by the classes of their facts.
using FactClass = std::uint8_t;

namespace fact_class {
constexpr FactClass unknown = 0;
constexpr FactClass null = 1;
constexpr FactClass yes = 2;
constexpr FactClass no = 3;
constexpr FactClass neither = 4;  ///< a known value that is neither boolean nor text
constexpr FactClass other_text = 5;
constexpr FactClass first_text = 6;
}  // namespace fact_class

/// The classes of every fact of a profile.
class FactClasses {
 public:
  /// Those that the conditions need. A fact with more texts than classes keeps the first of them.
  explicit FactClasses(const Rules& rules);

  FactClass of(Slot slot, const Value& value) const noexcept {
    switch (value.kind()) {
      case Kind::unknown:
        return fact_class::unknown;
      case Kind::null:
        return fact_class::null;
      case Kind::boolean:
        return value.is_true() ? fact_class::yes : fact_class::no;
      case Kind::text:
        return of_text(slot, value.as_text());
      default:
        return fact_class::neither;
    }
  }

  /// How many classes a fact has.
  std::size_t count(Slot slot) const noexcept { return fact_class::first_text + texts(slot).size(); }

  /// Whether a text has a class of its own.
  bool has(Slot slot, const std::string& text) const noexcept { return of_text(slot, text) != fact_class::other_text; }

  /// A value of a class.
  Value example(Slot slot, FactClass of) const;

 private:
  static constexpr std::size_t most_texts = 200;

  void collect(const feel::Program& program);
  void add(Slot slot, const Value& constant);
  FactClass of_text(Slot slot, const std::string& text) const noexcept {
    const auto& known = texts(slot);
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (known[i] == text) return static_cast<FactClass>(fact_class::first_text + i);
    }
    return fact_class::other_text;
  }
  const std::vector<std::string>& texts(Slot slot) const noexcept {
    return slot.newborn ? of_newborn_[slot.index] : of_family_[slot.index];
  }

  const Schema& schema_;
  std::vector<std::vector<std::string>> of_family_;  // by slot
  std::vector<std::vector<std::string>> of_newborn_;
};

}  // namespace birthcase
