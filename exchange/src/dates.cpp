#include "dates.hpp"

#include <birthcase/date.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <vector>

namespace birthcase::exchange {
namespace {

constexpr std::size_t longest_pattern = 64;  // its depth of recursion
constexpr std::string_view letters = "yMdHms";

/// A letter with its number of digits, or a character.
struct DatePiece {
  char sign = 0;
  std::size_t digits = 0;  // 0: the character itself
  std::size_t group = 0;   // counted from 1, of those in brackets; 0: always there
};

std::vector<DatePiece> pieces_of(std::string_view pattern) {
  std::vector<DatePiece> pieces;
  std::size_t groups = 0;
  std::size_t group = 0;
  for (std::size_t at = 0; at < pattern.size();) {
    const char c = pattern[at];
    if (c == '[' || c == ']') {
      group = c == '[' ? ++groups : 0;
      ++at;
    } else if (letters.find(c) == std::string_view::npos) {
      pieces.push_back({c, 0, group});
      ++at;
    } else {
      const std::size_t end = std::min(pattern.find_first_not_of(c, at), pattern.size());
      pieces.push_back({c, end - at, group});
      at = end;
    }
  }
  return pieces;
}

// `MM` reads two digits, `M` one or two.
bool read_digits(std::string_view& text, std::size_t digits, int& number) {
  const std::size_t most = digits == 1 ? 2 : digits;
  std::size_t read = 0;
  for (number = 0; read < most && !text.empty() && text.front() >= '0' && text.front() <= '9'; ++read) {
    number = number * 10 + (text.front() - '0');
    text.remove_prefix(1);
  }
  return read >= digits;
}

using Parts = std::map<char, int>;

using Pieces = std::span<const DatePiece>;

// The pieces after this group.
Pieces after_group(Pieces pieces) noexcept {
  const std::size_t group = pieces.front().group;
  while (!pieces.empty() && pieces.front().group == group) pieces = pieces.subspan(1);
  return pieces;
}

// Each group with and without it; `inside` says whether the first piece continues one.
bool match(std::string_view text, Pieces pieces, bool inside, Parts& parts) {
  if (pieces.empty()) return text.empty();
  const DatePiece& piece = pieces.front();
  if (piece.group != 0 && !inside) {
    Parts with = parts;
    if (match(text, pieces, true, with)) return parts = std::move(with), true;
    return match(text, after_group(pieces), false, parts);
  }
  if (piece.digits == 0) {
    if (text.empty() || text.front() != piece.sign) return false;
    text.remove_prefix(1);
  } else if (!read_digits(text, piece.digits, parts[piece.sign])) {
    return false;
  }
  const Pieces rest = pieces.subspan(1);
  return match(text, rest, !rest.empty() && rest.front().group == piece.group && piece.group != 0, parts);
}

}  // namespace

std::optional<std::string> problem_of_pattern(std::string_view pattern, bool with_time) {
  if (pattern.size() > longest_pattern) return "a pattern has at most 64 bytes";
  std::map<char, int> seen;
  for (const DatePiece& piece : pieces_of(pattern)) {
    if (piece.digits == 0) continue;
    if (piece.digits > (piece.sign == 'y' ? 4U : 2U) || (piece.sign == 'y' && piece.digits != 4)) {
      return "write yyyy, MM or M, dd or d, HH or H, mm, ss";
    }
    if (++seen[piece.sign] > 1) return "each of yyyy, MM, dd, HH, mm, ss may stand once";
  }
  if (seen['y'] == 0 || seen['M'] == 0 || seen['d'] == 0) return "the pattern lacks yyyy, MM or dd";
  if (with_time && (seen['H'] == 0 || seen['m'] == 0)) return "the field is a moment; the pattern lacks HH or mm";
  return std::nullopt;
}

std::optional<Value> read_date(std::string_view text, std::string_view pattern, bool with_time) {
  Parts part;
  if (!match(text, pieces_of(pattern), false, part)) return std::nullopt;
  const std::string day = fmt::format("{:04}-{:02}-{:02}", part['y'], part['M'], part['d']);
  if (const auto date = parse_date(day); !date) return std::nullopt;
  if (!with_time) return Value::text(day);
  std::string moment = fmt::format("{}T{:02}:{:02}:{:02}", day, part['H'], part['m'], part['s']);
  if (const auto read = parse_date_time(moment); !read) return std::nullopt;
  return Value::text(std::move(moment));
}

std::optional<std::string> written_date(const Value& value, std::string_view pattern) {
  const auto moment = value.to_date_time();
  const auto pieces = pieces_of(pattern);
  if (!moment) return std::nullopt;
  const auto day = moment->date().year_month_day();
  const auto time = moment->time_of_day();
  const std::array<std::pair<char, long>, 6> parts{{{'y', static_cast<long>(day.year)},
                                                    {'M', static_cast<long>(day.month.as_number())},
                                                    {'d', static_cast<long>(day.day.as_number())},
                                                    {'H', static_cast<long>(time.hours())},
                                                    {'m', static_cast<long>(time.minutes())},
                                                    {'s', static_cast<long>(time.seconds())}}};
  std::string text;
  for (const DatePiece& piece : pieces) {
    if (piece.group != 0) continue;
    if (piece.digits == 0) text += piece.sign;
    for (const auto& [sign, number] : parts) {
      if (piece.digits == 0 || sign != piece.sign) continue;
      if (value.is(Kind::date) && (sign == 'H' || sign == 'm' || sign == 's')) return std::nullopt;
      text += fmt::format("{:0{}}", number, piece.digits);
    }
  }
  return text;
}

}  // namespace birthcase::exchange
