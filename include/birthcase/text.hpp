/// Text as it really arrives: UTF-8 that may be broken, GB18030 from Windows clients, full-width digits, rare
/// characters.
///
/// Every text inside the library is UTF-8. No function substitutes, drops or guesses a character: what cannot be
/// converted is an `encoding` error that says where, and never quotes the text. No function depends on a locale.
#pragma once

#include <birthcase/result.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace birthcase {

/// The offset in bytes (from 0) at which the first ill-formed sequence begins, or nothing if `text` is UTF-8.
/// Overlong forms, surrogates and code points past U+10FFFF are ill-formed; NUL is a character like others.
std::optional<std::size_t> find_invalid_utf8(std::string_view text) noexcept;

/// `find_invalid_utf8` as an error: kind `encoding`, `line` and `column` (in characters) of the first bad sequence,
/// the byte offset in the message.
Result<void> check_utf8(std::string_view text);

/// Unicode Normalisation Form C, the form in which texts are stored and compared.
/// CJK compatibility ideographs become their unified characters, as NFC prescribes. Errors: `encoding`.
Result<std::string> to_nfc(std::string_view text);

/// Unicode Normalisation Form KC: full-width and half-width forms, ligatures, circled digits become plain.
/// For keys and searches; not for names, where it would lose what a person wrote. Errors: `encoding`.
Result<std::string> to_nfkc(std::string_view text);

/// A number or code as people type it, made plain: full-width letters, digits and signs become ASCII, letters become
/// upper case (the `x` of an ID number), white space, hyphens and dashes go. Anything else stays and is for the
/// number's own check to refuse. Errors: `encoding`.
Result<std::string> clean_identifier(std::string_view text);

/// What is remarkable about the characters of a text. All of them are kept; positions count characters from 1,
/// 0 means "none".
struct CharacterReport {
  std::size_t characters = 0;         ///< code points in the text
  std::size_t first_private_use = 0;  ///< private-use code point: shows as nothing, or as another sign, elsewhere
  std::size_t first_rare = 0;         ///< ideograph outside U+4E00–U+9FA5, i.e. not in GBK: many systems lose it
  std::size_t first_beyond_bmp = 0;   ///< past U+FFFF: two units in UTF-16, four bytes in UTF-8 and GB18030
  std::size_t first_control = 0;  ///< control or format character, or U+FFFD left behind by an earlier bad conversion
  std::size_t first_unassigned = 0;  ///< noncharacter, or not assigned in the Unicode version of the ICU in use

  friend bool operator==(const CharacterReport&, const CharacterReport&) = default;
};

/// Looks at every character once. Errors: `encoding`.
Result<CharacterReport> inspect_characters(std::string_view text);

/// GB18030 bytes to UTF-8, by the mapping of GB 18030-2022 whatever the version of ICU.
/// Errors: `encoding`, with the byte offset (from 0) in the message and the character position in `column`.
/// GBK and GB 2312 are subsets and may be given as they are.
Result<std::string> from_gb18030(std::string_view bytes);

/// UTF-8 to GB18030 bytes, by the mapping of GB 18030-2022. Every Unicode character has one, so only text that is not
/// UTF-8 fails: `encoding`, with the byte offset in the message and the character position in `column`.
Result<std::string> to_gb18030(std::string_view text);

/// The columns that a text takes in a terminal: 2 for East Asian wide and full-width characters, 0 for combining,
/// format and control characters, 1 for others, including each byte that is not UTF-8.
std::size_t display_width(std::string_view text) noexcept;

}  // namespace birthcase
