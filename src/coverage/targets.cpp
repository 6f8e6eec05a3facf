#include "coverage/targets.hpp"

#include <algorithm>

namespace birthcase::coverage {
namespace {

class Targets {
 public:
  void add(const auto& watches, Table table, ServiceId service = no_index) {
    Index row = 0;
    for (const Watch& watch : watches) add(watch, Target{.table = table, .row = row++, .service = service});
  }

  void add(const Watch& watch, Target target) {
    target.watch = &watch;
    add(watch.applying, target, Showing::applying);
    add(watch.not_applying, target, Showing::not_applying);
    add(watch.undetermined, target, Showing::undetermined);
    add(watch.in_force, target, Showing::in_force);
    add(watch.before, target, Showing::before);
    add(watch.after, target, Showing::after);
    add_each(watch.services, target);
    add_each(watch.evidence, target);
    add_each(watch.fields, target);
    for (std::size_t i = 0; i < watch.atoms.size(); ++i) {
      target.atom = i / 2;
      add(watch.atoms[i], target, i % 2 == 0 ? Showing::atom_yes : Showing::atom_no);
    }
  }

  std::vector<Target> take() {
    std::sort(all_.begin(), all_.end(), [](const Target& a, const Target& b) { return a.place < b.place; });
    return std::move(all_);
  }

 private:
  void add_each(const auto& items, Target target) {
    for (const auto& [item, place] : items) {
      target.item = item;
      add(place, target, Showing::applying);
    }
  }

  void add(Place place, Target target, Showing showing) {
    if (place == nowhere) return;
    target.place = place;
    target.showing = showing;
    all_.push_back(target);
  }

  std::vector<Target> all_;
};

}  // namespace

std::vector<Target> targets_of(const Watched& watched) {
  Targets targets;
  targets.add(watched.whole, Target{.table = Table::profile});
  targets.add(watched.channels, Table::channels);
  targets.add(watched.done, Table::done);
  targets.add(watched.lanes, Table::lanes);
  for (const ServiceId service : watched.requirements.ids()) {
    targets.add(watched.requirements[service], Table::requirements, service);
    targets.add(watched.lines[service], Table::form, service);
  }
  for (std::size_t row = 0; row < watched.alternatives.size(); ++row) {
    targets.add(watched.alternatives[row].watch, Target{.table = Table::alternatives, .row = static_cast<Index>(row)});
  }
  targets.add(watched.shares, Table::shares);
  for (const ShareId share : watched.keys.ids()) {
    for (std::size_t key = 0; key < watched.keys[share].size(); ++key) {
      targets.add(watched.keys[share][key],
                  Target{.table = Table::keys, .row = static_cast<Index>(key), .share = share});
    }
  }
  targets.add(watched.absorptions, Table::absorptions);
  targets.add(watched.competences, Table::competences);
  targets.add(watched.operators, Table::operators);
  targets.add(watched.promises, Table::promises);
  targets.add(watched.tolerances, Table::tolerances);
  targets.add(watched.deliveries, Table::deliveries);
  targets.add(watched.checks, Table::checks);
  targets.add(watched.derivations, Table::derivations);
  return targets.take();
}

const Rule* rule_of(const Rules& rules, const Target& target) {
  switch (target.table) {
    case Table::channels:
      return &rules.channels[target.row_of<Channel>()];
    case Table::done:
      return &rules.done[target.row_of<DoneRule>()];
    case Table::lanes:
      return &rules.lanes[target.row_of<LaneRule>()];
    case Table::requirements:
      return &rules.services[target.service].requirements[target.row_of<Requirement>()];
    case Table::shares:
      return &rules.shares[target.row_of<DataShare>()];
    case Table::absorptions:
      return &rules.absorptions[target.row_of<Absorption>()];
    case Table::competences:
      return &rules.competences[target.row_of<Competence>()];
    case Table::operators:
      return &rules.operators[target.row_of<OperatorRule>()];
    case Table::promises:
      return &rules.promises[target.row_of<Promise>()];
    case Table::tolerances:
      return &rules.tolerances[target.row_of<Tolerance>()];
    case Table::deliveries:
      return &rules.deliveries[target.row_of<DeliveryRule>()];
    case Table::checks:
      return &rules.checks[target.row_of<Check>()];
    case Table::derivations:
      return &rules.derivations[target.row_of<Derivation>()];
    case Table::profile:
    case Table::alternatives:
    case Table::form:
    case Table::keys:
      break;
  }
  return nullptr;
}

}  // namespace birthcase::coverage
