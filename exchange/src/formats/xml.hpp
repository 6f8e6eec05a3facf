// XML, by pugixml.
#pragma once

#include <birthcase/exchange/formats.hpp>

namespace birthcase::exchange::formats {

/// The encoding that the XML declaration names, else the other. Errors: `encoding` for one that is not supported.
Result<Encoding> declared_encoding(std::string_view text, Encoding otherwise);

/// Reads UTF-8. A document type and every entity that is not XML's own are refused, so nothing is expanded or fetched.
Result<Source> read_xml(std::string_view utf8);

/// Writes UTF-8 whose declaration names the encoding that it will be converted to.
Result<std::string> write_xml(const Node& root, Encoding declared);

}  // namespace birthcase::exchange::formats
