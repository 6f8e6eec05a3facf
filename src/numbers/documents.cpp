// Numbers of documents, organisations, cards and telephones; citizen ID numbers are in numbers.cpp.
#include <birthcase/numbers.hpp>

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
constexpr bool is_letter_or_digit(char c) noexcept { return is_digit(c) || is_letter(c); }

/// That `text` has only characters that `allowed` likes, from offset `from` on.
template <class Allowed>
NumberCheck check_characters(std::string_view text, Allowed allowed, std::size_t from = 0) noexcept {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (!allowed(text[i])) return fault(NumberFault::character, i + 1);
  }
  return good;
}

/// `letters` letters and `digits` digits.
NumberCheck check_letters_and_digits(std::string_view number, std::size_t letters, std::size_t digits) noexcept {
  if (number.size() != letters + digits) return fault(NumberFault::length);
  if (const auto head = check_characters(number.substr(0, letters), is_letter); !head.ok()) return head;
  return check_characters(number, is_digit, letters);
}

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

}  // namespace

NumberCheck check_passport(std::string_view number) noexcept {
  if (number.size() < 5 || number.size() > 12) return fault(NumberFault::length);
  if (const auto characters = check_characters(number, is_letter_or_digit); !characters.ok()) return characters;
  return std::any_of(number.begin(), number.end(), is_digit) ? good : fault(NumberFault::character, 1);
}

NumberCheck check_hk_macao_permit(std::string_view number) noexcept {
  if (number.size() != 9 && number.size() != 11) return fault(NumberFault::length);
  if (number.front() != 'H' && number.front() != 'M') return fault(NumberFault::prefix, 1);
  return check_characters(number, is_digit, 1);
}

NumberCheck check_taiwan_permit(std::string_view number) noexcept {
  if (number.size() == 11) {
    if (!is_letter(number.back())) return fault(NumberFault::character, 11);
    return check_characters(number.substr(0, 10), is_digit);
  }
  if (number.size() != 8 && number.size() != 10) return fault(NumberFault::length);
  return check_characters(number, is_digit);
}

NumberCheck check_credit_code(std::string_view code) noexcept {
  constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";  // no I O S V Z
  constexpr std::array<std::size_t, 17> weights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
  if (code.size() != weights.size() + 1) return fault(NumberFault::length);
  std::size_t sum = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const std::size_t value = alphabet.find(code[i]);
    const bool division = i >= 2 && i < 8;
    if (value == std::string_view::npos || (division && !is_digit(code[i])))
      return fault(NumberFault::character, i + 1);
    if (i < weights.size()) sum += value * weights[i];
  }
  const std::size_t expected = (alphabet.size() - sum % alphabet.size()) % alphabet.size();
  return code.back() == alphabet[expected] ? good : fault(NumberFault::check_digit, code.size());
}

NumberCheck check_bank_card(std::string_view number) noexcept {
  if (number.size() < 13 || number.size() > 19) return fault(NumberFault::length);
  if (const auto digits = check_characters(number, is_digit); !digits.ok()) return digits;
  unsigned sum = 0;
  bool doubled = false;
  for (std::size_t i = number.size(); i-- > 0; doubled = !doubled) {
    const auto value = static_cast<unsigned>(number[i] - '0') * (doubled ? 2U : 1U);
    sum += value > 9 ? value - 9 : value;
  }
  const bool zeros = std::all_of(number.begin(), number.end(), [](char c) { return c == '0'; });
  return sum % 10 == 0 && !zeros ? good : fault(NumberFault::check_digit, number.size());
}

NumberCheck check_mobile(std::string_view number) noexcept {
  const std::size_t start = country_prefix(number);
  if (number.size() - start != 11) return fault(NumberFault::length);
  if (const auto digits = check_characters(number, is_digit, start); !digits.ok()) return digits;
  if (number[start] != '1' || number[start + 1] < '3') return fault(NumberFault::prefix, start + 1);
  return good;
}

NumberCheck check_landline(std::string_view number) noexcept {
  if (number.size() < 10 || number.size() > 12) return fault(NumberFault::length);
  if (const auto digits = check_characters(number, is_digit); !digits.ok()) return digits;
  const std::size_t area = area_code_length(number);
  if (area == 0) return fault(NumberFault::prefix, 1);
  const std::size_t rest = number.size() - area;
  if (rest != 7 && rest != 8) return fault(NumberFault::length);
  return number[area] >= '2' ? good : fault(NumberFault::character, area + 1);
}

NumberCheck check_phone(std::string_view number) noexcept {
  const bool landline = number.starts_with('0') && country_prefix(number) == 0;
  return landline ? check_landline(number) : check_mobile(number);
}

NumberCheck check_birth_certificate_number(std::string_view number) noexcept {
  return check_letters_and_digits(number, 1, 9);
}

NumberCheck check_postcode(std::string_view number) noexcept { return check_letters_and_digits(number, 0, 6); }

}  // namespace birthcase
