// What every holiday notice must look like.
#pragma once

#include <birthcase/calendar.hpp>

namespace birthcase {

/// Errors: `out_of_range` for a year outside 1949–2199, no date, periods that run backwards and days outside the year
/// and the months next to it; `contradiction` for a day both off and worked.
Result<void> check_notice(const HolidayNotice& notice);

}  // namespace birthcase
