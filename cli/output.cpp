#include "output.hpp"

#include "terminal.hpp"
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

void put(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size()) stop_writing(errno);
}

}  // namespace

void write(std::string_view text) { put(text::printable_lines(text)); }

void write_painted(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t mark = layout::find_ink(text, begin);
    write(text.substr(begin, mark - begin));
    if (mark < text.size()) put(terminal_code(layout::ink_of_mark(text[mark])));
    begin = mark + 1;
  }
}

void write(const layout::Document& document, layout::Format format) {
  write_painted(layout::write(document, format, page_of_output()));
}

void write_json(std::string_view json) {
  if (is_terminal(stdout)) return put(text::printable_json(json));
  put(json);
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
