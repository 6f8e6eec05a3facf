/// Values as `eval` reads them: plain JSON, or JSON that says its type.
///
/// Plain: texts, numbers, booleans, null, arrays (lists) and objects (contexts).
/// Typed: `{"type":"date","value":"2017-01-01"}`, with the types `string`, `boolean`, `number` (or `decimal`), `date`,
/// `time`, `dateTime`, `duration`; `{"type":"list","items":[…]}`, `{"type":"context","entries":{…}}`,
/// `{"type":"null"}`; and `{"unknown":true}`. An object with other keys is a plain context.
#pragma once

#include <birthcase/condition.hpp>
#include <birthcase/result.hpp>

#include <string>

namespace birthcase::cli {

/// A value of `parse_json` with what says its type made so.
/// Errors: `syntax` for a text that is not of its type, with the path in the document.
Result<Value> typed_value(const Value& plain, const std::string& path = {});

/// The members of an object as names for expressions. Errors: `wrong_type` if it is not an object, and as
/// `typed_value`.
Result<NamedValues> named_values(const Value& plain, const std::string& path = {});

}  // namespace birthcase::cli
