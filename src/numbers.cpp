#include <birthcase/numbers.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <algorithm>
#include <array>

namespace birthcase {
namespace {

constexpr NumberCheck good{};

constexpr NumberCheck fault(NumberFault what, std::size_t position = 0) noexcept {
  return NumberCheck{what, static_cast<std::uint8_t>(position)};
}

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) noexcept { return c >= 'A' && c <= 'Z'; }
constexpr unsigned digit(char c) noexcept { return static_cast<unsigned>(c - '0'); }

/// The 1-based position of the first character from offset `from` on that is not a digit, or good.
NumberCheck check_digits(std::string_view text, std::size_t from = 0) noexcept {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (!is_digit(text[i])) return fault(NumberFault::character, i + 1);
  }
  return good;
}

constexpr std::size_t id_length = 18;
constexpr std::size_t birth_offset = 6;  // YYYYMMDD
constexpr std::size_t sex_offset = 16;   // odd: male
constexpr std::uint8_t birth_position = 7;
constexpr std::uint8_t check_position = 18;

struct Birth {
  unsigned year = 0;
  unsigned month = 0;
  unsigned day = 0;
};

constexpr Birth birth_of(std::string_view number) noexcept {
  const auto at = [number](std::size_t i) { return digit(number[birth_offset + i]); };
  return {at(0) * 1000 + at(1) * 100 + at(2) * 10 + at(3), at(4) * 10 + at(5), at(6) * 10 + at(7)};
}

/// Nobody with such a number was born before 1800.
constexpr bool exists(const Birth& birth) noexcept {
  constexpr std::array<unsigned, 12> days{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (birth.year < 1800 || birth.month < 1 || birth.month > 12) return false;
  const bool leap = birth.year % 4 == 0 && (birth.year % 100 != 0 || birth.year % 400 == 0);
  const unsigned last = birth.month == 2 && !leap ? 28 : days[birth.month - 1];
  return birth.day >= 1 && birth.day <= last;
}

/// The whole check at once, without branches on single digits. Check character: GB 11643-1999, ISO 7064 MOD 11-2.
bool is_valid_id(std::string_view number) noexcept {
  constexpr std::array<unsigned, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view check_characters = "10X98765432";
  if (number.size() != id_length) return false;
  unsigned sum = 0;
  unsigned strangers = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const unsigned value = static_cast<unsigned char>(number[i]) - unsigned{'0'};
    strangers |= value > 9 ? 1U : 0U;
    sum += weights[i] * value;
  }
  return strangers == 0 && number.back() == check_characters[sum % 11] && exists(birth_of(number));
}

/// A number of 18 digits by GB 11643, whatever its first digits mean.
NumberCheck check_id_form(std::string_view number) noexcept {
  if (is_valid_id(number)) return good;
  if (number.size() != id_length) return fault(NumberFault::length);
  if (const auto digits = check_digits(number.substr(0, id_length - 1)); !digits.ok()) return digits;
  if (!is_digit(number.back()) && number.back() != 'X') return fault(NumberFault::character, check_position);
  if (!exists(birth_of(number))) return fault(NumberFault::date, birth_position);
  return fault(NumberFault::check_digit, check_position);
}

bool is_permit_prefix(std::string_view number) noexcept {
  return number.starts_with("810000") || number.starts_with("820000") || number.starts_with("830000");
}

/// The year of 15 digits has two, so that only month and day can be wrong; 1900 is no leap year.
bool is_old_citizen_id(std::string_view number) noexcept {
  if (number.size() != 15 || !check_digits(number).ok()) return false;
  const auto at = [number](std::size_t i) { return digit(number[i]); };
  return exists({1900 + at(6) * 10 + at(7), at(8) * 10 + at(9), at(10) * 10 + at(11)});
}

Date to_date(const Birth& birth) {
  return Date(static_cast<unsigned short>(birth.year), static_cast<unsigned short>(birth.month),
              static_cast<unsigned short>(birth.day));
}

}  // namespace

std::string_view to_string(NumberFault fault) noexcept {
  switch (fault) {
    case NumberFault::none:
      return "none";
    case NumberFault::length:
      return "length";
    case NumberFault::character:
      return "character";
    case NumberFault::prefix:
      return "prefix";
    case NumberFault::date:
      return "date";
    case NumberFault::division_unknown:
      return "division-unknown";
    case NumberFault::check_digit:
      return "check-digit";
    case NumberFault::superseded:
      return "superseded";
    case NumberFault::area_code:
      return "area-code";
    case NumberFault::country_code:
      return "country-code";
    case NumberFault::extension:
      return "extension";
  }
  return "unknown-fault";
}

NumberCheck check_citizen_id(std::string_view number) noexcept {
  if (is_old_citizen_id(number)) return fault(NumberFault::superseded);
  if (number.size() == id_length && (number.front() == '9' || number.front() == '0')) {
    return fault(NumberFault::prefix, 1);
  }
  return check_id_form(number);
}

NumberCheck check_citizen_id(std::string_view number, const CodeTable& divisions, Date as_of) noexcept {
  if (const auto form = check_citizen_id(number); !form.ok()) return form;
  const Birth birth = birth_of(number);
  if (as_of.is_special() || to_date(birth) > as_of) return fault(NumberFault::date, birth_position);
  if (is_permit_prefix(number)) return good;
  if (divisions.existed(number.substr(0, birth_offset), static_cast<int>(birth.year), as_of.year())) return good;
  return fault(NumberFault::division_unknown, 1);
}

NumberCheck check_residence_permit(std::string_view number) noexcept {
  if (number.size() != id_length) return fault(NumberFault::length);
  if (const auto digits = check_digits(number.substr(0, birth_offset)); !digits.ok()) return digits;
  if (!is_permit_prefix(number)) return fault(NumberFault::prefix, 1);
  return check_id_form(number);
}

NumberCheck check_permanent_residence_card(std::string_view number) noexcept {
  if (number.size() == id_length) {
    if (number.front() != '9') return fault(NumberFault::prefix, 1);
    return check_id_form(number);
  }
  if (number.size() != 15) return fault(NumberFault::length);
  for (std::size_t i = 0; i < 3; ++i) {
    if (!is_letter(number[i])) return fault(NumberFault::character, i + 1);
  }
  return check_digits(number, 3);
}

std::optional<std::string_view> permanent_residence_card_country(std::string_view number) noexcept {
  if (!check_permanent_residence_card(number).ok()) return std::nullopt;
  return number.size() == id_length ? number.substr(3, 3) : number.substr(0, 3);
}

std::optional<Date> citizen_id_birth_date(std::string_view number) noexcept {
  if (!is_valid_id(number)) return std::nullopt;
  return to_date(birth_of(number));
}

std::optional<std::string_view> citizen_id_sex(std::string_view number) noexcept {
  if (!is_valid_id(number)) return std::nullopt;
  return digit(number[sex_offset]) % 2 == 1 ? std::string_view("1") : std::string_view("2");
}

std::optional<std::string_view> citizen_id_division(std::string_view number) noexcept {
  if (!is_valid_id(number) || number.front() == '9' || number.front() == '0') return std::nullopt;
  return number.substr(0, birth_offset);
}

}  // namespace birthcase
