/// A note of heads, compared with a store.
#pragma once

#include <birthcase/anchor.hpp>

#include "case/case_words.hpp"
#include "pretty.hpp"

#include <string>

namespace birthcase::cli::cases {

/// Reads a note, `-` for the standard input, and compares it with a store; with the file of a public key it must be
/// signed. Errors: `missing` for a file that cannot be read, named in the message; those of `store::AnchorReader`.
Result<store::AnchorComparison> compared_with(store::Store& store, const std::string& note, const std::string& key);

/// With which note the store was compared; without the breaks.
std::string comparison_text(const store::AnchorComparison& comparison, Language language);

}  // namespace birthcase::cli::cases
