// The small texts: days, numbers, numbers on documents, opening hours; and the tables that the library reads.
//
// Input: a byte for what the text is read as, the text.
#include <birthcase/calendar.hpp>
#include <birthcase/codes.hpp>
#include <birthcase/date.hpp>
#include <birthcase/number.hpp>
#include <birthcase/numbers.hpp>
#include <birthcase/text.hpp>

#include "bytes.hpp"
#include "invariant.hpp"
#include "target.hpp"

#include <array>

using namespace birthcase;
using fuzz::must;
using fuzz::must_equal;

namespace {

void is_explained(const Error& error) {
  must(!error.message.empty() && error.message.find('\n') == std::string::npos, "an error is one line");
  must(error.path.empty() || error.path.front() == '/', "an error's path is a JSON pointer", error.path);
}

void day(std::string_view text) {
  const auto day = parse_date(text);
  if (!day) return is_explained(day.error());
  must_equal(to_string(*day), text, "a day has one form");
}

void moment(std::string_view text) {
  const auto moment = parse_date_time(text);
  if (!moment) return is_explained(moment.error());
  const auto again = parse_date_time(to_string(*moment));
  must(again && *again == *moment, "a moment is read back from its text", text);
}

void is_read_back(const std::optional<Number>& number) {
  if (!number) return;
  const auto again = Number::parse(number->to_string());
  must(again && *again == *number, "a number is read back from its text", number->to_string());
  const auto nearest = Number::from_double(number->to_double());
  must(!nearest || nearest->is_negative() == number->is_negative() || nearest->is_zero(), "a double keeps the sign");
  if (const auto whole = number->to_int64()) must(Number(*whole) == *number, "what fits an integer is that integer");
}

void are_added(const Number& a, const Number& b) {
  must(add(a, b) == add(b, a), "a + b = b + a");
  must(multiply(a, b) == multiply(b, a), "a * b = b * a");
  must(subtract(a, a) == Number(), "a - a = 0");
  must(subtract(a, b) == add(a, -b), "a - b = a + -b");
  must((a < b) == (b > a) && (a == b) == (a <= b && b <= a), "numbers are in order");
  const auto rest = modulo(a, b);
  must(!rest || rest->is_zero() || rest->is_negative() == b.is_negative(), "a remainder has the divisor's sign");
  must(!rest || rest->absolute() <= b.absolute(), "a remainder is smaller than the divisor");
}

void two_numbers(std::string_view text) {
  const auto space = text.find(' ');
  const auto a = Number::parse(text.substr(0, space));
  const auto b = Number::parse(space == std::string_view::npos ? text : text.substr(space + 1));
  is_read_back(a);
  if (!a || !b) return;
  are_added(*a, *b);
  for (const auto& number : {add(*a, *b), subtract(*a, *b), multiply(*a, *b), divide(*a, *b), modulo(*a, *b),
                             power(*a, *b), square_root(*a), exponential(*a), natural_logarithm(*a)}) {
    is_read_back(number);
  }
  for (const Rounding rounding : {Rounding::half_even, Rounding::up, Rounding::floor, Rounding::ceiling}) {
    const auto rounded = a->rounded(static_cast<int>(b->to_int64().value_or(0) % 7000), rounding);
    is_read_back(rounded);
    if (!rounded) continue;
    must(rounding != Rounding::floor || *rounded <= *a, "floor goes down");
    must(rounding != Rounding::ceiling || *rounded >= *a, "ceiling goes up");
  }
}

void identifier(std::string_view text) {
  const auto plain = clean_identifier(text);
  must(plain.has_value() == !find_invalid_utf8(text), "UTF-8 can be made plain, and nothing else");
  const std::string number = plain ? *plain : std::string(text);
  if (plain) must_equal(clean_identifier(number).value(), number, "what is plain stays as it is");
  using Check = NumberCheck (*)(std::string_view) noexcept;
  constexpr std::array<Check, 13> checks{[](std::string_view id) noexcept { return check_citizen_id(id); },
                                         check_residence_permit,
                                         check_permanent_residence_card,
                                         check_passport,
                                         check_hk_macao_permit,
                                         check_taiwan_permit,
                                         check_credit_code,
                                         check_bank_card,
                                         check_mobile,
                                         check_landline,
                                         check_phone,
                                         check_birth_certificate_number,
                                         check_postcode};
  for (const Check check : checks) {
    const NumberCheck found = check(number);
    must(!found.ok() || found.position == 0, "what is in order has no fault at a position");
    must(found.position <= number.size() + 1, "a fault stands inside the number");
  }
  const bool valid = check_citizen_id(number).ok();
  must(!valid || (number.size() == 18 && citizen_id_birth_date(number) && citizen_id_sex(number)),
       "a valid ID number tells birth and sex");
}

void notices(std::string_view text) {
  auto notices = parse_holiday_notices(text);
  if (!notices) return is_explained(notices.error());
  const auto calendar = Calendar::create(*notices);
  if (!calendar) return is_explained(calendar.error());
  const Date as_of(2100, 1, 1);
  for (const int year : calendar->years()) {
    const Date first(static_cast<unsigned short>(year), 1, 1);
    const auto working = calendar->working_day(first, as_of);
    if (!working) continue;
    const auto next = calendar->working_day_from(first, as_of);
    must(!next || (*next == first) == *working, "a working day is the next working day from itself");
    const auto later = calendar->add_working_days(first, 20, as_of);
    if (!later) continue;
    const auto counted = calendar->count_working_days(first, *later, as_of);
    must(counted && *counted == 20 + (*working ? 1 : 0), "what is added can be counted");
  }
}

void table(std::string_view text) {
  const auto table = parse_code_table("table", text);
  if (!table) return is_explained(table.error());
  for (const CodeEntry& entry : table->entries()) {
    must(table->contains(entry.code), "every entry is found by its code");
    must(entry.last_year == 0 || entry.first_year <= entry.last_year, "an entry ends after it began");
  }
}

void hours(std::string_view text) {
  const auto comma = text.find(',');
  const auto first = parse_open_interval(text.substr(0, comma));
  if (!first) return is_explained(first.error());
  must(first->from < first->until && first->until <= 1440, "an interval ends after it begins, within a day");
  const auto second = parse_open_interval(comma == std::string_view::npos ? text : text.substr(comma + 1));
  if (!second) return is_explained(second.error());
  const auto hours = OpeningHours::create({*first, *second});
  must(hours.has_value() == (first->until <= second->from), "intervals stand in order and do not overlap", text);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes input(data, size);
  constexpr std::array<void (*)(std::string_view), 7> readers{day,     moment, two_numbers, identifier,
                                                              notices, table,  hours};
  const auto read = input.one_of(readers);
  read(input.rest());
  return 0;
}
