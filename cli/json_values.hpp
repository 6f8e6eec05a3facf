/// JSON as values with exact numbers.
#pragma once

#include <birthcase/result.hpp>
#include <birthcase/value.hpp>

#include <string_view>

namespace birthcase::cli {

/// Parses strict JSON (no comments, no trailing commas, UTF-8, at most 32 levels deep): texts, exact decimals,
/// booleans, null, lists and contexts. Errors, with line and column: `syntax`; `out_of_range` for depth and for numbers
/// beyond FEEL's, and for more than 4096 members of one object; `contradiction` for a key that stands twice in one
/// object.
Result<Value> parse_json(std::string_view text);

}  // namespace birthcase::cli
