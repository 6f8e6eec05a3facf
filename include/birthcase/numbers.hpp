/// The numbers on documents: whether they can be right, what is wrong with them, what can be read from them.
///
/// All checks take a number that `clean_identifier` (telephone numbers: `clean_phone`) has made plain, look at nothing
/// else, allocate nothing and accept any bytes. They say what is wrong and where, so that a message need not quote the
/// number. That a number passes does not mean that it was ever issued.
#pragma once

#include <birthcase/codes.hpp>
#include <birthcase/date.hpp>
#include <birthcase/result.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace birthcase {

/// What is wrong with a number. The names of `to_string` are stable.
enum class NumberFault : std::uint8_t {
  none,
  length,            ///< too short or too long
  character,         ///< a character that cannot stand at `position`
  prefix,            ///< begins as another kind of number does
  date,              ///< the date of birth in it does not exist, or is later than the day of the check
  division_unknown,  ///< the division in it did not exist in the years in question
  check_digit,       ///< the check digit does not fit: a digit is wrong or two are swapped
  superseded,        ///< the 15-digit citizen ID number, not valid since 2013: ask for the one of 18 digits
  area_code,         ///< a telephone number without its area code
  country_code,      ///< a foreign telephone number without `+` and the code of its country
  extension,         ///< a landline number with an extension that no `-` sets apart
};

/// `none`, `length`, … `check-digit`, `superseded`, `area-code`, `country-code`, `extension`
std::string_view to_string(NumberFault fault) noexcept;

/// The outcome of a check.
struct NumberCheck {
  NumberFault fault = NumberFault::none;
  std::uint8_t position = 0;  ///< 1-based position of the character or part at fault; 0 for the whole number
  bool doubtful = false;      ///< the number may be right all the same: worth a warning, no reason to refuse it

  bool ok() const noexcept { return fault == NumberFault::none; }
  friend bool operator==(NumberCheck, NumberCheck) = default;
};

/// Citizen ID number (公民身份号码), GB 11643-1999: 17 digits and a check character by ISO 7064 MOD 11-2.
/// The residence permits of Hong Kong, Macao and Taiwan residents (810000, 820000, 830000) have the same form and pass;
/// a first digit of 9 is the foreign permanent residence card: `prefix`. An old number of 15 digits: `superseded`.
NumberCheck check_citizen_id(std::string_view number) noexcept;

/// The same, and the division must have existed in `divisions` (GB/T 2260) at some time between the birth and `as_of`:
/// the number stays for life while divisions come and go. A birth later than `as_of` is a `date` fault.
NumberCheck check_citizen_id(std::string_view number, const CodeTable& divisions, Date as_of) noexcept;

/// Residence permit for Hong Kong, Macao and Taiwan residents (港澳台居民居住证), 国办发〔2018〕81号: a number by
/// GB 11643 that begins with 810000, 820000 or 830000.
NumberCheck check_residence_permit(std::string_view number) noexcept;

/// Foreign permanent residence card (外国人永久居留身份证), both forms: since 2023-12-01 18 digits beginning with 9,
/// with the check character of GB 11643; before that 3 letters (nationality) and 12 digits.
NumberCheck check_permanent_residence_card(std::string_view number) noexcept;

/// Passport, any country (ICAO 9303 document number, made generous): 5 to 12 letters and digits, at least one digit.
NumberCheck check_passport(std::string_view number) noexcept;

/// Officer's card (军官证) and the like: a character or two, 字第, 4 to 8 digits and 号, or the digits alone. No
/// standard of the form is public: what does not fit is doubtful.
NumberCheck check_officer_card(std::string_view number) noexcept;

/// Mainland travel permit for Hong Kong and Macao residents (港澳居民来往内地通行证): H or M and 8 or 10 digits.
NumberCheck check_hk_macao_permit(std::string_view number) noexcept;

/// Mainland travel permit for Taiwan residents (台湾居民来往大陆通行证): 8 digits; before 2015 10 digits and
/// optionally a letter.
NumberCheck check_taiwan_permit(std::string_view number) noexcept;

/// Unified social credit code of an organisation (统一社会信用代码), GB 32100-2015: 18 characters, mod 31.
NumberCheck check_credit_code(std::string_view code) noexcept;

/// Bank card: 13 to 19 digits with the check digit of ISO/IEC 7812 (Luhn). Passbook and company accounts have none:
/// check only what is said to be a card.
NumberCheck check_bank_card(std::string_view number) noexcept;

/// Bank account of any kind: 9 to 32 digits. Of 13 to 19 digits it may be a card: doubtful where the check digit of a
/// card does not fit, which is right for a passbook. 20 to 22 digits are a passbook or company account; other lengths
/// are doubtful.
NumberCheck check_bank_account(std::string_view number) noexcept;

/// A telephone number as people type it, made plain: full-width signs become ASCII; white space, brackets, points and
/// hyphens go, except for one `-` before an extension (`0579-85551234-802`, `85551234转802`, `ext. 802`). Anything else
/// stays and is for `check_phone` to refuse. Errors: `encoding`.
Result<std::string> clean_phone(std::string_view text);

/// Mainland mobile number: 11 digits beginning with 13 to 19; `+86`, `86` and `0086` may stand before it.
NumberCheck check_mobile(std::string_view number) noexcept;

/// Mainland landline: area code (010, 02x, 0xxx) and a number of 7 or 8 digits that begins with 2 to 9.
NumberCheck check_landline(std::string_view number) noexcept;

/// Any telephone number that `clean_phone` has made plain: mobile, landline, `+` or `00` and a number by ITU-T E.164
/// (7 to 15 digits), 400 and 800 numbers, service numbers (10xxx, 11xxx, 12xxx, 95xxx, 96xxx), each with an extension
/// of up to 12 digits after `-`. Doubtful: a local number without its area code, a foreign one without `+`, an
/// extension that is not set apart.
NumberCheck check_phone(std::string_view number) noexcept;

/// Medical certificate of birth (出生医学证明): a letter and 9 digits. No check digit is documented.
NumberCheck check_birth_certificate_number(std::string_view number) noexcept;

/// Postcode: 6 digits.
NumberCheck check_postcode(std::string_view number) noexcept;

/// The country of the holder in a valid number of a foreign permanent residence card: GB/T 2659.1 by three digits in
/// the new form (the places 4 to 6), by three letters in the old; else nothing. A view into `number`.
std::optional<std::string_view> permanent_residence_card_country(std::string_view number) noexcept;

/// Date of birth in a valid citizen ID number or residence permit of 18 digits (the new foreign card too); else
/// nothing.
std::optional<Date> citizen_id_birth_date(std::string_view number) noexcept;

/// Sex by GB/T 2261.1, "1" male or "2" female, in a valid number of 18 digits; else nothing. The text is static.
std::optional<std::string_view> citizen_id_sex(std::string_view number) noexcept;

/// The six digits of the division in which a valid citizen ID number was first given; a view into `number`.
/// Nothing for numbers beginning with 9, which have no division.
std::optional<std::string_view> citizen_id_division(std::string_view number) noexcept;

}  // namespace birthcase
