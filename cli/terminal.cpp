#include "terminal.hpp"

#include "system.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <unistd.h>

namespace birthcase::cli {

std::string_view terminal_code(Ink ink) noexcept {
  constexpr std::array<std::string_view, layout::inks> codes{"\033[0m",    "\033[1m",  "\033[2m",
                                                             "\033[1;32m", "\033[33m", "\033[1;31m"};
  return codes[static_cast<std::size_t>(ink)];
}

bool is_terminal(std::FILE* stream) noexcept { return isatty(fileno(stream)) != 0; }

Page page_of_output() {
  Page page;
  if (!is_terminal(stdout)) return page;
  const int width = width_of_terminal(stdout);
  if (width > 0) page.width = std::clamp<std::size_t>(static_cast<std::size_t>(width), 60, 120);
  const char* no_colour = std::getenv("NO_COLOR");
  page.colour = no_colour == nullptr || *no_colour == '\0';
  return page;
}

}  // namespace birthcase::cli
