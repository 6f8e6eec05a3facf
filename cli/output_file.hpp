/// Files that a command leaves behind.
#pragma once

#include <birthcase/result.hpp>

#include "command.hpp"
#include "output.hpp"

#include <string>
#include <string_view>

namespace birthcase::cli {

/// Writes a whole file, over one that is there. Error: `missing`, naming the file, where the system refuses.
Result<void> write_file(const std::string& file, std::string_view text);

/// The same for what tells about a family: the file is for its owner alone (0600), whatever it was before.
Result<void> write_private_file(const std::string& file, std::string_view text);

/// `--output FILE` of a command that writes what tells about a family.
void add_output_file(CLI::App& command, std::string& file);

/// Writes to such a file, or where none is named to the standard output.
Status write_to(const std::string& file, std::string_view text);

}  // namespace birthcase::cli
