/// Values as `eval` reads them: plain JSON, or JSON that says its type.
///
/// Plain: texts, numbers, booleans, null, arrays (lists) and objects (contexts).
/// Typed: `{"type":"date","value":"2017-01-01"}`, with the types `string`, `boolean`, `number` (or `decimal`), `date`,
/// `time`, `dateTime`, `duration`; `{"type":"list","items":[…]}`, `{"type":"context","entries":{…}}`,
/// `{"type":"null"}`; and `{"unknown":true}`. An object with other keys is a plain context. Numbers in text are exact.
#pragma once

#include <birthcase/condition.hpp>
#include <birthcase/result.hpp>

#include <boost/json/value.hpp>

#include <string_view>

namespace birthcase::cli {

/// Parses strict JSON: no comments, no trailing commas, UTF-8, 32 levels deep. Errors: `syntax` with the column
/// (line and column for more than one line); `out_of_range` for depth.
Result<boost::json::value> parse_json(std::string_view text);

/// Errors: `syntax` for a typed text that is not of its type, with the path in the document.
Result<Value> typed_value(const boost::json::value& json, const std::string& path = {});

/// An object's members as names for expressions. Errors: `wrong_type` if it is not an object, and as `typed_value`.
Result<NamedValues> named_values(const boost::json::value& json, const std::string& path = {});

}  // namespace birthcase::cli
