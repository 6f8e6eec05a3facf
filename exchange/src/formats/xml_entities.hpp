// The references of an XML text, which pugixml leaves as they are where it does not know them.
#pragma once

#include <birthcase/result.hpp>

#include <optional>
#include <string_view>

namespace birthcase::exchange::formats {

/// What is wrong with the first reference or character that XML 1.0 does not have; nothing if all are in order.
std::optional<Error> bad_reference(std::string_view utf8);

/// Whether XML 1.0 has this character.
bool is_xml_character(char32_t character) noexcept;

/// Whether XML 1.0 has every character of a UTF-8 text.
bool is_xml_text(std::string_view utf8) noexcept;

}  // namespace birthcase::exchange::formats
