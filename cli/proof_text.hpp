/// Proofs in words.
#pragma once

#if BIRTHCASE_ANALYSIS

#include "analysis/prove.hpp"

#include <string>
#include <string_view>

namespace birthcase::cli {

std::string_view to_string(analysis::Proof::Verdict verdict) noexcept;

/// The application as a file that people read: a member per line.
std::string indented_application(const Application& application);

std::string proof_text(const analysis::Proof& proof, int most_newborns, Language language);
std::string proof_json(const analysis::Proof& proof, Language language);

/// `brings.marriage-certificate = true` for each, joined by commas.
std::string because_text(const analysis::Proof& proof);

}  // namespace birthcase::cli

#endif
