// Telephone numbers.
#include <birthcase/numbers.hpp>
#include <birthcase/text.hpp>

#include "text/characters.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace birthcase {
namespace {

constexpr NumberCheck good{};

constexpr NumberCheck fault(NumberFault what, std::size_t position = 0) noexcept {
  return NumberCheck{what, static_cast<std::uint8_t>(position)};
}

constexpr NumberCheck doubt(NumberFault what) noexcept { return NumberCheck{what, 0, true}; }

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

NumberCheck check_digits(std::string_view text, std::size_t from = 0) noexcept {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (!is_digit(text[i])) return fault(NumberFault::character, i + 1);
  }
  return good;
}

bool is_digits(std::string_view text) noexcept { return std::all_of(text.begin(), text.end(), is_digit); }

/// Without `+86`, `0086` or `86` before a mobile number; how much was taken off goes to the positions.
std::size_t country_prefix(std::string_view number) noexcept {
  for (const std::string_view prefix : {"+86", "0086", "86"}) {
    if (number.starts_with(prefix) && number.size() == prefix.size() + 11) return prefix.size();
  }
  return 0;
}

/// Digits of the area code of a landline number; 0 if it has none.
std::size_t area_code_length(std::string_view number) noexcept {
  if (number.size() < 3 || number[0] != '0' || number[1] == '0') return 0;
  return number[1] == '1' || number[1] == '2' ? 3 : 4;
}

/// Service numbers as the plan of numbers of the Ministry of Industry and Information Technology has them.
bool is_service_number(std::string_view number) noexcept {
  constexpr std::array five{"10", "11", "12", "95", "96"};
  constexpr std::array six{"11", "12", "96"};
  const auto begins = [number](const char* prefix) { return number.starts_with(prefix); };
  switch (number.size()) {
    case 5:
      return std::any_of(five.begin(), five.end(), begins);
    case 6:
      return std::any_of(six.begin(), six.end(), begins);
    case 8:
      return begins("95");
    case 10:
      return begins("400") || begins("800");
    default:
      return false;
  }
}

/// Countries and territories whose numbers are often met here, with the digits of a whole national number.
struct Numbering {
  std::string_view country;
  std::size_t least;
  std::size_t most;
};
constexpr std::array numberings{Numbering{"1", 10, 10}, Numbering{"852", 8, 8}, Numbering{"853", 8, 8},
                                Numbering{"886", 8, 9}};

// After `+86`: a mobile number, or a landline without or with the 0 of its area code, or a service number.
NumberCheck check_after_86(std::string_view number, std::size_t offset) noexcept {
  const std::string with_zero = "0" + std::string(number);
  if (check_landline(with_zero).ok() || check_landline(number).ok() || is_service_number(number)) return good;
  NumberCheck mobile = check_mobile(number);
  if (mobile.position != 0) mobile.position = static_cast<std::uint8_t>(mobile.position + offset);
  return mobile;
}

// ITU-T E.164: at most 15 digits, the first not 0. `sign` is how long `+` or `00` is.
NumberCheck check_international(std::string_view number, std::size_t sign) noexcept {
  if (const auto digits = check_digits(number, sign); !digits.ok()) return digits;
  const std::string_view whole = number.substr(sign);
  if (whole.size() < 7 || whole.size() > 15) return fault(NumberFault::length);
  if (whole.front() == '0') return fault(NumberFault::character, sign + 1);
  if (whole.starts_with("86")) return check_after_86(whole.substr(2), sign + 2);
  for (const auto& [country, least, most] : numberings) {
    if (!whole.starts_with(country)) continue;
    const std::string_view national = whole.substr(country.size());
    if (national.size() >= least && national.size() <= most) return good;
    return national.starts_with('0') ? doubt(NumberFault::length) : fault(NumberFault::length);
  }
  return good;
}

// A number that begins with an area code; what is too long may have an extension that nothing sets apart.
NumberCheck check_with_area_code(std::string_view number) noexcept {
  const NumberCheck landline = check_landline(number);
  const std::size_t area = area_code_length(number);
  constexpr std::size_t local = 8;
  constexpr std::size_t longest_extension = 6;
  const bool longer = number.size() > area + local && number.size() <= area + local + longest_extension;
  if (landline.ok() || area == 0 || !longer || !is_digits(number)) return landline;
  const NumberCheck without = check_landline(number.substr(0, area + local));
  return without.ok() ? doubt(NumberFault::extension) : without;
}

NumberCheck check_without_extension(std::string_view number) noexcept {
  if (number.empty()) return fault(NumberFault::length);
  if (number.starts_with('+')) return check_international(number, 1);
  if (const auto digits = check_digits(number); !digits.ok()) return digits;
  if (number.starts_with("00")) return check_international(number, 2);
  if (number.starts_with('0')) return check_with_area_code(number);
  if (is_service_number(number)) return good;
  if (number.starts_with('1') || country_prefix(number) != 0) return check_mobile(number);
  if (number.size() == 7 || number.size() == 8) return doubt(NumberFault::area_code);
  const bool foreign = number.size() >= 9 && number.size() <= 15;
  return foreign ? doubt(NumberFault::country_code) : fault(NumberFault::length);
}

/// The signs of a telephone number; the words for an extension are one sign.
constexpr char extension_sign = 'x';

bool goes(UChar32 c) noexcept {
  constexpr std::array<UChar32, 7> signs{'(', ')', '.', 0x00AD, 0x200B, 0x2060, 0xFEFF};
  const auto kind = U_GET_GC_MASK(c);
  return std::find(signs.begin(), signs.end(), c) != signs.end() || u_isUWhiteSpace(c) != 0 || kind == U_GC_CF_MASK;
}

// ASCII where the sign has an ASCII form, every dash a hyphen, every word for an extension one sign.
std::string plain_signs(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    UChar32 c = text::next_character(text, at);
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFF01 - 0x21;
    if (c == 0x2212 || u_charType(c) == U_DASH_PUNCTUATION) c = '-';
    if (c == 0x8F6C || c == 0x8F49 || c == '#') c = extension_sign;  // 转, 轉
    if (goes(c)) continue;
    text::append_utf8(plain, c < 0x80 ? u_tolower(c) : c);
  }
  for (const std::string_view word : {"分机号", "分机", "分機", "extension", "ext"}) {
    for (auto found = plain.find(word); found != std::string::npos; found = plain.find(word)) {
      plain.replace(found, word.size(), 1, extension_sign);
    }
  }
  return plain;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string joined(std::span<const std::string_view> parts) {
  std::string all;
  for (const std::string_view part : parts) all += part;
  return all;
}

// How many of the parts are the number itself, if the last of them is an extension: `0579-85551234-802`, `10086-1`.
std::size_t parts_before_extension(std::span<const std::string_view> parts) {
  if (parts.size() < 2 || parts.back().empty() || parts.back().size() > 12 || !is_digits(parts.back())) return 0;
  const auto before = parts.first(parts.size() - 1);
  const NumberCheck check = check_without_extension(joined(before));
  if (before.size() == 1) return check.ok() || check.doubtful ? 1 : 0;
  const NumberCheck all = check_without_extension(joined(parts));
  const bool ends_number = before.back().size() >= 7 || !all.ok();  // and is not the last group but one of a number
  return ends_number && check.ok() && !check.doubtful ? before.size() : 0;
}

}  // namespace

Result<std::string> clean_phone(std::string_view text) {
  if (auto checked = check_utf8(text); !checked) return checked.error();
  std::string plain = plain_signs(text);
  const auto sign = plain.find(extension_sign);
  if (sign != std::string::npos) {
    const auto number = split(std::string_view(plain).substr(0, sign), '-');
    std::string extension = plain.substr(sign + 1);
    std::erase(extension, '-');
    return joined(number) + "-" + extension;
  }
  const auto parts = split(plain, '-');
  const std::size_t number = parts_before_extension(parts);
  if (number == 0) return joined(parts);
  return joined(std::span(parts).first(number)) + "-" + joined(std::span(parts).subspan(number));
}

NumberCheck check_mobile(std::string_view number) noexcept {
  const std::size_t start = country_prefix(number);
  if (number.size() - start != 11) return fault(NumberFault::length);
  if (const auto digits = check_digits(number, start); !digits.ok()) return digits;
  if (number[start] != '1' || number[start + 1] < '3') return fault(NumberFault::prefix, start + 1);
  return good;
}

NumberCheck check_landline(std::string_view number) noexcept {
  if (number.size() < 10 || number.size() > 12) return fault(NumberFault::length);
  if (const auto digits = check_digits(number); !digits.ok()) return digits;
  const std::size_t area = area_code_length(number);
  if (area == 0) return fault(NumberFault::prefix, 1);
  const std::size_t rest = number.size() - area;
  if (rest != 7 && rest != 8) return fault(NumberFault::length);
  return number[area] >= '2' ? good : fault(NumberFault::character, area + 1);
}

NumberCheck check_phone(std::string_view number) noexcept {
  const auto at = number.find('-');
  const NumberCheck check = check_without_extension(number.substr(0, at));
  if (at == std::string_view::npos || (!check.ok() && !check.doubtful)) return check;
  const std::string_view extension = number.substr(at + 1);
  if (extension.empty() || extension.size() > 12) return fault(NumberFault::length);
  if (const auto digits = check_digits(number, at + 1); !digits.ok()) return digits;
  return check;
}

}  // namespace birthcase
