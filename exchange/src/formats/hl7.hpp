// HL7 v2 messages in ER7, the form with vertical bars.
#pragma once

#include <birthcase/exchange/formats.hpp>

namespace birthcase::exchange::formats {

/// Reads messages, with or without the batch segments FHS, BHS, BTS and FTS, and with or without the bytes that MLLP
/// puts around each message. A message with a line that is no segment is set aside: `Source::unreadable`. Errors, with
/// the line: `syntax` for what stands before the first header, and for a header that does not declare its signs;
/// `out_of_range` for too many nodes.
Result<Source> read_hl7(std::string_view utf8);

/// Writes messages with the usual signs. MSH-18 names the encoding where the tree does not. Errors: `out_of_range`,
/// with the path, for a node that is no segment, field, component or subcomponent.
Result<std::string> write_hl7(const Node& root, Encoding declared);

}  // namespace birthcase::exchange::formats
