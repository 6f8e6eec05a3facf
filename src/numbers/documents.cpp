// Numbers of documents, organisations and accounts; citizen ID numbers are in numbers.cpp, telephones in phones.cpp.
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

NumberCheck doubtful(NumberCheck check) noexcept {
  check.doubtful = !check.ok();
  return check;
}

/// 军字第 and the like: where the digits of an officer's card begin, in bytes; 0 if there is no such beginning.
std::size_t officer_prefix(std::string_view number) noexcept {
  constexpr std::string_view middle = "字第";
  const auto at = number.find(middle);
  constexpr std::size_t two_characters = 6;
  return at == std::string_view::npos || at == 0 || at > two_characters ? 0 : at + middle.size();
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

NumberCheck check_officer_card(std::string_view number) noexcept {
  constexpr std::string_view sign = "号";
  std::string_view digits = number.substr(officer_prefix(number));
  if (digits.ends_with(sign)) digits.remove_suffix(sign.size());
  if (digits.size() < 4 || digits.size() > 8) return doubtful(fault(NumberFault::length));
  return doubtful(check_characters(digits, is_digit));
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

NumberCheck check_bank_account(std::string_view number) noexcept {
  if (number.size() < 9 || number.size() > 32) return fault(NumberFault::length);
  if (const auto digits = check_characters(number, is_digit); !digits.ok()) return digits;
  if (std::all_of(number.begin(), number.end(), [](char c) { return c == '0'; }))
    return fault(NumberFault::character, 1);
  if (number.size() >= 20 && number.size() <= 22) return good;
  if (number.size() < 13 || number.size() > 22) return doubtful(fault(NumberFault::length));
  return doubtful(check_bank_card(number));
}

NumberCheck check_birth_certificate_number(std::string_view number) noexcept {
  return check_letters_and_digits(number, 1, 9);
}

NumberCheck check_postcode(std::string_view number) noexcept { return check_letters_and_digits(number, 0, 6); }

}  // namespace birthcase
