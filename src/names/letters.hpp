// The letters of names: Chinese and Latin.
#pragma once

#include <unicode/umachine.h>

#include <string_view>

namespace birthcase::names {

/// The one dot between the parts of a name.
inline constexpr UChar32 dot = 0x00B7;

/// A Chinese character: a unified or compatibility ideograph, 〇, or anything in the planes of ideographs, whatever
/// this ICU may know of them.
bool is_han(UChar32 c) noexcept;

/// A letter of the Latin script, modifier letters such as ʻ included.
bool is_latin(UChar32 c) noexcept;

/// Whether a text is nothing but characters from U+4E00 to U+9FFF: almost every name, and quickly told.
bool is_plain(std::string_view text) noexcept;

}  // namespace birthcase::names
