// FHIR R4 Bundles in JSON.
#pragma once

#include <birthcase/exchange/formats.hpp>

namespace birthcase::exchange::formats {

/// Reads a Bundle, a list of Bundles, or one resource alone, which counts as a Bundle of one. Errors: those of JSON;
/// `wrong_type` for an object without a `resourceType`.
Result<Source> read_fhir(std::string_view utf8);

/// Writes one Bundle, or a list of them. Resources get identifiers by their places, and references as the tree tells.
Result<std::string> write_fhir(const Node& root);

}  // namespace birthcase::exchange::formats
