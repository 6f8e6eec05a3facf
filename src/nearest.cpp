#include "nearest.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace birthcase {
namespace {

constexpr std::size_t longest = 64;

// Levenshtein's distance; a swap of neighbours counts as one edit more often than not, so it is not treated apart.
std::size_t distance(std::string_view a, std::string_view b) {
  std::array<std::size_t, longest + 1> row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
    }
  }
  return row[b.size()];
}

std::size_t common_beginning(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

// The only candidate of which the word is the first of several.
std::string_view begun_by(std::string_view word, std::span<const std::string_view> candidates) {
  constexpr std::size_t shortest = 4;
  if (word.size() < shortest) return {};
  std::string_view found;
  for (const std::string_view candidate : candidates) {
    const bool goes_on = candidate.size() > word.size() &&
                         std::string_view("-./_").find(candidate[word.size()]) != std::string_view::npos;
    if (!goes_on || !candidate.starts_with(word)) continue;
    if (!found.empty()) return {};
    found = candidate;
  }
  return found;
}

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.empty() || word.size() > longest) return {};
  std::string_view best;
  std::size_t fewest = std::max<std::size_t>(2, word.size() / 3);
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > longest) continue;
    const std::size_t edits = distance(word, candidate);
    if (edits > fewest || edits >= candidate.size()) continue;
    if (edits == fewest && !best.empty() && common_beginning(word, candidate) <= common_beginning(word, best)) continue;
    fewest = edits;
    best = candidate;
  }
  return best.empty() ? begun_by(word, candidates) : best;
}

std::string_view shown(std::string_view name) noexcept {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  name = name.substr(0, static_cast<std::size_t>(std::find_if(name.begin(), name.end(), is_control) - name.begin()));
  if (name.size() <= longest) return name;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0u) == 0x80u) --end;  // not within a character
  return name.substr(0, end);
}

}  // namespace birthcase
