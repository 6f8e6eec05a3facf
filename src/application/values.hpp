// Values as a program puts them: which kinds a field takes.
#pragma once

#include "application/checks.hpp"

namespace birthcase::application {

/// Reads a value of any kind but unknown and null. Errors, without a path: `wrong_type`, `encoding`, `out_of_range`.
Result<Reading> read_value(const Rules& rules, FieldId field, const Value& value);

/// Checks the items of a list field, which must be texts. Error: `unknown_name` for a service that does not exist, with
/// its place in the list as path.
Result<Reading> read_items(const Rules& rules, FieldId field, List items);

/// What belongs in a field of this type, for messages: `a number`.
std::string_view expected(FieldType type) noexcept;

}  // namespace birthcase::application
