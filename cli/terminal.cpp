#include "terminal.hpp"

#include <algorithm>
#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

namespace birthcase::cli {
namespace {

std::string_view code_of(Ink ink) noexcept {
  switch (ink) {
    case Ink::heading:
      return "\033[1m";
    case Ink::faint:
      return "\033[2m";
    case Ink::good:
      return "\033[1;32m";
    case Ink::warning:
      return "\033[33m";
    case Ink::bad:
      return "\033[1;31m";
    case Ink::plain:
      break;
  }
  return {};
}

}  // namespace

std::string Page::paint(Ink ink, std::string_view text) const {
  if (!colour || ink == Ink::plain || text.empty()) return std::string(text);
  std::string painted(code_of(ink));
  painted += text;
  painted += "\033[0m";
  return painted;
}

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
