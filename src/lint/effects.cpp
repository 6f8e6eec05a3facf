// Members that load and mean nothing where they stand, and what a rule needs beside itself.
#include "lint/subject.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::linting {
namespace {

void without_effect(Subject& subject, const Rule& rule, std::string_view key, const Label& why) {
  if (!subject.row(rule).contains(key)) return;
  subject.remark(
      "member-without-effect", rule, fmt::format("/{}", key),
      {{fmt::format("{}：{}在这里不起作用", why.zh, key), fmt::format("{}: '{}' does nothing here", why.en, key)},
       {fmt::format("请删除 {}", key), fmt::format("take '{}' out", key)}});
}

// No one `go_to` can say it of services that several organisations do: each is done at its own office.
bool leads_to_several_offices(const Rules& rules, const LaneRule& rule) {
  OrganisationId first;
  bool several = false;
  rule.services.each([&](ServiceId service) {
    const OrganisationId office = rules.services[service].organisation;
    several = several || (first != no_index && office != first);
    first = office;
  });
  return several;
}

void look_at_lanes(Subject& subject) {
  for (const LaneRule& rule : subject.rules().lanes) {
    if (rule.lane == Lane::joint) {
      const Label why{"窗口联办", "the service stays at the window"};
      without_effect(subject, rule, "go_to", why);
      if (rule.already_done) without_effect(subject, rule, "already_done", why);
    } else if (rule.lane == Lane::elsewhere && rule.organisation == no_index && rule.channel == no_index &&
               !leads_to_several_offices(subject.rules(), rule)) {
      subject.remark("go-to-missing", rule, "",
                     {{"要家庭到别处办理，却没说到哪里", "the family is sent elsewhere, and not told where"},
                      {"请加上 \"go_to\": {\"organisation\": …} 或 {\"channel\": …}",
                       "add \"go_to\": {\"organisation\": …} or {\"channel\": …}"}});
    }
  }
}

void look_at_promises(Subject& subject) {
  for (const Promise& promise : subject.rules().promises) {
    if (std::holds_alternative<OpenMinutes>(promise.term)) continue;
    without_effect(subject, promise, "hours", {"时限不按开放时间计算", "the term does not count open time"});
  }
}

void look_at_hours(Subject& subject) {
  const auto rows = subject.rows("opening_hours");
  for (const HoursId i : subject.rules().hours.ids()) {
    const OpeningHours& hours = subject.rules().hours[i].hours;
    if (!hours.working_days().empty()) continue;
    subject.remark("hours-on-rest-days-only", *rows[i.place()], "",
                   {{"工作日从不开放，只在休息日开放", "it is never open on a working day, only on days of rest"},
                    {"请加上 working_days，例如 [\"08:30-12:00\"]；如确实如此请核对出处",
                     "add 'working_days' such as [\"08:30-12:00\"], or check the source"}});
  }
}

// A condition that compares with the place, in a profile of no place: it is null there, so nobody is ever local.
void look_at_place(Subject& subject) {
  const Rules& rules = subject.rules();
  if (!rules.division.empty()) return;
  each_rule(rules, [&](const Rule& rule) {
    if (rule.when == no_index || !rules.joint) return;
    const auto mentions = rules.conditions[rule.when].condition.mentions();
    if (std::find(mentions.begin(), mentions.end(), rules.schema.jurisdiction()) == mentions.end()) return;
    subject.remark("jurisdiction-missing", rule, "/when",
                   {{"条件用到本地行政区划，方案却没有写明地方",
                     "the condition speaks of the division of the place, and the profile names no place"},
                    {"请加上 \"jurisdiction\": {\"division\": …, \"label\": …}",
                     "add \"jurisdiction\": {\"division\": …, \"label\": …}"}});
  });
}

}  // namespace

void look_for_members_without_effect(Subject& subject) {
  look_at_lanes(subject);
  look_at_promises(subject);
  look_at_hours(subject);
  look_at_place(subject);
}

}  // namespace birthcase::linting
