#include "coverage/targets.hpp"

#include "plan/planning_tables.hpp"

#include <algorithm>

namespace birthcase::coverage {
namespace {

class Targets {
 public:
  void add(const Watch* watch, Obliged about) {
    if (watch != nullptr) add(*watch, Target{.about = about});
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
    std::stable_sort(all_.begin(), all_.end(), [](const Target& a, const Target& b) { return a.place < b.place; });
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
  const Rules& rules = watched.profile.rules();
  Targets targets;
  targets.add(&watched.whole, {});
  profile::for_each_table(rules, [&](const auto&, const auto& rows) {
    for (const auto& rule : rows) targets.add(watched.of(rule), &rule);
  });
  for (const FormLines& lines : links_of(rules).lines) {
    for (const FormLine& line : lines.conditional) targets.add(watched.of(line), &line);
  }
  for (const WatchedAlternative& alternative : watched.alternatives) targets.add(&alternative.watch, &alternative);
  for (const DataShare& share : rules.shares) {
    for (const Watch& key : watched.keys[rules.shares.id_of(share)]) targets.add(&key, ShareKey{&share});
  }
  return targets.take();
}

const Rule* rule_of(const Obliged& about) {
  return std::visit(
      [](const auto& each) -> const Rule* {
        if constexpr (std::is_convertible_v<decltype(each), const Rule*>) return each;
        return nullptr;
      },
      about);
}

}  // namespace birthcase::coverage
