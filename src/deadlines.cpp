#include <birthcase/deadlines.hpp>

#include "case/clock.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace birthcase {
namespace {

/// How far off something is, for those who look after it.
class Clock {
 public:
  Clock(const Calendar& calendar, const DateTime& now, const WarnBefore& warn)
      : calendar_(calendar), now_(now), warn_(warn) {}

  Standing standing_of(const std::optional<Due>& due) const {
    if (!due) return Standing::open;
    if (is_after(now_, *due)) return Standing::overdue;
    return is_near(*due) ? Standing::due_soon : Standing::running;
  }

 private:
  bool is_near(const Due& due) const {
    if (due.time) return DateTime(due.date, *due.time) - now_ <= boost::posix_time::minutes(warn_.minutes);
    const auto left = calendar_.count_working_days(now_.date(), due.date, now_.date());
    // Today counts, where it is a working day; without a calendar of the year the days themselves do.
    const auto days = left ? *left - 1 : static_cast<int>((due.date - now_.date()).days());
    return days <= warn_.working_days;
  }

  const Calendar& calendar_;
  const DateTime& now_;
  const WarnBefore& warn_;
};

// The moment that decides whether a promise was kept, once there is one.
std::optional<DateTime> kept_at(const CaseStep& step) {
  if (step.planned.until_delivery && !step.settled()) return std::nullopt;
  return step.planned.until_delivery && step.delivered_at ? step.delivered_at : step.completed_at;
}

// A step whose time has not begun is not late: one before it may be.
bool has_not_begun(const Rules& rules, const CaseStep& step) {
  return step.state == StepState::blocked && cases::counts_from_ready(rules, step.planned);
}

Standing standing_of(const Rules& rules, const CaseStep& step, const Clock& clock) {
  if (step.given_up()) return Standing::given_up;
  if (const auto moment = kept_at(step)) {
    return step.planned.due && is_after(*moment, *step.planned.due) ? Standing::missed : Standing::kept;
  }
  if (step.suspended_since) return Standing::suspended;
  const Standing standing = clock.standing_of(step.planned.due);
  return standing == Standing::overdue && has_not_begun(rules, step) ? Standing::open : standing;
}

Standing standing_of(const Deferral& deferral, const Clock& clock) {
  if (deferral.settled) return Standing::kept;
  return deferral.lapsed ? Standing::given_up : clock.standing_of(Due(deferral.document.until));
}

// A case is as its worst step is, and due when its last one is.
Deadline whole_case(const Case& state, const std::vector<Deadline>& parts) {
  Deadline whole{.what = Deadline::What::whole_case, .case_id = state.id, .standing = Standing::open};
  const auto any = [&](Standing wanted) {
    return std::any_of(parts.begin(), parts.end(), [wanted](const Deadline& each) { return each.standing == wanted; });
  };
  bool all_known = true;
  for (const Deadline& part : parts) {
    if (part.standing == Standing::given_up) continue;
    all_known = all_known && part.due.has_value();
    if (part.due && (!whole.due || cases::is_earlier(*whole.due, *part.due))) whole.due = part.due;
  }
  if (!all_known) whole.due.reset();
  constexpr Standing from_worst_on[] = {Standing::overdue, Standing::due_soon, Standing::suspended, Standing::running,
                                        Standing::open,    Standing::missed,   Standing::kept,      Standing::given_up};
  for (const Standing standing : from_worst_on) {
    if (!any(standing)) continue;
    whole.standing = standing;
    break;
  }
  const bool hands_out = std::any_of(state.steps.begin(), state.steps.end(),
                                     [](const CaseStep& step) { return step.done() && !step.settled(); });
  if (state.withdrawn_at && !hands_out) whole.standing = Standing::given_up;
  return whole;
}

}  // namespace

std::string_view to_string(Standing standing) noexcept {
  constexpr std::string_view names[] = {"open",      "running", "due_soon", "overdue",
                                        "suspended", "kept",    "missed",   "given_up"};
  return names[static_cast<std::size_t>(standing)];
}

std::string_view to_string(Deadline::What what) noexcept {
  constexpr std::string_view names[] = {"step", "deferral", "case"};
  return names[static_cast<std::size_t>(what)];
}

bool is_after(const DateTime& moment, const Due& due) noexcept {
  if (moment.date() != due.date) return moment.date() > due.date;
  return due.time && moment.time_of_day() > *due.time;
}

std::vector<Deadline> deadlines(const Case& state, const DateTime& now, const WarnBefore& warn) {
  const Clock clock(*state.profile.rules().calendar, now, warn);
  std::vector<Deadline> all;
  all.reserve(state.steps.size() + state.deferrals.size() + 1);
  for (const CaseStep& step : state.steps) {
    all.push_back({.case_id = state.id,
                   .id = step.planned.step,
                   .due = step.planned.due,
                   .standing = standing_of(state.profile.rules(), step, clock)});
  }
  Deadline whole = whole_case(state, all);
  for (const Deferral& deferral : state.deferrals) {
    const DeferredDocument& document = deferral.document;
    std::string id = document.type;
    if (!document.holder.empty()) id += "/" + document.holder;
    if (document.newborn != FactRef::family) id += fmt::format("#{}", document.newborn + 1);
    all.push_back({.what = Deadline::What::deferral,
                   .case_id = state.id,
                   .id = std::move(id),
                   .due = Due(document.until),
                   .standing = standing_of(deferral, clock)});
  }
  all.push_back(std::move(whole));
  return all;
}

void sort_by_due(std::vector<Deadline>& deadlines) {
  std::sort(deadlines.begin(), deadlines.end(), [](const Deadline& a, const Deadline& b) {
    if (a.due.has_value() != b.due.has_value()) return a.due.has_value();
    if (a.due && (cases::is_earlier(*a.due, *b.due) || cases::is_earlier(*b.due, *a.due)))
      return cases::is_earlier(*a.due, *b.due);
    return std::tie(a.case_id, a.what, a.id) < std::tie(b.case_id, b.what, b.id);
  });
}

}  // namespace birthcase
