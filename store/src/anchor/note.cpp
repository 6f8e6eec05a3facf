#include "anchor/note.hpp"

#include "case/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace birthcase::store::notes {

std::string beginning_of(const Summary& note) { return fmt::format("{}\nat {}\n", first_line, to_string(note.at)); }

std::string end_of(const Summary& note) { return fmt::format("cases {}\ndigest {}\n", note.cases, note.digest); }

std::string line_of(const Head& head) { return fmt::format("case {} {} {}\n", head.case_id, head.version, head.hash); }

std::optional<std::string_view> after_word(std::string_view line, std::string_view word) noexcept {
  if (!line.starts_with(word) || line.size() <= word.size() || line[word.size()] != ' ') return std::nullopt;
  return line.substr(word.size() + 1);
}

std::optional<Head> head_in(std::string_view text) {
  const auto first = text.find(' ');
  const auto second = first == std::string_view::npos ? first : text.find(' ', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto version = number_in(text.substr(first + 1, second - first - 1));
  if (!version) return std::nullopt;
  Head head{std::string(text.substr(0, first)), *version, std::string(text.substr(second + 1))};
  return is_sound(head) ? std::optional(std::move(head)) : std::nullopt;
}

std::optional<std::uint64_t> number_in(std::string_view text) noexcept {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && (text.size() == 1 || text.front() != '0') ? std::optional(number) : std::nullopt;
}

bool is_digest(std::string_view text) noexcept {
  constexpr std::size_t digits = 64;
  return text.size() == digits && std::all_of(text.begin(), text.end(), [](char each) {
           return (each >= '0' && each <= '9') || (each >= 'a' && each <= 'f');
         });
}

bool is_sound(const Head& head) noexcept {
  constexpr std::uint64_t most_events = std::uint64_t{1} << 62;  // what a database can count
  return cases::is_case_id(head.case_id) && head.version > 0 && head.version < most_events && is_digest(head.hash);
}

}  // namespace birthcase::store::notes
