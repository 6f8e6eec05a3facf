/// The time around a birth within which others can be alike.
#pragma once

#include <birthcase/date.hpp>
#include <birthcase/duplicates.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>

namespace birthcase::store {

struct AlikeWithin {
  DateTime from;
  DateTime until;
};

/// From `likeness_hours` before to as many after, as far as there are dates: a mistyped year is a date too.
inline AlikeWithin alike_within(const DateTime& born_at) {
  const Duration apart(likeness_hours, 0, 0);
  const boost::gregorian::days day(1);
  const bool first = born_at.date() <= Date(1400, 1, 1) + day;
  const bool last = born_at.date() >= Date(9999, 12, 31) - day;
  return {first ? born_at : born_at - apart, last ? born_at : born_at + apart};
}

static_assert(likeness_hours <= 24, "the day at either end of all dates is enough");

}  // namespace birthcase::store
