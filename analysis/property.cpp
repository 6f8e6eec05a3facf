#include "analysis/property.hpp"

#include "nearest.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace birthcase::analysis {
namespace {

constexpr std::size_t most_listed = 12;

bool is_part_of_name(char c) noexcept {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return letter || c == '.' || c == '-' || c == '_';
}

bool begins_character(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

// A name with its hyphens, which the language takes for minus signs where it does not know the name.
std::string_view name_at(std::string_view text, std::size_t column) {
  std::size_t begin = 0;
  for (std::size_t character = 0; begin < text.size(); ++begin) {
    if (begins_character(text[begin]) && ++character == column) break;
  }
  std::size_t end = begin;
  while (end < text.size() && is_part_of_name(text[end])) ++end;
  return text.substr(begin, end - begin);
}

// What begins like this, or else is nearest to it.
std::string likely_name(std::string_view written, const OutcomeNames& names) {
  const std::vector<std::string> known = names.names();
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  std::string_view best;
  for (const std::string_view candidate : candidates) {
    if (candidate.starts_with(written) && (best.empty() || candidate.size() < best.size())) best = candidate;
  }
  return std::string(best.empty() ? nearest(written, candidates) : best);
}

// For `lane.anything`: what can stand behind `lane.`, if that is little enough to read.
std::string possible_ends(std::string_view written, const OutcomeNames& names) {
  const std::string kind(written.substr(0, written.find('.') + 1));
  std::vector<std::string> ends;
  for (const Outcome& outcome : names.outcomes()) {
    if (!outcome.name.starts_with(kind)) continue;
    std::string end = outcome.name.substr(kind.size());
    if (end.find('.') == std::string::npos) ends.push_back(std::move(end));
  }
  if (ends.empty() || ends.size() > most_listed) return {};
  return fmt::format("; after \"{}\" comes one of: {}", kind, fmt::join(ends, ", "));
}

}  // namespace

Result<Condition> compile_property(std::string_view text, const OutcomeNames& names) {
  auto condition = Condition::compile(text, names);
  if (condition || condition.error().kind != ErrorKind::unknown_name) return condition;
  Error error = condition.error();
  const std::string_view written = name_at(text, error.column);
  if (written.find('.') == std::string_view::npos || names.find(written)) return error;
  const std::string likely = likely_name(written, names);
  error.message = fmt::format("there is no \"{}\"", shown(written));
  error.message += likely.empty() ? possible_ends(written, names) : fmt::format("; did you mean \"{}\"?", likely);
  return error;
}

}  // namespace birthcase::analysis
