/// What of ICU the text functions need.
#pragma once

#include <string>
#include <string_view>

namespace birthcase::feel {

/// UTF-8 to UTF-16 and back; malformed parts become U+FFFD.
std::u16string to_utf16(std::string_view text);
std::string to_utf8(std::u16string_view text);

/// By Unicode's rules, of no particular language.
std::string upper_case(std::string_view text);
std::string lower_case(std::string_view text);

}  // namespace birthcase::feel
