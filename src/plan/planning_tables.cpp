#include "plan/planning_tables.hpp"

#include <algorithm>
#include <utility>

namespace birthcase {

PlanningTables::PlanningTables(const Rules& rules, Links links)
    : links_(std::move(links)), programs_(rules), periods_(rules), reads_(rules, links_) {
  for (const Derivation& derivation : rules.derivations) {
    known_by_.insert(known_by_.end(), derivation.together.begin(), derivation.together.end());
    if (derivation.if_known) shorthands_.push_back(rules.id_of(derivation));
    if (!derivation.alias) worked_out_.push_back(rules.id_of(derivation));
  }
  std::sort(known_by_.begin(), known_by_.end());
  known_by_.erase(std::unique(known_by_.begin(), known_by_.end()), known_by_.end());
  for (const Holder& holder : rules.holders) {
    if (holder.decided_by) roles_.push_back(rules.id_of(holder));
  }
  if (const auto field = rules.schema.field("delivery.method")) delivery_method_ = rules.fields[*field].slot;
}

}  // namespace birthcase
