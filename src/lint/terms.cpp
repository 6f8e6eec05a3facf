// Promises that cannot be kept because of others: a step that is due before what it waits for.
#include "lint/subject.hpp"
#include "plan/planning_tables.hpp"
#include "texts/lint.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace birthcase::linting {
namespace {

int minutes_of_working_day(const OpeningHours& hours) {
  int minutes = 0;
  for (const OpenInterval& interval : hours.working_days()) minutes += interval.until - interval.from;
  return minutes;
}

/// Whether a term ends before another one that begins with it, on every day; false where they cannot be compared.
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

// Of the promises about one service, the first for each condition: those that count for some family, as far as that is
// plain from the order of the rules and the texts of their conditions.
class FirstPromises {
 public:
  FirstPromises(const Rules& rules, ServiceId service) {
    for (const Promise& promise : rules.promises) {
      if (!promise.services.has(service)) continue;
      if (by_condition_.emplace(promise.when, &promise).second) in_order_.push_back(&promise);
      if (promise.when == no_index) break;  // it speaks for all families that are left
    }
  }

  /// Calls `visit` with the promises that count for some family that a condition is about too.
  template <class Visitor>
  void each_where(ConditionId condition, Visitor&& visit) const {
    if (condition == no_index) {
      std::for_each(in_order_.begin(), in_order_.end(), [&](const Promise* promise) { visit(*promise); });
      return;
    }
    for (const ConditionId when : {condition, ConditionId()}) {
      const auto found = by_condition_.find(when);
      if (found == by_condition_.end()) continue;
      visit(*found->second);
      if (when == condition) return;
    }
  }

  bool has(ConditionId condition) const { return by_condition_.contains(condition); }

  bool counts(const Promise& promise) const {
    const auto found = by_condition_.find(promise.when);
    return found != by_condition_.end() && found->second == &promise;
  }

 private:
  std::map<ConditionId, const Promise*> by_condition_;
  std::vector<const Promise*> in_order_;
};

// Of what a service waits for and is promised later than the service itself, the latest; nullptr for nothing.
const Promise* later_input(const Rules& rules, const Column<Service, FirstPromises>& first, const Promise& promise,
                           ServiceId service) {
  const Promise* latest = nullptr;
  if (!first[service].counts(promise)) return latest;
  for (const Supply& supply : links_of(rules).supplies[service]) {
    first[supply.producer].each_where(promise.when, [&](const Promise& input) {
      const bool apart = promise.when == no_index && input.when != no_index && first[service].has(input.when);
      const bool later = !apart && ends_before(rules, promise, input);
      if (later && (latest == nullptr || ends_before(rules, *latest, input))) latest = &input;
    });
  }
  return latest;
}

void report(Subject& subject, const Promise& promise, const Promise& input, const Service& service) {
  const Rule& at = subject.is_own(promise) ? promise : input;
  subject.remark(
      "due-before-input", at, "",
      {texts::message(texts::lint::due_before_input, promise.id, service.id, input.id), texts::lint::count_from_ready});
}

}  // namespace

void look_for_dues_before_inputs(Subject& subject) {
  const Rules& rules = subject.rules();
  Column<Service, FirstPromises> first;
  for (const ServiceId service : rules.services.ids()) first.emplace_back(rules, service);
  for (const Promise& promise : rules.promises) {
    for (const ServiceId service : rules.services.ids()) {
      if (!promise.services.has(service)) continue;
      const Promise* input = later_input(rules, first, promise, service);
      if (input == nullptr) continue;
      report(subject, promise, *input, rules.services[service]);
      break;
    }
  }
}

}  // namespace birthcase::linting
