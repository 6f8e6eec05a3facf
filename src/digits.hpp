// Digits of days and times. A formatter takes ten times as long, and a plan's document has many of them.
#pragma once

#include <cstddef>

namespace birthcase {

inline constexpr std::size_t day_length = 10;  ///< of `2019-05-06`

/// A number below 100 with two digits. Each of these answers the place behind what it wrote.
inline char* put_two_digits(char* at, unsigned number) noexcept {
  *at++ = static_cast<char>('0' + number / 10);
  *at++ = static_cast<char>('0' + number % 10);
  return at;
}

/// A day of a year below 10000.
inline char* put_day(char* at, unsigned year, unsigned month, unsigned day) noexcept {
  at = put_two_digits(at, year / 100);
  at = put_two_digits(at, year % 100);
  *at++ = '-';
  at = put_two_digits(at, month);
  *at++ = '-';
  return put_two_digits(at, day);
}

/// `14:30`
inline char* put_minute(char* at, unsigned hour, unsigned minute) noexcept {
  at = put_two_digits(at, hour);
  *at++ = ':';
  return put_two_digits(at, minute);
}

/// `:05`
inline char* put_second(char* at, unsigned second) noexcept {
  *at++ = ':';
  return put_two_digits(at, second);
}

}  // namespace birthcase
