// Rows of cells with a separator between them, quoted as RFC 4180 says.
#pragma once

#include <birthcase/exchange/formats.hpp>

namespace birthcase::exchange::formats {

/// The first row names the columns.
Result<Source> read_delimited(std::string_view utf8, char separator);
Result<std::string> write_delimited(const Node& root, char separator);

}  // namespace birthcase::exchange::formats
