#include "output_file.hpp"

#include "system.hpp"

#include <cerrno>
#include <cstdio>
#include <system_error>

#ifndef _WIN32
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace birthcase::cli {
namespace {

Error not_written(const std::string& file, int reason) {
  return {.kind = ErrorKind::missing,
          .message = file + ": cannot be written: " + std::generic_category().message(reason)};
}

Result<void> write_all(const std::string& file, std::FILE* opened, std::string_view text) {
  bool written = opened != nullptr && std::fwrite(text.data(), 1, text.size(), opened) == text.size();
  if (opened != nullptr) written = std::fclose(opened) == 0 && written;
  return written ? Result<void>() : not_written(file, errno);
}

#ifdef _WIN32
std::FILE* open_private(const std::string& file) { return open_file(file, "wb"); }
#else
// A pipe or a terminal is nobody's file. What stood there is cut off only once nobody else may read it.
std::FILE* open_private(const std::string& file) {
  const int opened = open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (opened < 0) return nullptr;
  struct stat known {};
  const bool safe = fstat(opened, &known) == 0 &&
                    (!S_ISREG(known.st_mode) || (fchmod(opened, S_IRUSR | S_IWUSR) == 0 && ftruncate(opened, 0) == 0));
  if (std::FILE* stream = safe ? fdopen(opened, "wb") : nullptr) return stream;
  const int reason = errno;
  close(opened);
  errno = reason;
  return nullptr;
}
#endif

}  // namespace

Result<void> write_file(const std::string& file, std::string_view text) {
  return write_all(file, open_file(file, "wb"), text);
}

Result<void> write_private_file(const std::string& file, std::string_view text) {
  return write_all(file, open_private(file), text);
}

void add_output_file(CLI::App& command, std::string& file) {
  command.add_option("--output", file, "a file for its owner alone (0600), instead of the standard output")
      ->option_text("FILE");
}

Status write_to(const std::string& file, std::string_view text) {
  if (file.empty()) {
    write(text);
    return done;
  }
  const auto written = write_private_file(file, text);
  return written ? done : refuse(written.error());
}

}  // namespace birthcase::cli
