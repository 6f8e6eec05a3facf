#include "terminal.hpp"

#include "text/wrap.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

namespace birthcase::cli {
namespace {

constexpr unsigned char first_mark = 0xF8;  // from here on no byte is part of a character

// By ink; `plain` ends the others.
constexpr std::array<std::string_view, 6> codes{"\033[0m",    "\033[1m",  "\033[2m",
                                                "\033[1;32m", "\033[33m", "\033[1;31m"};

constexpr char mark_of(Ink ink) noexcept { return static_cast<char>(first_mark + static_cast<unsigned char>(ink)); }

bool is_mark(char byte) noexcept {
  const auto value = static_cast<unsigned char>(byte);
  return value >= first_mark && value < first_mark + codes.size();
}

}  // namespace

std::string Page::paint(Ink ink, std::string_view text) const {
  if (!colour || ink == Ink::plain || text.empty()) return std::string(text);
  std::string painted(1, mark_of(ink));
  painted += text::printable_lines(text);
  painted += mark_of(Ink::plain);
  return painted;
}

std::size_t find_ink(std::string_view text, std::size_t begin) noexcept {
  return static_cast<std::size_t>(std::find_if(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), is_mark) -
                                  text.begin());
}

std::string_view ink_code(char mark) noexcept { return codes[static_cast<unsigned char>(mark) - first_mark]; }

bool is_terminal(std::FILE* stream) noexcept { return isatty(fileno(stream)) == 1; }

Page page_of_output() {
  Page page;
  if (!is_terminal(stdout)) return page;
  winsize size{};
  if (ioctl(fileno(stdout), TIOCGWINSZ, &size) == 0 && size.ws_col != 0) {
    page.width = std::clamp<std::size_t>(size.ws_col, 60, 120);
  }
  const char* no_colour = std::getenv("NO_COLOR");
  page.colour = no_colour == nullptr || *no_colour == '\0';
  return page;
}

}  // namespace birthcase::cli
