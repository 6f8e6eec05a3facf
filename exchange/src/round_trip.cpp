#include <birthcase/exchange/export.hpp>

#include <utility>

namespace birthcase::exchange {
namespace {

/// The facts of all births that came back, as those of one application: a map may have a record for each newborn.
class CameBack {
 public:
  explicit CameBack(const Imported& imported) {
    for (const ImportedBirth& birth : imported.births) {
      if (!birth.application) continue;
      stores_.push_back(birth.application->facts());
      for (const FactStore::Values& newborn : stores_.back()->newborns) newborns_.push_back(&newborn);
    }
  }

  const Value* find(FactRef fact) const noexcept {
    if (fact.newborn != FactRef::family) {
      return fact.newborn < newborns_.size() ? &(*newborns_[fact.newborn])[fact.index] : nullptr;
    }
    return stores_.empty() ? nullptr : &stores_.front()->family[fact.index];
  }

 private:
  std::vector<std::shared_ptr<const FactStore>> stores_;
  std::vector<const FactStore::Values*> newborns_;
};

void compare(const Schema& schema, const FactStore::Values& told, std::uint16_t newborn, const CameBack& back,
             RoundTrip& trip) {
  for (std::size_t i = 0; i < told.size(); ++i) {
    const FactRef fact{static_cast<std::uint16_t>(i), newborn};
    if (told[i].is_unknown() || schema.at(fact).field == no_index) continue;
    const Value* value = back.find(fact);
    const bool lost = value == nullptr || value->is_unknown();
    (lost ? trip.lost : *value == told[i] ? trip.same : trip.changed).push_back(fact);
  }
}

}  // namespace

Result<RoundTrip> round_trip(const Map& map, const Plan& plan) {
  RoundTrip trip;
  auto exported = export_records(map, std::span(&plan, 1));
  if (!exported) return exported.error();
  trip.exported = std::move(*exported);
  const auto imported = import_records(map, trip.exported.text);
  if (!imported) return imported.error();
  const CameBack back(*imported);
  const Schema& schema = map.profile().rules().schema;
  compare(schema, plan.facts().family, FactRef::family, back, trip);
  for (std::size_t i = 0; i < plan.facts().newborns.size(); ++i) {
    compare(schema, plan.facts().newborns[i], static_cast<std::uint16_t>(i), back, trip);
  }
  return trip;
}

}  // namespace birthcase::exchange
