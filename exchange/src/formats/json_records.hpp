// JSON, by Boost.JSON.
#pragma once

#include <birthcase/exchange/formats.hpp>

namespace birthcase::exchange::formats {

Result<Source> read_json(std::string_view utf8);
Result<std::string> write_json(const Node& root);

}  // namespace birthcase::exchange::formats
