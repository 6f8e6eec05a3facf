#include "plan/agreement.hpp"

#include "plan/planning_tables.hpp"
#include "texts/findings.hpp"

#include <algorithm>

namespace birthcase::planning {
namespace {

// Looks the facts over. One derivation is one row of a profile; what follows is worked out as the table does it.
class Agreement {
 public:
  explicit Agreement(const Told& told)
      : profile_(told.profile), rules_(told.profile.rules()), store_(told.store), facts_(told.table) {}

  std::vector<Finding> compare() &&;
  std::vector<Finding> look_for_missing_values(const PlannedForm& form) &&;
  std::vector<Finding> look_for_future_dates() &&;

 private:
  void compare(const DerivedField& derived, std::uint16_t newborn);
  bool told(const Field& field, std::uint16_t newborn) const;
  bool in_null_group(const Field& field, std::uint16_t newborn) const;

  void add_sources(const Derivation& derivation, std::uint16_t newborn, FactRefs& sources) const;
  void add_source(FactRef fact, FactRefs& sources) const;
  Label names_of(const FactRefs& sources) const;
  Label disagreement(const Field& field, const Value& told, const Value& expected, const FactRefs& sources) const;

  bool told_as_none(const Field& field, std::uint16_t newborn) const;
  bool on_record(const PlannedForm& form, const Field& field, std::uint16_t newborn) const;
  bool lies_ahead(const Value& value) const;

  const Profile& profile_;
  const Rules& rules_;
  const FactStore& store_;
  const FactTable& facts_;
  std::vector<Finding> findings_;
};

std::vector<Finding> Agreement::compare() && {
  for (const DerivedField& derived : links_of(rules_).derived) {
    const Field& field = rules_.fields[derived.field];
    facts_.each_place(field.per_newborn(), [&](std::uint16_t newborn) {
      if (told(field, newborn) && !in_null_group(field, newborn)) compare(derived, newborn);
    });
  }
  return std::move(findings_);
}

void Agreement::compare(const DerivedField& derived, std::uint16_t newborn) {
  const Field& field = rules_.fields[derived.field];
  const auto expected = facts_.follows(derived, newborn);
  if (!expected || expected->is_default || facts_.value(field.slot, newborn) == expected->value) return;
  FactRefs sources;
  add_sources(*expected->derivation, newborn, sources);
  const std::string& own_code = expected->derivation->code;
  Finding finding{Severity::error, "facts-disagree", fact_path(profile_, {field.slot.index, newborn}),
                  disagreement(field, facts_.value(field.slot, newborn), expected->value, sources)};
  finding.severity = expected->derivation->severity;
  if (!own_code.empty()) finding.code = own_code;
  findings_.push_back(std::move(finding));
}

bool Agreement::told(const Field& field, std::uint16_t newborn) const {
  const auto place = rules_.id_of(field);
  return !facts_.value(field.slot, newborn).is_unknown() && !facts_.is_derived(place, newborn);
}

// `"benefit": null` says that there is no benefit, and nothing about the number of the newborns.
bool Agreement::in_null_group(const Field& field, std::uint16_t newborn) const {
  const Index parent = rules_.schema.at(field.slot).parent;
  if (parent == no_index || parent == Schema::family_root || parent == Schema::newborn_root) return false;
  return facts_.value(rules_.schema.node(parent).slot, newborn).is_null();
}

void Agreement::add_sources(const Derivation& derivation, std::uint16_t newborn, FactRefs& sources) const {
  FactRefs read;
  if (derivation.when != no_index) read = facts_.explain(derivation.when, newborn).read;
  if (derivation.alias) {
    read.push_back(derivation.alias->of(newborn));
  } else {
    Trace trace;
    facts_.explain(derivation, newborn, trace);
    read.insert(read.end(), trace.read.begin(), trace.read.end());
  }
  for (const FactRef fact : read) add_source(fact, sources);
}

// A fact that follows itself gives way to what it follows from; the day of acceptance to the time of the application.
void Agreement::add_source(FactRef fact, FactRefs& sources) const {
  const Slot slot = fact.slot();
  if (slot == rules_.schema.accepted_on() && rules_.schema.applied_at()) {
    fact = {rules_.schema.applied_at()->index, FactRef::family};
  }
  const FieldId field = rules_.schema.at(fact).field;
  if (field == no_index) return;  // a group, or the place: nothing that anybody told
  if (facts_.is_derived(field, fact.newborn)) {
    const Links& links = links_of(rules_);
    const auto further = facts_.follows(links.derived[links.field_sources[field].derived], fact.newborn);
    if (further) return add_sources(*further->derivation, fact.newborn, sources);
  }
  if (std::find(sources.begin(), sources.end(), fact) == sources.end()) sources.push_back(fact);
}

Label Agreement::names_of(const FactRefs& sources) const {
  Label names;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const Field& field = rules_.fields[rules_.schema.at(sources[i]).field];
    texts::append(names, i + 1 == sources.size() ? texts::findings::last_separator : texts::findings::list_separator,
                  field.label);
  }
  return names;
}

// What was counted is said in numbers.
Label Agreement::disagreement(const Field& field, const Value& told, const Value& expected,
                              const FactRefs& sources) const {
  if (sources.empty() && told.is(Kind::number) && expected.is(Kind::number)) {
    const std::string is = told.as_number().to_string();
    const std::string should_be = expected.as_number().to_string();
    return texts::message(texts::findings::count_disagrees, field.label, is, should_be);
  }
  if (sources.empty()) {
    return texts::message(texts::findings::rules_disagree, field.label);
  }
  const Label names = names_of(sources);
  return texts::message(texts::findings::facts_disagree, field.label, names);
}

std::vector<Finding> Agreement::look_for_missing_values(const PlannedForm& form) && {
  for (const Field& field : rules_.fields) {
    facts_.each_place(field.per_newborn(), [&](std::uint16_t newborn) {
      const bool never = field.never_none && told_as_none(field, newborn);
      const bool needed = !field.none_counts && facts_.value(field.slot, newborn).is_null() &&
                          !in_null_group(field, newborn) && on_record(form, field, newborn);
      if (!never && !needed) return;
      findings_.push_back({Severity::error, "value-needed", fact_path(profile_, {field.slot.index, newborn}),
                           texts::message(texts::findings::value_needed, field.label)});
    });
  }
  return std::move(findings_);
}

// Whether the fact table took the fact for unknown because somebody told that there is none.
bool Agreement::told_as_none(const Field& field, std::uint16_t newborn) const {
  if (!facts_.is_refused({field.slot.index, newborn})) return false;
  const FactStore& store = store_;
  const auto& facts = newborn == FactRef::family ? store.family : store.newborns[newborn];
  return facts[field.slot.index].is_null();
}

// Whether a planned service requires the field and takes it from somebody's records.
bool Agreement::on_record(const PlannedForm& form, const Field& field, std::uint16_t newborn) const {
  const std::uint16_t place = form.place(rules_, rules_.id_of(field), newborn);
  if (place == no_index || !form.fields[place].required) return false;
  const FieldSource source = form.fields[place].source;
  return source == FieldSource::hospital || source == FieldSource::shared;
}

std::vector<Finding> Agreement::look_for_future_dates() && {
  for (const Field& field : rules_.fields) {
    if (!field.past) continue;
    facts_.each_place(field.per_newborn(), [&](std::uint16_t newborn) {
      if (!told(field, newborn) || !lies_ahead(facts_.value(field.slot, newborn))) return;
      findings_.push_back({Severity::error, "in-the-future", fact_path(profile_, {field.slot.index, newborn}),
                           texts::message(texts::findings::in_the_future, field.label)});
    });
  }
  return std::move(findings_);
}

bool Agreement::lies_ahead(const Value& value) const {
  const auto day = value.to_date();
  if (!day) return false;
  const auto accepted = facts_.value(rules_.schema.accepted_on(), FactRef::family).to_date();
  const auto& told_on = store_.told_on;
  if (told_on && (!accepted || *accepted < *told_on)) return *told_on < *day;
  if (!accepted || *day != *accepted || !value.is(Kind::date_time)) return accepted && *accepted < *day;
  const auto applied_at = rules_.schema.applied_at();
  const auto moment = applied_at ? facts_.value(*applied_at, FactRef::family).to_date_time() : std::nullopt;
  return moment && *moment < *value.to_date_time();
}

}  // namespace

std::vector<Finding> find_disagreements(const Told& told) { return Agreement(told).compare(); }

std::vector<Finding> find_missing_values(const Told& told, const PlannedForm& form) {
  return Agreement(told).look_for_missing_values(form);
}

std::vector<Finding> find_future_dates(const Told& told) { return Agreement(told).look_for_future_dates(); }

}  // namespace birthcase::planning
