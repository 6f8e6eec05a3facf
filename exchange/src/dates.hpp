// Days and moments as other systems write them.
//
// A pattern has `yyyy`, `MM` or `M`, `dd` or `d`, `HH` or `H`, `mm`, `ss`; any other character stands for itself. What
// is in square brackets may be left out in the source and is not written.
#pragma once

#include <birthcase/result.hpp>
#include <birthcase/value.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace birthcase::exchange {

/// Why a pattern cannot be used; nothing if it can. `with_time`: it is for moments.
std::optional<std::string> problem_of_pattern(std::string_view pattern, bool with_time);

/// The day or moment as a value; nothing where the text does not fit the pattern or there is no such day.
std::optional<Value> read_date(std::string_view text, std::string_view pattern, bool with_time);

/// A day or moment in the pattern; nothing for another value, and for a day where the pattern wants a time.
std::optional<std::string> written_date(const Value& value, std::string_view pattern);

}  // namespace birthcase::exchange
