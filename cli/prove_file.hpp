/// Files of properties: what is to hold for every family of a place, with where it is written.
#pragma once

#if BIRTHCASE_ANALYSIS

#include "command.hpp"

#include <string>

namespace birthcase::cli {

/// Whether this is the name of a file of properties: it ends in `.proofs.json`.
bool is_proof_file(const std::string& name);

/// Proves every property of a file and says which came out as expected: `done` if all did.
Status prove_file(const std::string& file, const JsonOutput& output);

}  // namespace birthcase::cli

#endif
