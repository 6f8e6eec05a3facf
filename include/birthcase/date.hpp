/// The date and time types of the library, which are those of Boost.Date_Time, and their ISO 8601 text.
///
/// All times are China's civil time (UTC+08:00, no daylight saving). No function reads a clock.
#pragma once

#include <birthcase/result.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <boost/date_time/posix_time/posix_time_types.hpp>

#include <string>
#include <string_view>

namespace birthcase {

using Date = boost::gregorian::date;        ///< a day; from 1400-01-01 to 9999-12-31
using DateTime = boost::posix_time::ptime;  ///< a moment of China's civil time, to the second
using Duration = boost::posix_time::time_duration;

/// Reads `YYYY-MM-DD`. Errors: `syntax` for another form, `out_of_range` for a day that does not exist.
Result<Date> parse_date(std::string_view text);

/// Reads `YYYY-MM-DDThh:mm[:ss]`, optionally followed by `+08:00`; any other offset is an error that says so.
Result<DateTime> parse_date_time(std::string_view text);

/// `2019-05-06`
std::string to_string(Date date);

/// `2019-05-06T14:30`, with `:ss` only where the seconds are not zero.
std::string to_string(const DateTime& moment);

}  // namespace birthcase
