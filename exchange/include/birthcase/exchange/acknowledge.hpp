/// What the sender of HL7 v2 messages gets back.
#pragma once

#include <birthcase/date.hpp>
#include <birthcase/exchange/import.hpp>
#include <birthcase/exchange/map.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace birthcase::exchange {

struct AcknowledgeOptions {
  DateTime at{};                       ///< MSH-7
  std::optional<Encoding> encoding{};  ///< of the messages, instead of the map's; as for `import_records`
  Language language = Language::zh;    ///< of the texts in ERR-8
};

/// Answers each message of a text with one of ours (ACK, in the encoding of the messages):
///
/// | MSA-1 | means |
/// |---|---|
/// | AA | taken over; an ERR segment with the severity W names each value that could not be read |
/// | AE | refused, since the map requires what is not there; ERR names the places |
/// | AR | not a message that the map is about, or not readable |
///
/// ERR-2 is the place (segment, its number, field, repetition, component), ERR-3 the code of HL7 table 0357. Up to HL7
/// 2.4 the place stands in ERR-1. No value is repeated, but for the control id. `imported` is what `import_records`
/// made of the text, or its error: then the answer is one AR. Errors: `wrong_type` for a map of another format.
Result<std::string> acknowledge(const Map& map, std::string_view text, const Result<Imported>& imported,
                                const AcknowledgeOptions& options);

}  // namespace birthcase::exchange
