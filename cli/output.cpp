#include "output.hpp"

#include "text/wrap.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <system_error>

namespace birthcase::cli {
namespace {

// Without clean-up: another thread may be waiting for input that never comes.
[[noreturn]] void stop_writing(int reason) {
  if (reason == EPIPE) std::_Exit(done);
  complain("standard output: cannot be written: " + std::generic_category().message(reason));
  std::_Exit(wrong_input);
}

}  // namespace

void write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) stop_writing(errno);
}

void flush() {
  if (std::fflush(stdout) != 0) stop_writing(errno);
}

void complain(std::string_view line) {
  std::fflush(stdout);
  const std::string text = text::printable(line) + '\n';
  std::fwrite(text.data(), 1, text.size(), stderr);
}

Status refuse(const Error& error, std::string_view file) {
  complain(describe(error, file));
  return wrong_input;
}

}  // namespace birthcase::cli
