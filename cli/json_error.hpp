/// Errors as JSON, for lines that are answered in their place.
#pragma once

#include <birthcase/result.hpp>

#include <boost/json/object.hpp>

namespace birthcase::cli {

/// `{"kind":…,"message":…}` with `path` and `column` where they are known.
boost::json::object error_json(const Error& error);

}  // namespace birthcase::cli
