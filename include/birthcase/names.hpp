/// Names of people: how they are stored, which of their characters a name cannot have, and which part is the surname.
///
/// Rare characters are kept as they are, in every plane of Unicode.
#pragma once

#include <birthcase/codes.hpp>
#include <birthcase/result.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase {

/// A name as it is stored and compared: Normalisation Form C, and one dot, U+00B7, between its parts, as
/// 民委发〔2016〕33号 requires.
///
/// The dot is written in eight ways: U+00B7 ·, U+2022 •, U+2027 ‧, U+2219 ∙, U+22C5 ⋅, U+30FB ・, U+FF65 ･ (what input
/// methods and code pages offer) and U+16EB ᛫ (what some fonts show best); U+2E31 and U+2E33 count too, and U+0387,
/// which Normalisation Form C makes a dot. A full stop (U+002E, U+FF0E, U+FE52, U+2024) is a dot between two Chinese
/// characters, and nowhere else. Blanks beside a dot go. Errors: `encoding`.
Result<std::string> clean_name(std::string_view text);

/// What is wrong, or odd, with a name.
enum class NameFault : std::uint8_t {
  control,      ///< an invisible character: control, zero width, direction, variation selector, filler
  lost,         ///< the mark that an earlier system left for a character that it did not have: `?`, `*`, `□`, U+FFFD
  digit,        ///< a digit of any script
  full_width,   ///< a full-width letter
  symbol,       ///< a symbol, an emoji, or a sign that no name has
  look_alike,   ///< a radical, a stroke or a numeral that looks like a Chinese character
  mark,         ///< a combining mark that does not belong to the letter before it
  private_use,  ///< a private-use character
  script,       ///< a letter of another script than the rest, or neither Chinese nor Latin
  spacing,      ///< a blank between Chinese characters, or more than one
  punctuation,  ///< a sign of names in Latin letters, in an unusual place
  no_letter,    ///< nothing but signs
  placeholder,  ///< a text instead of an unknown name: 待定, 王某, 王芳之女
};

/// One remark about a name.
struct NameRemark {
  NameFault fault = NameFault::control;
  std::size_t position = 0;  ///< of the character, from 1
  bool doubtful = false;     ///< the name may still be right: give a warning, do not refuse it

  friend bool operator==(const NameRemark&, const NameRemark&) = default;
};

/// Checks a name that `clean_name` has made plain: gives the first character of each kind of fault, in the order of the
/// name. Text that is not UTF-8 has no remark.
std::vector<NameRemark> check_name(std::string_view name);

/// Whether a name is only a placeholder for an unknown name. Letters may be capital or small.
/// @param placeholders in `zh`, with `…` at the beginning or the end for any characters, one at least for each `…`;
///     doubtful where `also` is `?`
std::optional<NameRemark> check_placeholder(std::string_view name, const CodeTable& placeholders);

/// The surname of a Chinese name: the longest entry of `compound` that the name begins with, and that is not the whole
/// name, else its first character. An entry's `also` is another way to write it and gives the same surname. Empty for
/// names that have none: of parts with dots between them, of other scripts.
/// @param compound compound surnames in `zh`; nullptr: none is known
std::string surname_of(std::string_view name, const CodeTable* compound);

/// What follows the surname; all of a name of parts with dots between them; empty for names of other scripts.
std::string given_name_of(std::string_view name, const CodeTable* compound);

/// A set of characters, read from the `zh` of all entries of a table. Immutable; safe to share between threads.
class CharacterSet {
 public:
  CharacterSet() = default;
  explicit CharacterSet(const CodeTable& table);

  bool empty() const noexcept { return characters_.empty(); }
  std::size_t size() const noexcept { return characters_.size(); }

  /// Whether every Chinese character of a text is in the set; other characters are not looked at. O(n log m).
  bool has_all_of(std::string_view text) const noexcept;

 private:
  std::vector<char32_t> characters_;  // sorted
};

}  // namespace birthcase
