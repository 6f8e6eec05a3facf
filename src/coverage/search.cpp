#include "coverage/search.hpp"

#include "coverage/possible.hpp"
#include "plan/fact_table.hpp"
#include "plan/planning_tables.hpp"

#include <algorithm>

namespace birthcase::coverage {
namespace {

constexpr std::size_t most_plans = 150;  // that are made for one target where the condition answers as wanted
constexpr std::size_t most_changes = 4;  // of one random step
constexpr std::uint16_t most_newborns = 2;

const boost::gregorian::days one_day(1);

Date within(Date day, const Validity& valid) {
  if (valid.from && day < *valid.from) return *valid.from;
  return valid.until && *valid.until < day ? *valid.until : day;
}

bool has(const std::vector<Slot>& slots, Slot slot) {
  return std::find(slots.begin(), slots.end(), slot) != slots.end();
}

}  // namespace

Search::Search(std::shared_ptr<const Watched> watched, const SuggestionOptions& options)
    : watched_(std::move(watched)),
      rules_(watched_->profile.rules()),
      options_(options),
      day_(within(options.as_of, rules_.valid)),
      domains_(rules_, day_),
      family_(watched_->profile, domains_),
      targets_(targets_of(*watched_)) {}

Plan Search::plan_of(const Trial& trial) const { return plan(family_.profile(), family_.of(trial), trial.as_of); }

std::optional<Trial> Search::find(const Target& target) {
  random_.seed(target.place + 1);
  const Trial from = start(target);
  if (shows(target, from)) return smallest(target, from);
  if (target.watch->when != no_index) {
    if (auto found = through_all(target, from, dimensions(narrow(target), target))) return smallest(target, *found);
  }
  if (auto found = at_random(target, from, dimensions(wide(target), target))) return smallest(target, *found);
  return std::nullopt;
}

// What must be so for the rule to be asked at all.
Trial Search::start(const Target& target) const {
  Trial trial = ordinary();
  set_day(trial, target);
  const auto* const channel = std::get_if<const Channel*>(&target.about);
  if (channel != nullptr && rules_.schema.channel()) {
    trial.tell({*rules_.schema.channel(), FactRef::family, Value::text((*channel)->id)});
  }
  if (const auto* const derivation = std::get_if<const Derivation*>(&target.about)) {
    const Slot slot = rules_.fields[(*derivation)->field].slot;
    trial.tell({slot, slot.newborn ? std::uint16_t{0} : FactRef::family, Value()});
  }
  return trial;
}

void Search::set_day(Trial& trial, const Target& target) const {
  const Validity& valid = target.watch->valid;
  if (target.showing == Showing::before) {
    trial.as_of = *valid.from - one_day;
  } else if (target.showing == Showing::after) {
    trial.as_of = *valid.until + one_day;
  } else if (target.showing == Showing::in_force) {
    trial.as_of = valid.from ? *valid.from : *valid.until;  // the days that a boundary depends on
  } else {
    trial.as_of = within(trial.as_of, valid);
  }
}

Search::Space Search::narrow(const Target& target) const {
  Space space;
  add_condition(space, target.watch->when);
  return space;
}

Search::Space Search::wide(const Target& target) const {
  Space space = narrow(target);
  add_context(space, target);
  add_sources(space);
  return space;
}

void Search::add_condition(Space& space, ConditionId condition) const {
  if (condition != no_index) add_expression(space, rules_.conditions[condition].condition.expression());
}

void Search::add_expression(Space& space, const Expression& expression) const {
  space.constants.add(expression);
  space.newborns = space.newborns || reads_all_newborns(expression);
  for (const Slot slot : expression.mentions()) add_slot(space, slot);
}

void Search::add_slot(Space& space, Slot slot) const {
  if (slot == rules_.schema.jurisdiction()) return;
  if (slot == rules_.schema.accepted_on()) {
    space.days = true;
  } else if (!has(space.slots, slot)) {
    space.slots.push_back(slot);
  }
}

// What the facts follow from that have not been told.
void Search::add_sources(Space& space) const {
  for (std::size_t i = 0; i < space.slots.size(); ++i) {
    const FieldId field = rules_.schema.at(space.slots[i]).field;
    if (field != no_index) add_field(space, field);
  }
}

// The facts that settle whether the rule is asked: which services are planned, which rules come before it.
void Search::add_context(Space& space, const Target& target) const {
  std::visit([&](const auto about) { add_context_of(space, about); }, target.about);
  if (const auto channel = rules_.schema.channel()) add_slot(space, *channel);
}

template <class About>
void Search::add_context_of(Space& space, About) const {
  using Row = std::remove_const_t<std::remove_pointer_t<About>>;
  constexpr bool alternative = std::is_same_v<Row, WatchedAlternative>;
  constexpr bool supplied =
      std::is_same_v<Row, DataShare> || std::is_same_v<Row, ShareKey> || std::is_same_v<Row, Absorption>;
  add_conditions(space, rules_.lanes);
  space.results = true;
  if constexpr (supplied) add_conditions(space, rules_.shares);
  if constexpr (profile::DecidesOnServices<Row> || profile::ListsEvidence<Row>) {
    add_conditions(space, profile::table_of<Row>(rules_));
  }
  if constexpr (supplied || alternative || profile::ListsEvidence<Row>) add_context_of_evidence(space);
  for (const Holder& holder : rules_.holders) {
    if (holder.decided_by && alternative) add_slot(space, *holder.decided_by);
  }
}

void Search::add_context_of_evidence(Space& space) const {
  for (const Service& service : rules_.services) add_conditions(space, service.requirements);
}

// What a field follows from, by whichever rule.
void Search::add_field(Space& space, FieldId field) const {
  const DerivedId derived = links_of(rules_).field_sources[field].derived;
  if (derived == no_index) return;
  for (const DerivationId index : links_of(rules_).derived[derived].derivations) {
    const Derivation& derivation = rules_.derivations[index];
    add_condition(space, derivation.when);
    if (derivation.alias) add_slot(space, *derivation.alias);
    if (derivation.value) add_expression(space, *derivation.value);
  }
}

bool Search::is_fixed(Slot slot, const Target& target) const {
  if (std::holds_alternative<const Channel*>(target.about)) return slot == rules_.schema.channel();
  const auto* const derivation = std::get_if<const Derivation*>(&target.about);
  return derivation != nullptr && slot == rules_.fields[(*derivation)->field].slot;
}

std::vector<Search::Dimension> Search::dimensions(const Space& space, const Target& target) const {
  std::vector<Dimension> all;
  const bool dated = target.watch->valid.from || target.watch->valid.until;
  if (space.days && !dated) {
    Dimension days{Choice{}};
    for (const Date day : domains_.days(space.constants)) days.push_back({.day = day});
    all.push_back(std::move(days));
  }
  const std::uint16_t newborns = space.newborns ? most_newborns : 1;
  if (space.newborns) {
    Dimension counts{Choice{}};
    for (std::uint16_t count = 1; count <= newborns; ++count) counts.push_back({.newborns = count});
    all.push_back(std::move(counts));
  }
  for (const ServiceId service : rules_.services.ids()) {
    if (!space.results) break;
    if (!rules_.services[service].outputs.empty()) all.push_back({Choice{}, Choice{.at_hand = service}});
  }
  for (const Slot slot : space.slots) {
    if (is_fixed(slot, target)) continue;
    if (!slot.newborn) all.push_back(dimension(slot, FactRef::family, space.constants));
    for (std::uint16_t newborn = 0; slot.newborn && newborn < newborns; ++newborn) {
      all.push_back(dimension(slot, newborn, space.constants));
    }
  }
  return all;
}

Search::Dimension Search::dimension(Slot slot, std::uint16_t newborn, const Constants& constants) const {
  Dimension values{Choice{}, Choice{.told = Told{slot, newborn, Value()}},
                   Choice{.told = Told{slot, newborn, Value::null()}}};
  const FieldId field = rules_.schema.at(slot).field;
  if (field == no_index) return values;
  for (Value& value : domains_.of(field, constants)) {
    values.push_back({.told = Told{slot, newborn, std::move(value)}});
  }
  return values;
}

void Search::apply(Trial& trial, const Choice& choice) {
  if (choice.day) trial.as_of = *choice.day;
  if (choice.newborns) trial.newborns = *choice.newborns;
  if (choice.at_hand) trial.at_hand |= ServiceSet::of(*choice.at_hand);
  if (!choice.told) return;
  if (choice.told->newborn != FactRef::family && choice.told->newborn >= trial.newborns) return;
  trial.tell(*choice.told);
}

std::optional<Trial> Search::through_all(const Target& target, const Trial& from, const std::vector<Dimension>& space) {
  double size = 1;
  for (const Dimension& dimension : space) size *= static_cast<double>(dimension.size());
  if (size > static_cast<double>(options_.tries)) return at_random(target, from, space);
  std::vector<std::size_t> at(space.size(), 0);
  std::size_t plans = 0;
  for (;;) {
    Trial trial = from;
    for (std::size_t i = 0; i < space.size(); ++i) apply(trial, space[i][at[i]]);
    if (answers(target, trial)) {
      if (shows(target, trial)) return trial;
      if (++plans == most_plans) return std::nullopt;
    }
    std::size_t i = 0;
    for (; i < space.size() && ++at[i] == space[i].size(); ++i) at[i] = 0;
    if (i == space.size()) return std::nullopt;
  }
}

// Steps from what already answers as wanted, if there is such a trial, else from the start.
std::optional<Trial> Search::at_random(const Target& target, const Trial& from, const std::vector<Dimension>& space) {
  if (space.empty()) return std::nullopt;
  std::optional<Trial> near;
  std::size_t plans = 0;
  for (std::size_t i = 0; i < options_.tries && plans < most_plans; ++i) {
    Trial trial = near && random_() % 4 != 0 ? *near : from;
    // Where many parts must come together, most facts change at once now and then.
    const std::size_t changes = i % 3 == 0 ? space.size() : 1 + random_() % most_changes;
    for (std::size_t change = 0; change < changes; ++change) {
      const Dimension& dimension = space[changes == space.size() ? change : random_() % space.size()];
      apply(trial, dimension[random_() % dimension.size()]);
    }
    if (!answers(target, trial)) continue;
    if (shows(target, trial)) return trial;
    ++plans;
    near = std::move(trial);
  }
  return std::nullopt;
}

// Whether the condition answers what the target needs, without a plan.
bool Search::answers(const Target& target, const Trial& trial) const {
  const ConditionId when = target.watch->when;
  if (when == no_index) return true;
  const Application application = family_.of(trial);
  const FactTable table(rules_, *application.facts(), trial.as_of);
  if (!rules_.conditions[when].per_newborn) {
    return answers(target, trial, table.facts(FactRef::family), table.test(when, FactRef::family));
  }
  for (std::uint16_t newborn = 0; newborn < table.newborns(); ++newborn) {
    if (answers(target, trial, table.facts(newborn), table.test(when, newborn))) return true;
  }
  return false;
}

bool Search::answers(const Target& target, const Trial& trial, const Facts& facts, Truth truth) const {
  const Validity& valid = target.watch->valid;
  switch (target.showing) {
    case Showing::applying:
    case Showing::in_force:
      return truth == Truth::yes && valid.includes(trial.as_of);
    case Showing::not_applying:
      return truth == Truth::no && valid.includes(trial.as_of);
    case Showing::undetermined:
      return truth == Truth::unknown && valid.includes(trial.as_of);
    case Showing::before:
    case Showing::after:
      return truth == Truth::yes && !valid.includes(trial.as_of);
    case Showing::atom_yes:
    case Showing::atom_no:
      break;
  }
  const feel::Decision& decision = *watched_->decision(target.watch->when);
  const auto all = decision.answers(facts);
  const auto wanted = target.showing == Showing::atom_yes ? feel::Logic::yes : feel::Logic::no;
  return all[target.atom] == wanted && decision.decides(target.atom, all);
}

bool Search::shows(const Target& target, const Trial& trial) const {
  const auto shown = shown_by(trial);
  return std::binary_search(shown.begin(), shown.end(), target.place);
}

// Without the differences that it can do without.
Trial Search::smallest(const Target& target, Trial trial) const {
  for (std::size_t i = trial.facts.size(); i-- > 0;) {
    Trial fewer = trial;
    fewer.facts.erase(fewer.facts.begin() + static_cast<std::ptrdiff_t>(i));
    if (shows(target, fewer)) trial = std::move(fewer);
  }
  const ServiceSet at_hand = trial.at_hand;
  at_hand.each([&](ServiceId service) {
    Trial fewer = trial;
    fewer.at_hand = trial.at_hand - ServiceSet::of(service);
    if (shows(target, fewer)) trial = std::move(fewer);
  });
  if (trial.newborns > 1) {
    Trial fewer = trial;
    fewer.newborns = 1;
    std::erase_if(fewer.facts, [](const Told& told) { return told.slot.newborn && told.newborn > 0; });
    if (shows(target, fewer)) trial = std::move(fewer);
  }
  return trial;
}

}  // namespace birthcase::coverage
