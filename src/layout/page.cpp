#include "layout/page.hpp"

#include "text/wrap.hpp"

#include <algorithm>

namespace birthcase::layout {
namespace {

constexpr unsigned char first_mark = 0xF8;  // from here on no byte is part of a character

constexpr char mark_of(Ink ink) noexcept { return static_cast<char>(first_mark + static_cast<unsigned char>(ink)); }

bool is_mark(char byte) noexcept {
  const auto value = static_cast<unsigned char>(byte);
  return value >= first_mark && value < first_mark + inks;
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

Ink ink_of_mark(char mark) noexcept { return static_cast<Ink>(static_cast<unsigned char>(mark) - first_mark); }

}  // namespace birthcase::layout
