// Days in force: rules outside the profile's, versions that overlap or leave days out, years without a calendar.
#include "lint/subject.hpp"
#include "texts/lint.hpp"

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
    subject.remark("rule-never-in-force", rule, "/valid", {texts::lint::never_in_force, texts::lint::correct_valid});
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
  return fmt::format("{} {} {}", rule.service.place(), rule.evidence.place(), rule.holder.place());
}
std::string about(const Channel& rule) { return rule.id; }
std::string about(const DoneRule& rule) { return key_of(rule.services); }
std::string about(const DataShare& rule) {
  return fmt::format("{} {} {} {}", rule.organisation.place(), key_of(rule.services), key_of(rule.evidence),
                     key_of(rule.fields));
}
std::string about(const Absorption& rule) { return key_of(rule.evidence); }
std::string about(const Tolerance& rule) { return key_of(rule.evidence); }
std::string about(const Check& rule) {
  return fmt::format("{} {} {}", rule.at.index, rule.at.newborn, rule.about_newborns);
}
std::string about(const Derivation& rule) { return fmt::format("{}", rule.field.place()); }
std::string about(const profile::DecidesOnServices auto& rule) { return key_of(rule.services); }

using Versions = std::vector<const Rule*>;

bool begins_before(const Rule* a, const Rule* b) {
  if (!a->valid.from || !b->valid.from) return !a->valid.from && b->valid.from;
  return *a->valid.from < *b->valid.from;
}

void compare_neighbours(Subject& subject, const Rule& first, const Rule& second, bool gaps_matter) {
  const bool overlap = !first.valid.until || !second.valid.from || *second.valid.from <= *first.valid.until;
  if (overlap) {
    if (covers(first.valid, second.valid)) return;  // the second is shadowed or a duplicate: said elsewhere
    subject.remark(
        "versions-overlap", second, "/valid",
        {texts::message(texts::lint::periods_overlap, first.id), texts::message(texts::lint::end_before, first.id)});
  } else if (gaps_matter && *first.valid.until + boost::gregorian::days(1) < *second.valid.from) {
    const std::string from = to_string(*first.valid.until + boost::gregorian::days(1));
    const std::string until = to_string(*second.valid.from - boost::gregorian::days(1));
    subject.remark("versions-gap", second, "/valid/from",
                   {texts::message(texts::lint::gap_between_periods, first.id, from, until), texts::lint::close_gap});
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
  profile::for_each_table(subject.rules(), [&](const auto& table, const auto& rows) {
    for (const auto& rule : rows) {
      if (!subject.is_own(rule)) continue;
      all[fmt::format("{} {} when {}", table.name, about(rule), rule.when.place())].push_back(&rule);
    }
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
  subject.remark("calendar-missing", subject.document().at("valid").get_object(), "/from",
                 {texts::message(texts::lint::calendar_missing, texts::joined(missing, texts::lint::list_separator)),
                  texts::lint::add_notices});
}

}  // namespace

void look_for_periods(Subject& subject) {
  look_at_rules_in_force(subject);
  look_at_versions(subject);
  look_at_calendar(subject);
}

}  // namespace birthcase::linting
