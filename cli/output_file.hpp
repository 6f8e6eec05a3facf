/// Files that a command leaves behind.
#pragma once

#include <birthcase/result.hpp>

#include <string>
#include <string_view>

namespace birthcase::cli {

/// Writes a whole file, over one that is there. Error: `missing`, naming the file, where the system refuses.
Result<void> write_file(const std::string& file, std::string_view text);

}  // namespace birthcase::cli
