// Promises that cannot be kept because of others: a step that is due before what it waits for.
#include "lint/subject.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::linting {
namespace {

int minutes_of_working_day(const OpeningHours& hours) {
  int minutes = 0;
  for (const OpenInterval& interval : hours.working_days()) minutes += interval.until - interval.from;
  return minutes;
}

/// Whether a term ends before another one that begins with it, whatever the day; false where they cannot be compared.
struct EndsBefore {
  const Rules& rules;
  const Promise& sooner;
  const Promise& later;

  bool operator()(Immediately, WorkingDays days) const { return days.count > 0; }
  bool operator()(Immediately, StartOfNextMonth) const { return true; }
  bool operator()(WorkingDays a, WorkingDays b) const { return a.count < b.count; }
  bool operator()(OpenMinutes a, OpenMinutes b) const { return sooner.hours == later.hours && a.count < b.count; }
  bool operator()(OpenMinutes a, WorkingDays b) const {
    return a.count < b.count * minutes_of_working_day(rules.hours[sooner.hours].hours);
  }
  bool operator()(const auto&, const auto&) const { return false; }
};

bool ends_before(const Rules& rules, const Promise& a, const Promise& b) {
  return !a.from_ready && std::visit(EndsBefore{rules, a, b}, a.term, b.term);
}

// Whether the rule is the one that counts for some family which the condition is about too, as far as that is plain
// from the order of the rules and the texts of their conditions.
bool counts_where(const Rules& rules, const Promise& promise, Index service, Index condition) {
  const bool together = promise.when == condition || promise.when == no_index || condition == no_index;
  return together && std::none_of(rules.promises.data(), &promise, [&](const Promise& before) {
           return before.services.has(service) && (before.when == no_index || before.when == condition);
         });
}

// Of what a service waits for and is promised later than the service itself, the latest; nullptr for nothing.
const Promise* later_input(const Rules& rules, const Promise& promise, Index service) {
  const Promise* latest = nullptr;
  for (const Supply& supply : rules.supplies[service]) {
    for (const Promise& input : rules.promises) {
      if (!input.services.has(supply.producer) || !ends_before(rules, promise, input)) continue;
      const bool both = counts_where(rules, promise, service, input.when) &&
                        counts_where(rules, input, supply.producer, promise.when);
      if (both && (latest == nullptr || ends_before(rules, *latest, input))) latest = &input;
    }
  }
  return latest;
}

void report(Subject& subject, const Promise& promise, const Promise& input, const Service& service) {
  const Rule& at = subject.is_own(promise) ? promise : input;
  subject.remark("due-before-input", at, "",
                 {{fmt::format("按“{}”，“{}”在其所需的结果（“{}”）之前就到期", promise.id, service.id, input.id),
                   fmt::format("by '{}' '{}' is due before what it waits for, which '{}' promises later", promise.id,
                               service.id, input.id)},
                  {"请改为自材料齐备起算（\"counted_from\": \"ready\"），或承诺不短于所需结果的时限",
                   "count it from 'ready', or promise no less than for what it waits for"}});
}

}  // namespace

void look_for_dues_before_inputs(Subject& subject) {
  const Rules& rules = subject.rules();
  for (const Promise& promise : rules.promises) {
    for (Index service = 0; service < rules.services.size(); ++service) {
      if (!promise.services.has(service)) continue;
      const Promise* input = later_input(rules, promise, service);
      if (input == nullptr) continue;
      report(subject, promise, *input, rules.services[service]);
      break;
    }
  }
}

}  // namespace birthcase::linting
