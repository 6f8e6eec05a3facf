#include "application/plain_values.hpp"

#include "application/checks.hpp"
#include "feel/temporal.hpp"
#include "names/letters.hpp"

#include <algorithm>

namespace birthcase::application {
namespace {

bool is_plain_code(const Guide& guide, const Target& target, std::string_view text, std::uint64_t beginning) noexcept {
  for (const PlainCode& code : guide.codes_of(target)) {
    if (code.beginning != beginning || code.text.size() != text.size()) continue;
    if (text.size() <= packed_length || code.text == text) return true;
  }
  return false;
}

bool is_plain_number(Format format, std::string_view number) noexcept {
  const auto plain = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
  return std::all_of(number.begin(), number.end(), plain) && check_number(format, number).ok();
}

// Of a plain text: whether a blank, or half of an ideographic one, stands at one of its ends.
bool may_have_blanks_around(std::string_view text) noexcept {
  return text.front() == ' ' || text.front() == '\xE3' || text.back() == ' ' || text.back() == '\x80';
}

// Two digits, or more than any day, month, hour and so on.
constexpr unsigned bad = 1000;
constexpr unsigned two_digits(std::string_view text, std::size_t at) noexcept {
  const auto digit = [text](std::size_t place) {
    return static_cast<unsigned>(static_cast<unsigned char>(text[place])) - '0';
  };
  return digit(at) <= 9 && digit(at + 1) <= 9 ? digit(at) * 10 + digit(at + 1) : bad;
}

}  // namespace

bool is_plain(const Rules& rules, const Guide& guide, const Target& target, const PlainText& text,
              const Scanner& scanner) noexcept {
  if (!text.plain || text.characters == 0 || text.characters > target.max_length) return false;
  switch (target.content) {
    case Content::text:
      return !may_have_blanks_around(text.text) || trim(text.text).size() == text.text.size();
    case Content::name:
      return names::is_plain(text.text) && guide.is_no_placeholder(text.text);
    case Content::number:
      return is_plain_number(target.format, text.text);
    case Content::code:
      return is_plain_code(guide, target, text.text, scanner.beginning_of(text.text));
    case Content::table_code: {
      const auto& open = rules.fields[target.field].open_codes;
      return target.table->contains(text.text) && std::find(open.begin(), open.end(), text.text) == open.end();
    }
    default:
      return false;
  }
}

std::optional<CivilDate> plain_date(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const unsigned century = two_digits(text, 0);
  const unsigned year = two_digits(text, 2);
  const unsigned month = two_digits(text, 5);
  const unsigned day = two_digits(text, 8);
  if (century < 14 || century == bad || year == bad || month == bad || day == bad) return std::nullopt;
  const CivilDate date{static_cast<std::int32_t>(century * 100 + year), static_cast<std::uint8_t>(month),
                       static_cast<std::uint8_t>(day)};
  return feel::is_valid(date) ? std::optional(date) : std::nullopt;
}

std::optional<CivilDateTime> plain_date_time(std::string_view text) noexcept {
  const bool with_seconds = text.size() == 19 && text[16] == ':';
  if ((text.size() != 16 && !with_seconds) || text[10] != 'T' || text[13] != ':') return std::nullopt;
  const auto date = plain_date(text.substr(0, 10));
  const unsigned hour = two_digits(text, 11);
  const unsigned minute = two_digits(text, 14);
  const unsigned second = with_seconds ? two_digits(text, 17) : 0;
  if (!date || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  CivilDateTime moment;
  moment.date = *date;
  moment.time.hour = static_cast<std::uint8_t>(hour);
  moment.time.minute = static_cast<std::uint8_t>(minute);
  moment.time.second = static_cast<std::uint8_t>(second);
  return moment;
}

}  // namespace birthcase::application
