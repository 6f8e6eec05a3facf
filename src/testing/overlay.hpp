// A case's facts laid over those that all cases of a document begin with.
#pragma once

#include <boost/json/value.hpp>

#include <string_view>

namespace birthcase::testing {

/// Whether the value is `{"unknown": true}`, which makes unknown what the value below says.
bool makes_unknown(const boost::json::value& value);

/// Lays `given` over `base`: objects key by key, lists of objects item by item, anything else in place of what stood
/// there; `{"unknown": true}` takes a key away. Null is a value like others.
void lay_over(boost::json::value& base, const boost::json::value& given);

/// How many steps of a JSON pointer lead somewhere in this value.
std::size_t steps_known(const boost::json::value& value, std::string_view pointer);

}  // namespace birthcase::testing
