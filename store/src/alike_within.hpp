/// The time around a birth within which others can be alike.
#pragma once

#include <birthcase/date.hpp>
#include <birthcase/duplicates.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <algorithm>

namespace birthcase::store {

struct AlikeWithin {
  DateTime from;
  DateTime until;
};

/// From `likeness_hours` or this many days before to as many after, as far as there are dates: a mistyped year is a
/// date too.
inline AlikeWithin alike_within(const DateTime& born_at, int spacing_days = 0) {
  const boost::gregorian::days days(std::max(spacing_days, likeness_hours / 24));
  const Duration apart(24 * days.days(), 0, 0);
  const bool first = born_at.date() <= Date(1400, 1, 1) + days;
  const bool last = born_at.date() >= Date(9999, 12, 31) - days;
  return {first ? born_at : born_at - apart, last ? born_at : born_at + apart};
}

static_assert(likeness_hours % 24 == 0, "whole days are looked up");

}  // namespace birthcase::store
