#include "output_file.hpp"

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace birthcase::cli {

Result<void> write_file(const std::string& file, std::string_view text) {
  std::FILE* opened = std::fopen(file.c_str(), "wb");
  bool written = opened != nullptr && std::fwrite(text.data(), 1, text.size(), opened) == text.size();
  if (opened != nullptr) written = std::fclose(opened) == 0 && written;
  if (written) return {};
  return Error{.kind = ErrorKind::missing,
               .message = file + ": cannot be written: " + std::generic_category().message(errno)};
}

}  // namespace birthcase::cli
