/// The key of an encrypted store, from a file: neither arguments nor the environment are kept secret by the system.
#pragma once

#include <birthcase/encryption.hpp>

#include <string>

namespace birthcase::cli::cases {

/// Errors, which name the file: `missing` for what cannot be read; `refused` where others than the user that runs this
/// own it or have any right to it, and for what is no file; `out_of_range` unless it holds 32 bytes.
Result<store::Key> read_key(const std::string& file);

}  // namespace birthcase::cli::cases
