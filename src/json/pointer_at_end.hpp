// Where a text breaks off: for errors about text that cannot be read as JSON any further.
#pragma once

#include <string>
#include <string_view>

namespace birthcase::json {

/// The JSON pointer of the value in which the beginning of a document ends: of the one that is being written, or that
/// was written last in its list or under its key; of the object, where a key is being written.
///
/// For any text, JSON or not: what cannot be followed (a key that is not to be shown, or more than `max_depth` levels)
/// ends the pointer early, and nothing but the pointer takes memory.
std::string pointer_at_end(std::string_view beginning);

}  // namespace birthcase::json
