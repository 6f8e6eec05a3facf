// Which organisations are asked what, what became of it, and how facts became known.
#include "application/look_ups.hpp"

#include <birthcase/look_up.hpp>
#include <birthcase/plan_json.hpp>

#include "plan/planner.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase {
namespace {

constexpr std::uint16_t family = FactRef::family;

bool concerns(std::uint16_t newborn, std::uint16_t other) noexcept {
  return newborn == family || other == family || newborn == other;
}

void add_unknown(PlannedLookUp& look_up, FactRef fact) {
  auto& unknown = look_up.unknown_keys;
  if (std::find(unknown.begin(), unknown.end(), fact) == unknown.end()) unknown.push_back(fact);
}

}  // namespace

// The rule that says why a share does not count though it covers the family: its look-up came to nothing.
const Rule* Planner::failed_look_up(Index share, std::uint16_t newborn) const {
  if (store_.look_ups.empty()) return nullptr;
  const DataShare& rule = rules_.shares[share];
  const LookUpState state = plan_.look_up(share, newborn);
  if (state == LookUpState::not_found) return &rule.if_not_found;
  return state == LookUpState::not_available ? &rule.if_not_available : nullptr;
}

void Planner::collect_look_ups() {
  for (Index share = 0; share < rules_.shares.size(); ++share) {
    const DataShare& rule = rules_.shares[share];
    if (rule.hospital) continue;
    each_newborn(rule.per_newborn, family, [&](std::uint16_t newborn) {
      if (table_->applies(rule, newborn) == Truth::yes) plan_look_up(share, newborn);
    });
  }
}

// A look-up that nothing hangs on is none: what it would answer is known from elsewhere or asked by no service.
void Planner::plan_look_up(Index share, std::uint16_t newborn) {
  const DataShare& rule = rules_.shares[share];
  PlannedLookUp look_up{.share = &rule, .newborn = newborn, .why = {&rule, Truth::yes, newborn}};
  for (std::uint16_t i = 0; i < plan_.form.fields.size(); ++i) {
    const FormField& field = plan_.form.fields[i];
    if (field.share != share || field.source == FieldSource::product || !concerns(newborn, field.newborn)) continue;
    look_up.fields.push_back(i);
    look_up.services |= field.needed_by;
  }
  for (const EvidenceUse& use : plan_.uses) {
    const Rule* because = use.why.rule;
    if (because != &rule && because != &rule.if_not_found && because != &rule.if_not_available) continue;
    if (because == &rule && use.why.holds != Truth::yes) continue;
    if (!concerns(newborn, plan_.services[use.lane].newborn)) continue;
    look_up.services |= ServiceSet::of(static_cast<Index>(use.requirement->service));
    const bool again =
        std::find(look_up.evidence.begin(), look_up.evidence.end(), use.evidence) != look_up.evidence.end();
    if (!again) look_up.evidence.push_back(use.evidence);
  }
  if (look_up.fields.empty() && look_up.evidence.empty()) return;
  look_up.noted = application::find_look_up(store_, share, newborn);
  if (look_up.noted != nullptr) look_up.state = look_up.noted->state;
  add_keys(look_up);
  plan_.look_ups.push_back(std::move(look_up));
}

// A key that there is not, such as the number of a father who is not recorded, is left out. While it is open whether
// one counts, what decides that is not known yet.
void Planner::add_keys(PlannedLookUp& look_up) const {
  const DataShare& share = *look_up.share;
  for (std::size_t i = 0; i < share.keys.size(); ++i) {
    const Index when = share.keys_when[i];
    const Truth counts = when == no_index ? Truth::yes : table_->test(when, look_up.newborn);
    if (counts == Truth::no) continue;
    if (counts == Truth::unknown) {
      for (const FactRef fact : table_->explain(when, look_up.newborn).deciding) add_unknown(look_up, fact);
      continue;
    }
    const Slot slot = rules_.fields[share.keys[i]].slot;
    each_newborn(slot.newborn, look_up.newborn, [&](std::uint16_t newborn) {
      const FactRef fact{slot.index, newborn};
      const Value& value = table_->value(fact);
      if (value.is_null()) return;
      look_up.keys.push_back(fact);
      if (value.is_unknown()) add_unknown(look_up, fact);
    });
  }
}

void Planner::check_look_ups() {
  for (const LookUp& look_up : store_.look_ups) check_found(look_up);
  for (const PlannedLookUp& look_up : plan_.look_ups) {
    const bool answered = failed(look_up.state) || succeeded(look_up.state);
    if (answered || !look_up.share->before_acceptance) continue;
    const Label& organisation = rules_.organisations[look_up.share->organisation].label;
    find(Severity::error, "look-up-open", "/look_ups",
         {fmt::format("受理前须先取得{}的查询结果（{}）", organisation.zh, look_up.share->id),
          fmt::format("{} has to answer before the case can be accepted ({})", organisation.en, look_up.share->id)});
  }
}

// What was told, or another look-up found, against what this one found. Names the fact and the organisation, no value.
void Planner::check_found(const LookUp& look_up) {
  const DataShare& share = rules_.shares[look_up.share];
  const Label& organisation = rules_.organisations[share.organisation].label;
  for (const FoundFact& found : look_up.facts) {
    if (table_->value(found.fact) == found.value) continue;
    find(share.difference, "look-up-differs", fact_path(plan_.profile(), found.fact),
         {fmt::format("{}与{}查询结果不一致，请核对后改正；查询有误的，重新查询",
                      fact_label(plan_.profile(), found.fact, Language::zh), organisation.zh),
          fmt::format("{} is not what {} found: put right or take back what was told, or look it up anew",
                      fact_label(plan_.profile(), found.fact, Language::en), organisation.en)});
  }
}

LookUpState Plan::look_up(Index share, std::uint16_t newborn) const noexcept {
  const bool each = profile_.rules().shares[share].per_newborn;
  LookUpState state = LookUpState::open;
  for (const LookUp& noted : facts_->look_ups) {
    if (noted.share != share || (each && newborn != family && noted.newborn != newborn)) continue;
    if (failed(noted.state)) return noted.state;
    if (state == LookUpState::open) state = noted.state;
  }
  return state;
}

Provenance Plan::provenance(FactRef fact) const {
  const Rules& rules = profile_.rules();
  const Index field = rules.schema.at(fact).field;
  if (field == no_index || table_->value(fact).is_unknown()) return {};
  for (const IssuedFact& issued : facts_->issued) {
    if (issued.fact != fact) continue;
    return {Origin::issued, issued.organisation, issued.at, {}, issued.message, nullptr};
  }
  if (const LookUp* found = table_->look_up_of(fact)) {
    return {Origin::looked_up, rules.shares[found->share].organisation, found->at, found->reference, {}, found};
  }
  if (table_->is_derived(field, fact.newborn)) {
    const auto of_all = table_->shorthand_of(field, fact.newborn);
    const bool told_for_all = of_all && table_->value(*of_all) == table_->value(fact);
    return told_for_all ? provenance(*of_all) : Provenance{.origin = Origin::derived};
  }
  for (const Index index : rules.field_sources[field].shares) {
    const DataShare& share = rules.shares[index];
    if (!share.hospital || applies(share, fact.newborn) != Truth::yes) continue;
    return {.origin = Origin::hospital, .organisation = share.organisation};
  }
  return {.origin = Origin::told};
}

}  // namespace birthcase
