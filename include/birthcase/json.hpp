/// Between JSON and the library's values: the one public header that shows Boost.JSON.
#pragma once

#include <birthcase/value.hpp>

#include <boost/json/value.hpp>

namespace birthcase {

/// Plain JSON as a value: texts stay texts, numbers become exact decimals (a double by its shortest decimal),
/// arrays lists and objects contexts. Nothing becomes a date and nothing unknown.
Value value_from(const boost::json::value& json);

/// A value as JSON.
///
/// A number becomes a JSON integer if it is one, else the nearest double if that double's shortest decimal is this
/// number, else its text: nothing is rounded silently. Dates, times, durations and ranges become their FEEL text,
/// unknown becomes `{"unknown": true}`.
boost::json::value to_json(const Value& value);

}  // namespace birthcase
