#include "invariant.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace fuzz {
namespace {

constexpr std::size_t shown = 200;

std::string around(std::string_view text, std::size_t at) {
  const std::size_t begin = at < shown / 2 ? 0 : at - shown / 2;
  return std::string(text.substr(begin, shown));
}

}  // namespace

void must(bool holds, std::string_view promise, std::string_view detail) {
  if (holds) return;
  const std::string said = std::string(promise) + (detail.empty() ? "" : ": ") + std::string(detail);
  std::fprintf(stderr, "\nbroken promise: %s\n", said.c_str());
  std::abort();
}

void must_equal(std::string_view left, std::string_view right, std::string_view promise) {
  if (left == right) return;
  const auto part = std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first - left.begin();
  const auto at = static_cast<std::size_t>(part);
  must(
      false, promise,
      "they part at byte " + std::to_string(at) + "\n  one:   " + around(left, at) + "\n  other: " + around(right, at));
}

}  // namespace fuzz
