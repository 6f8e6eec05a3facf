/// Files of properties: what is to hold for every family of a place, with where it is written.
#pragma once

#if BIRTHCASE_ANALYSIS

#include <birthcase/profile_data.hpp>

#include "command.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace birthcase::cli {

/// Whether this means files of properties: a name that ends in `.proofs.json`, or a folder.
bool means_proof_files(const std::string& argument);

/// Proves every property of the files, and of all `*.proofs.json` in the folders, and says which came out as expected:
/// `done` if all did.
Status prove_files(const std::vector<std::string>& arguments, const ProfileData& data, std::chrono::seconds patience,
                   const JsonOutput& output, Language language);

}  // namespace birthcase::cli

#endif
