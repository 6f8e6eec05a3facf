/// A comparison as a document for people.
#pragma once

#include <birthcase/compare.hpp>

#include "terminal.hpp"
#include "words.hpp"

namespace birthcase::cli {

/// A table with a row for each service, a column for each profile, and all services at once below.
Document comparison_document(const Comparison& comparison, Date as_of, const Words& words);

}  // namespace birthcase::cli
