// Members that load and mean nothing where they stand, and what a rule needs beside itself.
#include "lint/subject.hpp"
#include "nearest.hpp"
#include "texts/lint.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::linting {
namespace {

void without_effect(Subject& subject, const Rule& rule, std::string_view key, const Label& why) {
  if (!subject.row(rule).contains(key)) return;
  subject.remark(
      "member-without-effect", rule, fmt::format("/{}", key),
      {texts::message(texts::lint::member_without_effect, why, key), texts::message(texts::lint::drop_member, key)});
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
      const texts::Text& why = texts::lint::stays_at_window;
      without_effect(subject, rule, "go_to", why);
      if (rule.already_done) without_effect(subject, rule, "already_done", why);
    } else if (rule.lane == Lane::elsewhere && rule.organisation == no_index && rule.channel == no_index &&
               !leads_to_several_offices(subject.rules(), rule)) {
      subject.remark("go-to-missing", rule, "", {texts::lint::go_to_missing, texts::lint::add_go_to});
    }
  }
}

void look_at_promises(Subject& subject) {
  for (const Promise& promise : subject.rules().promises) {
    if (std::holds_alternative<OpenMinutes>(promise.term)) continue;
    without_effect(subject, promise, "hours", texts::lint::term_without_open_time);
  }
}

void look_at_hours(Subject& subject) {
  const auto rows = subject.rows("opening_hours");
  for (const HoursId i : subject.rules().hours.ids()) {
    const OpeningHours& hours = subject.rules().hours[i].hours;
    if (!hours.working_days().empty()) continue;
    subject.remark("hours-on-rest-days-only", *rows[i.place()], "",
                   {texts::lint::never_open_on_working_days, texts::lint::add_working_days});
  }
}

// A way of delivering that nobody can choose, and that is written almost like one that can be chosen.
void look_at_deliveries(Subject& subject) {
  const Rules& rules = subject.rules();
  const auto field = rules.schema.field("delivery.method");
  if (!field) return;
  const auto& codes = rules.fields[*field].constraints.codes;
  const std::vector<std::string_view> choices(codes.begin(), codes.end());
  for (const DeliveryRule& rule : rules.deliveries) {
    if (std::find(choices.begin(), choices.end(), rule.method) != choices.end()) continue;
    const std::string_view near = nearest(rule.method, choices);
    if (near.empty()) continue;
    subject.remark(
        "delivery-method-misspelt", rule, "/method",
        {texts::message(texts::lint::no_choice, shown(rule.method)), texts::message(texts::lint::write_choice, near)});
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
    subject.remark("jurisdiction-missing", rule, "/when", {texts::lint::place_missing, texts::lint::add_jurisdiction});
  });
}

}  // namespace

void look_for_members_without_effect(Subject& subject) {
  look_at_lanes(subject);
  look_at_promises(subject);
  look_at_hours(subject);
  look_at_deliveries(subject);
  look_at_place(subject);
}

}  // namespace birthcase::linting
