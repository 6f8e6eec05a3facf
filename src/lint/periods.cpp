// Days in force: rules outside the profile's, versions that overlap or leave days out, years without a calendar.
#include "lint/subject.hpp"

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace birthcase::linting {
namespace {

void look_at_rules_in_force(Subject& subject) {
  const Validity& valid = subject.rules().valid;
  each_rule(subject.rules(), [&](const Rule& rule) {
    const bool before = rule.valid.until && valid.from && *rule.valid.until < *valid.from;
    const bool after = rule.valid.from && valid.until && *valid.until < *rule.valid.from;
    if (!before && !after) return;
    subject.remark(
        "rule-never-in-force", rule, "/valid",
        {{"这条规则的有效期与方案的有效期没有一天相同", "the rule is in force on no day on which the profile is"},
         {"请改正 valid 的日期，或删除这条规则", "correct the days of 'valid', or take the rule out"}});
  });
}

template <class Row>
std::string key_of(const std::vector<Id<Row>>& rows) {
  std::string key;
  for (const Id<Row> row : rows) key += fmt::format("{},", row.place());
  return key;
}

std::string key_of(ServiceSet services) {
  std::vector<ServiceId> members;
  services.each([&members](ServiceId service) { members.push_back(service); });
  return key_of(members);
}

// What a rule is about: the versions of one rule have the same. Channels are about themselves.
std::string about(const Requirement& rule) {
  return fmt::format("requirement {} {} {}", rule.service.place(), rule.evidence.place(), rule.holder.place());
}
std::string about(const Channel& rule) { return "channel " + rule.id; }
std::string about(const DoneRule& rule) { return "done " + key_of(rule.services); }
std::string about(const LaneRule& rule) { return "lane " + key_of(rule.services); }
std::string about(const DataShare& rule) {
  return fmt::format("share {} {} {} {}", rule.organisation.place(), key_of(rule.services), key_of(rule.evidence),
                     key_of(rule.fields));
}
std::string about(const Absorption& rule) { return "absorption " + key_of(rule.evidence); }
std::string about(const Competence& rule) { return "competence " + key_of(rule.services); }
std::string about(const OperatorRule& rule) { return "operator " + key_of(rule.services); }
std::string about(const Promise& rule) { return "promise " + key_of(rule.services); }
std::string about(const Tolerance& rule) { return "tolerance " + key_of(rule.evidence); }
std::string about(const DeliveryRule& rule) { return "delivery " + key_of(rule.services); }
std::string about(const Check& rule) {
  return fmt::format("check {} {} {}", rule.at.index, rule.at.newborn, rule.about_newborns);
}
std::string about(const Derivation& rule) { return fmt::format("derivation {}", rule.field.place()); }

using Versions = std::vector<const Rule*>;

bool begins_before(const Rule* a, const Rule* b) {
  if (!a->valid.from || !b->valid.from) return !a->valid.from && b->valid.from;
  return *a->valid.from < *b->valid.from;
}

void compare_neighbours(Subject& subject, const Rule& first, const Rule& second, bool gaps_matter) {
  const bool overlap = !first.valid.until || !second.valid.from || *second.valid.from <= *first.valid.until;
  if (overlap) {
    if (covers(first.valid, second.valid)) return;  // the second is shadowed or a duplicate: said elsewhere
    subject.remark("versions-overlap", second, "/valid",
                   {{fmt::format("与“{}”内容对象相同，有效期却有重叠的日子", first.id),
                     fmt::format("it is about the same as '{}', and both are in force on some days", first.id)},
                    {fmt::format("请让“{}”在这条规则生效前一天终止", first.id),
                     fmt::format("let '{}' end on the day before this one begins", first.id)}});
  } else if (gaps_matter && *first.valid.until + boost::gregorian::days(1) < *second.valid.from) {
    const std::string from = to_string(*first.valid.until + boost::gregorian::days(1));
    const std::string until = to_string(*second.valid.from - boost::gregorian::days(1));
    subject.remark("versions-gap", second, "/valid/from",
                   {{fmt::format("“{}”终止后，{}至{}没有规则", first.id, from, until),
                     fmt::format("after '{}' ended nothing is in force from {} to {}", first.id, from, until)},
                    {"请让前后两个版本的日期相接", "let one version begin on the day after the other ends"}});
  }
}

void look_at_versions_of(Subject& subject, Versions& versions) {
  const auto dated = [](const Rule* rule) { return rule->valid.from || rule->valid.until; };
  const bool gaps_matter = std::all_of(versions.begin(), versions.end(), dated);
  std::erase_if(versions, [&](const Rule* rule) { return !dated(rule); });
  std::stable_sort(versions.begin(), versions.end(), begins_before);
  for (std::size_t i = 1; i < versions.size(); ++i) {
    compare_neighbours(subject, *versions[i - 1], *versions[i], gaps_matter);
  }
}

void look_at_versions(Subject& subject) {
  std::map<std::string, Versions> all;
  each_rule(subject.rules(), [&](const auto& rule) {
    if (subject.is_own(rule)) all[fmt::format("{} when {}", about(rule), rule.when.place())].push_back(&rule);
  });
  for (auto& [what, versions] : all) look_at_versions_of(subject, versions);
}

// Years that have passed or were announced; those to come nobody can know.
void look_at_calendar(Subject& subject) {
  const Rules& rules = subject.rules();
  const auto& years = rules.calendar->years();
  const bool counts = std::any_of(rules.promises.begin(), rules.promises.end(), [](const Promise& promise) {
    return !std::holds_alternative<Immediately>(promise.term);
  });
  if (!rules.valid.from || years.empty() || !counts) return;
  const int last = rules.valid.until ? std::min<int>(rules.valid.until->year(), years.back()) : years.back();
  std::vector<int> missing;
  for (int year = rules.valid.from->year(); year <= last; ++year) {
    if (!std::binary_search(years.begin(), years.end(), year)) missing.push_back(year);
  }
  if (missing.empty()) return;
  subject.remark(
      "calendar-missing", subject.document().at("valid").get_object(), "/from",
      {{fmt::format("缺{}年的工作日历，其间的办结日期无法推算", fmt::join(missing, "、")),
        fmt::format("there is no calendar of {}, so nothing can be due in that time", fmt::join(missing, ", "))},
       {"请补上国务院办公厅的放假通知，或让方案晚些生效",
        "add the holiday notices of those years, or let the profile begin later"}});
}

}  // namespace

void look_for_periods(Subject& subject) {
  look_at_rules_in_force(subject);
  look_at_versions(subject);
  look_at_calendar(subject);
}

}  // namespace birthcase::linting
