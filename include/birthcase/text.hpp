/// Text as it really arrives: UTF-8 that may be broken, GB18030 from Windows clients, full-width digits, rare
/// characters.
///
/// Every text inside the library is UTF-8. No function substitutes, drops or guesses a character: what cannot be
/// converted is an `encoding` error that says where, and never quotes the text. No function depends on a locale.
#pragma once

#include <birthcase/result.hpp>

#include <cstddef>
#include <cstdint>
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

/// The editions of GB 18030, the newest first. Every edition gives every code point of Unicode a sequence of its own,
/// so nothing is lost either way; a few characters stand elsewhere.
///
/// 18 characters had no code point of their own once (10 vertical punctuation marks, now U+FE10–U+FE19, at A6D9–A6DF,
/// A6EC, A6ED, A6F3; 8 ideographs, now U+9FB4–U+9FBB, at FE59, FE61, FE66, FE67, FE6D, FE7E, FE90, FEA0), and one, ḿ
/// U+1E3F at A8BC, in the first edition. Until an edition says otherwise these two bytes are a private-use code point,
/// and the character has four bytes; then both change places.
///
/// Compared, for all of Unicode, with the tables of JDK 17.0.15 (2022 and 2000) and ICU 72 (2005); the text of the
/// standard was not at hand. Other programs mix: glibc before 2.39 refuses the four-byte sequences of the 18, browsers
/// and newer versions of ICU read both sequences as the real character, so that a private-use one does not come back.
enum class Gb18030 : std::uint8_t {
  edition_2022,  ///< in force since August 2023: the 18 have two bytes
  edition_2005,  ///< the 18 have four bytes, ḿ has two: ICU up to 72
  edition_2000,  ///< the 18 and ḿ have four bytes: Windows code page 54936, .NET, Python, Java up to 2022
};

/// The offset in bytes (from 0) at which the first ill-formed sequence begins, or nothing if `bytes` are GB18030. The
/// form is the same in every edition. 0x80 and 0xFF begin nothing: the euro sign of Windows code page 936 is not
/// GB18030.
std::optional<std::size_t> find_invalid_gb18030(std::string_view bytes) noexcept;

/// GB18030 bytes to UTF-8, by the mapping of an edition, with every version of ICU.
/// Errors: `encoding`, with the byte offset (from 0) in the message and the character position in `column`.
/// GBK and GB 2312 are subsets and may be given as they are.
Result<std::string> from_gb18030(std::string_view bytes, Gb18030 edition = Gb18030::edition_2022);

/// UTF-8 to GB18030 bytes, by the mapping of an edition. Every Unicode character has one, so only text that is not
/// UTF-8 fails: `encoding`, with the byte offset in the message and line and column.
Result<std::string> to_gb18030(std::string_view text, Gb18030 edition = Gb18030::edition_2022);

/// The columns that a text takes in a terminal: 2 for East Asian wide and full-width characters, 0 for combining,
/// format and control characters, 1 for others, including each byte that is not UTF-8.
std::size_t display_width(std::string_view text) noexcept;

}  // namespace birthcase
