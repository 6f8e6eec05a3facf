#include "case/clock.hpp"

#include <birthcase/deadlines.hpp>

#include <algorithm>

namespace birthcase::cases {
namespace {

const Promise* promise_named(const Rules& rules, std::string_view id) {
  const auto at =
      std::find_if(rules.promises.begin(), rules.promises.end(), [id](const Promise& each) { return each.id == id; });
  return at == rules.promises.end() ? nullptr : &*at;
}

const OpeningHours* hours_of(const Rules& rules, const Promise& promise) {
  return promise.hours == no_index ? nullptr : &rules.hours[promise.hours].hours;
}

std::optional<Due> whole_term(const Rules& rules, const Promise& promise, const DateTime& from, Date as_of) {
  const auto when = due(promise.term, Due(from), hours_of(rules, promise), *rules.calendar, as_of);
  if (!when) return std::nullopt;
  return *when;
}

/// What was left of a term, counted from the end of the pause. What was late before the pause is late after it.
struct Remaining {
  const Rules& rules;
  const Promise& promise;
  const Due& was_due;
  const DateTime& since;
  const DateTime& now;

  std::optional<Due> operator()(WorkingDays) const {
    if (was_due.date < since.date()) return was_due;
    int left = 0;
    if (was_due.date > since.date()) {
      const Date next = since.date() + boost::gregorian::days(1);
      const auto counted = rules.calendar->count_working_days(next, was_due.date, now.date());
      if (!counted) return std::nullopt;
      left = *counted;
    }
    const auto day = rules.calendar->add_working_days(now.date(), left, now.date());
    if (!day) return std::nullopt;
    return Due(*day);
  }

  std::optional<Due> operator()(OpenMinutes) const {
    const OpeningHours* hours = hours_of(rules, promise);
    if (hours == nullptr || !was_due.time) return std::nullopt;
    const DateTime end(was_due.date, *was_due.time);
    if (end < since) return was_due;
    const auto left = hours->open_minutes_between(since, end, *rules.calendar, now.date());
    if (!left) return std::nullopt;
    const auto moment = hours->add_open_time(now, *left, *rules.calendar, now.date());
    if (!moment) return std::nullopt;
    return Due(*moment);
  }

  std::optional<Due> operator()(Immediately) const { return Due(now.date()); }

  std::optional<Due> operator()(StartOfNextMonth) const { return whole_term(rules, promise, now, now.date()); }
};

}  // namespace

std::optional<Due> due_from_ready(const Rules& rules, const PlannedStep& step, const DateTime& now) {
  const Promise* promise = promise_named(rules, step.promise);
  if (promise == nullptr || !promise->from_ready) return std::nullopt;
  return whole_term(rules, *promise, now, now.date());
}

bool counts_from_ready(const Rules& rules, const PlannedStep& step) noexcept {
  const Promise* promise = promise_named(rules, step.promise);
  return promise != nullptr && promise->from_ready;
}

std::optional<Due> due_from(const Rules& rules, const PlannedStep& step, const DateTime& from, Date as_of) {
  const Promise* promise = promise_named(rules, step.promise);
  return promise == nullptr ? std::nullopt : whole_term(rules, *promise, from, as_of);
}

std::optional<Due> answer_deadline(const Rules& rules, const PlannedStep& step, const DateTime& now) {
  if (!step.due || !is_after(now, *step.due)) return step.due;
  return due_from(rules, step, now, now.date());
}

bool is_earlier(const Due& a, const Due& b) noexcept {
  if (a.date != b.date) return a.date < b.date;
  return a.time && (!b.time || *a.time < *b.time);
}

std::optional<Due> due_after_pause(const Rules& rules, const PlannedStep& step, const DateTime& since,
                                   const DateTime& now) {
  const Promise* promise = promise_named(rules, step.promise);
  if (promise == nullptr || !step.due) return std::nullopt;
  return std::visit(Remaining{rules, *promise, *step.due, since, now}, promise->term);
}

}  // namespace birthcase::cases
