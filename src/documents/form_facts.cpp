#include "documents/form_facts.hpp"

#include "documents/wording.hpp"
#include "plan/planning_tables.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace birthcase::documents {
namespace {

// Whether it hands on what may be told for all newborns at once.
bool is_shorthand(const Derivation& derivation) noexcept {
  return derivation.if_known && derivation.alias && !derivation.alias->newborn;
}

class Gathering {
 public:
  explicit Gathering(const Plan& plan) : plan_(plan), rules_(plan.profile().rules()) {}

  std::vector<FormFact> all();

 private:
  void add_fields_of_form();
  void add_open_questions();
  void add_what_derivations_need();
  void add_question(FactRef fact);
  void add_what_was_told();
  void add_what_was_told(const FactStore::Values& values, std::uint16_t newborn);
  void add_what_there_is_not();
  void add(FormFact fact);
  void tell_once();
  void tell_once(FactRef of_all, FieldId own);
  std::optional<FormFact> alike(const std::function<bool(const FormFact&)>& is_one) const;

  const Plan& plan_;
  const Rules& rules_;
  std::set<std::pair<std::uint16_t, std::uint16_t>> seen_;
  std::vector<FormFact> facts_;
};

std::vector<FormFact> Gathering::all() {
  add_fields_of_form();
  add_open_questions();
  add_what_derivations_need();
  add_what_was_told();
  add_what_there_is_not();
  tell_once();
  std::stable_sort(facts_.begin(), facts_.end(), [](const FormFact& a, const FormFact& b) {
    return a.field < b.field;  // of one table; a group as a whole comes first
  });
  return std::move(facts_);
}

// Puts in the value as it was told if the plan has none, because it failed its check.
void Gathering::add(FormFact fact) {
  if (!seen_.emplace(fact.fact.index, fact.fact.newborn).second) return;
  const auto& refused = plan_.facts().refused;
  if (std::find(refused.begin(), refused.end(), fact.fact) != refused.end()) {
    const bool family = fact.fact.newborn == FactRef::family;
    fact.value = &(family ? plan_.facts().family : plan_.facts().newborns[fact.fact.newborn])[fact.fact.index];
    fact.refused = true;
  }
  facts_.push_back(fact);
}

void Gathering::add_fields_of_form() {
  for (const FormField& field : plan_.form.fields) {
    const bool asked = field.source == FieldSource::applicant || field.source == FieldSource::undetermined;
    // Null is no answer where the field is required, unless it says so.
    const bool no_answer =
        asked && field.required && field.value != nullptr && field.value->is_null() && !field.field->none_counts;
    add({.fact = {field.field->slot.index, field.newborn},
         .field = field.field,
         .form = &field,
         .asked = asked,
         .value = no_answer ? nullptr : field.value});
  }
}

void Gathering::add_open_questions() {
  for (const Undetermined& open : plan_.undetermined) add_question(open.fact);
}

void Gathering::add_question(FactRef fact) {
  const Slot slot = fact.slot();
  if (slot == rules_.schema.jurisdiction() || slot == rules_.schema.accepted_on()) return;
  const FieldId field = rules_.schema.at(slot).field;
  add({.fact = fact, .field = field == no_index ? nullptr : &rules_.fields[field], .asked = true});
}

// A value follows from the rest only once it is known which of its derivations applies.
void Gathering::add_what_derivations_need() {
  const Links& links = links_of(rules_);
  for (const FormField& field : plan_.form.fields) {
    if (field.source != FieldSource::derived || field.value != nullptr) continue;
    const DerivedId derived = links.field_sources[rules_.id_of(*field.field)].derived;
    for (const DerivationId derivation : links.derived[derived].derivations) {
      const Why why{&rules_.derivations[derivation], Truth::unknown, field.newborn};
      for (const FactRef fact : plan_.explain(why).deciding) add_question(fact);
    }
  }
}

void Gathering::add_what_was_told() {
  add_what_was_told(plan_.facts().family, FactRef::family);
  for (std::uint16_t i = 0; i < plan_.facts().newborns.size(); ++i) add_what_was_told(plan_.facts().newborns[i], i);
}

void Gathering::add_what_was_told(const FactStore::Values& values, std::uint16_t newborn) {
  for (const Field& field : rules_.fields) {
    if (field.per_newborn() != (newborn != FactRef::family)) continue;
    const Value& told = values[field.slot.index];
    if (told.is_unknown() || told.is_null()) continue;
    add({.fact = {field.slot.index, newborn}, .field = &field, .value = &told});
  }
}

// `father = null`: its fields stand on no form, so the form says that there is none.
void Gathering::add_what_there_is_not() {
  for (const auto& [key, place] : rules_.schema.node(Schema::family_root).children) {
    const Schema::Node& node = rules_.schema.node(place);
    if (node.field != no_index) continue;
    const FactRef fact{node.slot.index, FactRef::family};
    const Value& value = plan_.value(fact);
    if (value.is_null()) add({.fact = fact, .value = &value});
  }
}

// What is told for all children is a shorthand for what each of them has: one of the two is enough.
void Gathering::tell_once() {
  for (const Derivation& derivation : rules_.derivations) {
    if (!is_shorthand(derivation) || !rules_.fields[derivation.field].per_newborn()) continue;
    tell_once({derivation.alias->index, FactRef::family}, derivation.field);
  }
}

void Gathering::tell_once(FactRef of_all, FieldId own) {
  const auto is_whole = [of_all](const FormFact& fact) { return fact.fact == of_all; };
  const auto is_own = [slot = rules_.fields[own].slot](const FormFact& fact) {
    return fact.fact.newborn != FactRef::family && fact.fact.index == slot.index;
  };
  const auto whole = std::find_if(facts_.begin(), facts_.end(), is_whole);
  if (whole != facts_.end() && whole->refused) return;
  const std::optional<FormFact> of_each = alike(is_own);
  const bool same = of_each && (whole == facts_.end() || whole->value == nullptr || *whole->value == *of_each->value);
  const bool printed =
      std::any_of(facts_.begin(), facts_.end(), [&](const FormFact& fact) { return is_own(fact) && fact.has_box(); });
  if (printed) std::erase_if(facts_, is_whole);
  if (!same) return;
  std::erase_if(facts_, is_own);
  facts_.push_back(*of_each);
  facts_.back().fact = of_all;
  facts_.back().field = &rules_.fields[rules_.schema.at(Slot{of_all.index, false}).field];
}

// The first of these facts, if there is one for each of several children and all have the same value.
std::optional<FormFact> Gathering::alike(const std::function<bool(const FormFact&)>& is_one) const {
  std::optional<FormFact> first;
  std::uint16_t count = 0;
  for (const FormFact& fact : facts_) {
    if (!is_one(fact)) continue;
    if (fact.value == nullptr || fact.refused || (first && *fact.value != *first->value)) return std::nullopt;
    if (!first) first = fact;
    ++count;
  }
  return count > 1 && count == plan_.newborns() ? first : std::nullopt;
}

Part part_of(const Field* field) noexcept {
  if (field == nullptr || field->owner == Owner::family) return Part::family;
  return field->owner == Owner::attendant ? Part::attendant : Part::office;
}

std::string_view first_word(std::string_view name) noexcept { return name.substr(0, name.find('.')); }

std::vector<FieldGroup>::const_iterator group_of(const Rules& rules, std::string_view word) {
  return std::find_if(rules.groups.begin(), rules.groups.end(), [word](const FieldGroup& group) {
    return std::find(group.of.begin(), group.of.end(), word) != group.of.end();
  });
}

}  // namespace

bool is_told_for_all(const Rules& rules, FactRef of_all, FactRef of_one) {
  if (of_all.newborn != FactRef::family || of_one.newborn == FactRef::family) return false;
  return std::any_of(rules.derivations.begin(), rules.derivations.end(), [&](const Derivation& derivation) {
    const Slot own = rules.fields[derivation.field].slot;
    return is_shorthand(derivation) && derivation.alias->index == of_all.index && own.newborn &&
           own.index == of_one.index;
  });
}

std::vector<FormFact> form_facts(const Plan& plan) { return Gathering(plan).all(); }

// A newborn's settlement stands with the settlement; of an only child as if it were the family's.
Place place_of(const Plan& plan, const FormFact& fact) {
  const Rules& rules = plan.profile().rules();
  const bool of_newborn = fact.fact.newborn != FactRef::family;
  const std::string_view name = rules.schema.at(Slot{fact.fact.index, of_newborn}).name;
  const std::string_view word = first_word(name);
  if (of_newborn && word.size() < name.size()) {
    const auto subject = group_of(rules, first_word(name.substr(word.size() + 1)));
    const std::uint16_t newborn = plan.newborns() < 2 ? FactRef::family : fact.fact.newborn;
    if (subject != rules.groups.end()) {
      return {part_of(fact.field), static_cast<std::size_t>(subject - rules.groups.begin()), newborn};
    }
  }
  const auto group = group_of(rules, word);
  const auto holder =
      std::find_if(rules.holders.begin(), rules.holders.end(), [word](const Holder& each) { return each.id == word; });
  auto place = static_cast<std::size_t>(group - rules.groups.begin());
  if (group == rules.groups.end()) place += static_cast<std::size_t>(holder - rules.holders.begin());
  return {part_of(fact.field), place, fact.fact.newborn};
}

std::string title_of(const Wording& wording, const Place& place) {
  const Rules& rules = wording.rules();
  const std::size_t holder = place.group - std::min(place.group, rules.groups.size());
  std::string title(place.group < rules.groups.size() ? wording.in(rules.groups[place.group].label)
                    : holder < rules.holders.size()   ? wording.in(rules.holders.data()[holder].label)
                                                      : wording.words(papers::other_group));
  if (place.newborn == FactRef::family || !wording.several_newborns()) return title;
  title += ' ' + std::to_string(place.newborn + 1);
  const std::string name = wording.known("newborn.name", place.newborn);
  return name.empty() ? title : title + wording.in_brackets(name);
}

}  // namespace birthcase::documents
