// The signs of HL7 v2: what separates the parts of a segment, and how a text that holds such a sign is written.
#pragma once

#include <birthcase/exchange/formats.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace birthcase::exchange::formats {

/// The bytes that MLLP puts before and after a message.
inline constexpr char block_start = '\x0b';
inline constexpr char block_end = '\x1c';

/// MSH-1 and MSH-2.
struct Hl7Signs {
  char field = '|';
  char component = '^';
  char repetition = '~';
  char escape = '\\';
  char subcomponent = '&';
};

/// The signs that a header segment (MSH, FHS, BHS) declares; nothing if they are missing, doubled or letters.
std::optional<Hl7Signs> signs_of_header(std::string_view segment) noexcept;

/// Field `number` of a header segment, as it stands there.
std::string_view field_of_header(std::string_view segment, std::size_t number, char separator) noexcept;

/// The text without its escapes. An escape that is not known stays as it stands.
std::string unescape_hl7(std::string_view text, const Hl7Signs& signs);

/// The text with escapes for the usual signs and for control characters.
std::string escape_hl7(std::string_view text);

/// Takes the next line off the text: it ends with CR, LF or both. The bytes that MLLP puts around a message do not
/// count.
std::string_view next_line(std::string_view& text) noexcept;

/// True for `MSH`, `PID`, `ZB1`: a letter and two letters or digits, in capitals.
bool is_segment_name(std::string_view name) noexcept;

/// The encoding that MSH-18 of the first message names, `otherwise` if it names none. Errors:
/// `encoding` for one that is not read.
Result<Encoding> declared_charset(std::string_view text, Encoding otherwise);

/// What MSH-18 says of an encoding.
std::string_view charset_name(Encoding encoding) noexcept;

}  // namespace birthcase::exchange::formats
