// How the value of a fact became known.
#include <birthcase/plan.hpp>

#include "plan/fact_table.hpp"
#include "plan/planning_tables.hpp"

namespace birthcase {

Provenance Plan::provenance(FactRef fact) const {
  const Rules& rules = profile_.rules();
  const FieldId field = rules.schema.at(fact).field;
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
  for (const ShareId index : links_of(rules).field_sources[field].shares) {
    const DataShare& share = rules.shares[index];
    if (!share.hospital || applies(share, fact.newborn) != Truth::yes) continue;
    return {.origin = Origin::hospital, .organisation = share.organisation};
  }
  return {.origin = Origin::told};
}

}  // namespace birthcase
