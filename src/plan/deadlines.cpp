#include "plan/deadlines.hpp"

#include "texts/findings.hpp"

namespace birthcase::planning {
namespace {

// By step: when its result is there; on the spot that is a moment, not a day.
using Ready = boost::container::small_vector<std::optional<Due>, 8>;

// Whether `b` is later than `a`. A day without a time ends with the day.
bool is_later(const Due& a, const Due& b) noexcept {
  if (a.date != b.date) return a.date < b.date;
  return a.time && (!b.time || *a.time < *b.time);
}

// From acceptance, or from when the last result is there that the step waits for.
std::optional<Due> start_of(const Promise& promise, const Due& accepted, std::span<const std::uint16_t> waits_for,
                            const Ready& ready) {
  Due start = accepted;
  if (!promise.from_ready) return start;
  for (const std::uint16_t place : waits_for) {
    if (!ready[place]) return std::nullopt;
    if (is_later(start, *ready[place])) start = *ready[place];
  }
  return start;
}

// The first thing that the calendar does not know is enough: the same notice tells the rest.
void report_calendar(const Rules& rules, Date as_of, const Error& error, std::vector<Finding>& findings) {
  if (!findings.empty()) return;
  const auto last = rules.calendar->known_until(as_of, as_of);
  const Date unknown = last ? *last + boost::gregorian::days(1) : as_of;
  const Label why{std::to_string(static_cast<int>(unknown.year())), error.message};
  findings.push_back(
      {Severity::warning, "calendar-missing", {}, texts::message(texts::findings::calendar_missing, why)});
}

struct Promised {
  std::optional<Due> due;
  std::optional<Due> ready;
};

Promised keep(const Promise& promise, const Rules& rules, Date as_of, const std::optional<Due>& start,
              Deadlines& deadlines) {
  if (!start) return {};
  if (std::holds_alternative<OpenMinutes>(promise.term) && !start->time) {
    deadlines.needs_time = true;
    return {};
  }
  const OpeningHours* hours = promise.hours == no_index ? nullptr : &rules.hours[promise.hours].hours;
  const auto when = due(promise.term, *start, hours, *rules.calendar, as_of);
  if (!when) {
    report_calendar(rules, as_of, when.error(), deadlines.findings);
    return {};
  }
  return {*when, std::holds_alternative<Immediately>(promise.term) ? *start : *when};
}

}  // namespace

Due moment_of_acceptance(const Rules& rules, const FactTable& table, Date as_of) {
  const auto slot = rules.schema.applied_at();
  const auto moment = slot ? table.value(*slot, 0).to_date_time() : std::nullopt;
  return moment ? Due(*moment) : Due(as_of);
}

Deadlines set_deadlines(const Rules& rules, Date as_of, const Due& accepted, const Route& route) {
  Deadlines deadlines;
  Ready ready;
  bool all_known = !route.steps.empty();
  for (std::size_t i = 0; i < route.steps.size(); ++i) {
    const auto waits_for = route.at(route.steps[i].after);
    const Promise* const promise = route.promised[i];
    Promised promised;
    if (promise != nullptr) {
      promised = keep(*promise, rules, as_of, start_of(*promise, accepted, waits_for, ready), deadlines);
    }
    for (const std::uint16_t place : waits_for) {
      const auto& input = deadlines.due[place];
      if (promised.due && input && is_later(*promised.due, *input)) promised.due = input;
      if (promised.ready && ready[place] && is_later(*promised.ready, *ready[place])) promised.ready = ready[place];
    }
    const auto& step_due = promised.due;
    all_known = all_known && step_due.has_value();
    if (step_due && (!deadlines.last || is_later(*deadlines.last, *step_due))) deadlines.last = step_due;
    deadlines.due.push_back(promised.due);
    ready.push_back(promised.ready);
  }
  if (!all_known) deadlines.last.reset();
  return deadlines;
}

}  // namespace birthcase::planning
