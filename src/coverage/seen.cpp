// What a plan shows of each rule: whether it was asked, and what it answered. Follows the planner's order of asking.
#include "coverage/watched.hpp"
#include "profile/compiled_rules.hpp"

#include <algorithm>
#include <optional>

namespace birthcase::coverage {
namespace {

constexpr std::uint16_t family = FactRef::family;

class Seen {
 public:
  Seen(const Watched& watched, const Plan& plan)
      : watched_(watched),
        rules_(watched.profile.rules()),
        plan_(plan),
        deciding_(rules_.conditions.size() * (plan.newborns() + 1u)) {}

  std::vector<Place> run();

 private:
  using Deciding = std::vector<bool>;  // by atom: true and deciding, false and deciding

  void whole_profile();
  void channel();
  void lanes();
  bool done_before(const ServiceLane& lane);
  void services();
  void requirement(const ServiceLane& lane, const Requirement& requirement, const Watch& watch);
  void alternative(Index evidence, Index holder);
  void evidence_sources();
  bool shared(const EvidenceUse& use);
  void field_sources();
  void shared(const FormField& field);
  void keys();
  void route();
  void tolerances();
  void checks();
  void derivations();
  void derivation(const DerivedField& derived, std::uint16_t newborn);
  bool is_passed_over(const Derivation& derivation, std::uint16_t newborn) const;

  Truth ask(const Watch& watch, std::uint16_t newborn);
  void out_of_force(const Watch& watch, std::uint16_t newborn);
  void chose(const Watch& watch) { note(watch.applying); }
  void chose(const Watch& watch, const Watch::Items& items, Index item);
  void note_atoms(const Watch& watch, std::uint16_t newborn);
  const Deciding& deciding(Index condition, std::uint16_t newborn);
  bool turns_whole(Index condition, std::uint16_t newborn) const;

  template <class Table>
  void first_match(const Table& table, const std::vector<Watch>& watches, const Step& step, bool decided);

  Truth holds(Index when, std::uint16_t newborn) const {
    return when == no_index ? Truth::yes : plan_.holds(when, newborn);
  }
  bool told(Slot slot, std::uint16_t newborn) const;
  Index place_of(const Service* service) const noexcept { return rules_.index_of(*service); }
  void note(Place place) {
    if (place != nowhere) seen_.push_back(place);
  }

  const Watched& watched_;
  const Rules& rules_;
  const Plan& plan_;
  std::vector<std::optional<Deciding>> deciding_;  // by condition: family, then each newborn
  std::vector<Place> seen_;
};

void Seen::chose(const Watch& watch, const Watch::Items& items, Index item) {
  note(watch.applying);
  for (const auto& [listed, place] : items) {
    if (listed == item) note(place);
  }
}

Truth Seen::ask(const Watch& watch, std::uint16_t newborn) {
  if (!watch.valid.includes(plan_.as_of())) {
    out_of_force(watch, newborn);
    return Truth::no;
  }
  const Truth truth = holds(watch.when, newborn);
  if (truth == Truth::yes) note(watch.in_force);
  if (truth == Truth::no) note(watch.not_applying);
  if (truth == Truth::unknown) note(watch.undetermined);
  if (!watch.atoms.empty()) note_atoms(watch, newborn);
  return truth;
}

void Seen::out_of_force(const Watch& watch, std::uint16_t newborn) {
  if (holds(watch.when, newborn) != Truth::yes) return;
  const bool early = watch.valid.from && plan_.as_of() < *watch.valid.from;
  note(early ? watch.before : watch.after);
}

void Seen::note_atoms(const Watch& watch, std::uint16_t newborn) {
  const bool each = newborn == family && rules_.conditions[watch.when].per_newborn;
  const std::uint16_t first = each ? 0 : newborn;
  const std::uint16_t last = each ? static_cast<std::uint16_t>(plan_.newborns() - 1) : newborn;
  for (std::uint16_t at = first;; ++at) {
    if (!each || turns_whole(watch.when, at)) {
      const Deciding& shown = deciding(watch.when, at);
      for (std::size_t i = 0; i < shown.size(); ++i) {
        if (shown[i]) note(watch.atoms[i]);
      }
    }
    if (at == last) return;
  }
}

// A condition of any newborn turns with this one only if it holds for no other.
bool Seen::turns_whole(Index condition, std::uint16_t newborn) const {
  for (std::uint16_t other = 0; other < plan_.newborns(); ++other) {
    if (other != newborn && plan_.holds(condition, other) != Truth::no) return false;
  }
  return true;
}

const Seen::Deciding& Seen::deciding(Index condition, std::uint16_t newborn) {
  const std::size_t row = newborn == family ? 0 : newborn + 1u;
  std::optional<Deciding>& known = deciding_[row * rules_.conditions.size() + condition];
  if (known) return *known;
  const feel::Decision& decision = *watched_.decision(condition);
  const auto answers = decision.answers(plan_.facts_of(newborn));
  known.emplace(2 * answers.size(), false);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (decision.decides(i, answers)) (*known)[2 * i + (answers[i] == feel::Logic::yes ? 0 : 1)] = true;
  }
  return *known;
}

void Seen::whole_profile() {
  const Validity& valid = rules_.valid;
  if (valid.includes(plan_.as_of())) return note(watched_.whole.in_force);
  note(valid.from && plan_.as_of() < *valid.from ? watched_.whole.before : watched_.whole.after);
}

void Seen::channel() {
  const auto slot = rules_.schema.channel();
  if (!slot) return;
  const Value& id = plan_.value(FactRef{slot->index, family});
  if (!id.is(Kind::text)) return;
  for (std::size_t i = 0; i < rules_.channels.size(); ++i) {
    if (rules_.channels[i].id != id.as_text()) continue;
    if (ask(watched_.channels[i], family) == Truth::yes) chose(watched_.channels[i]);
  }
}

void Seen::lanes() {
  for (const ServiceLane& lane : plan_.services) {
    const Index service = place_of(lane.service);
    if (done_before(lane)) continue;
    for (std::size_t i = 0; i < rules_.lanes.size(); ++i) {
      if (!rules_.lanes[i].services.has(service)) continue;
      const Watch& watch = watched_.lanes[i];
      const Truth applies = ask(watch, lane.newborn);
      if (applies == Truth::yes) chose(watch, watch.services, service);
      if (applies != Truth::no) break;
    }
  }
}

bool Seen::done_before(const ServiceLane& lane) {
  const Index done = rules_.compiled->done[rules_.index_of(*lane.service)];
  if (done == no_index) return lane.already_done && lane.why.rule == nullptr;
  const DoneRule& rule = rules_.done[done];
  const Watch& watch = watched_.done[done];
  const bool holds = ask(watch, lane.newborn) == Truth::yes;
  const bool decided = lane.why.rule == &rule;
  if (holds && decided) chose(watch);
  return decided || lane.why.rule == &rule.by_document;
}

void Seen::services() {
  for (const ServiceLane& lane : plan_.services) {
    if (!lane.planned) continue;
    const Index service = place_of(lane.service);
    const auto& watches = watched_.requirements[service];
    for (std::size_t i = 0; i < watches.size(); ++i) requirement(lane, lane.service->requirements[i], watches[i]);
    for (const Watch& line : watched_.lines[service]) {
      if (ask(line, lane.newborn) == Truth::yes) chose(line);
    }
  }
}

void Seen::requirement(const ServiceLane& lane, const Requirement& requirement, const Watch& watch) {
  const Truth needed = ask(watch, lane.newborn);
  if (needed == Truth::yes) chose(watch);
  if (needed == Truth::no || requirement.holder == no_index) return;
  for (const EvidenceUse& use : plan_.uses) {
    if (use.requirement != &requirement || &plan_.services[use.lane] != &lane) continue;
    alternative(requirement.evidence, plan_.person(requirement.holder, use.newborn));
  }
}

void Seen::alternative(Index evidence, Index holder) {
  for (const WatchedAlternative& choice : watched_.alternatives) {
    if (choice.evidence != evidence || choice.holder != holder) continue;
    if (ask(choice.watch, family) != Truth::yes) continue;
    return chose(choice.watch);
  }
}

void Seen::evidence_sources() {
  for (const EvidenceUse& use : plan_.uses) {
    if (use.status == EvidenceStatus::produced || shared(use)) continue;
    const Index asked = use.requirement->evidence;
    for (const Index index : rules_.compiled->evidence_sources[asked].absorptions) {
      const Watch& watch = watched_.absorptions[index];
      if (ask(watch, use.newborn) != Truth::yes) continue;
      chose(watch, watch.evidence, asked);
      break;
    }
  }
}

bool Seen::shared(const EvidenceUse& use) {
  const Index asked = use.requirement->evidence;
  const ServiceLane& lane = plan_.services[use.lane];
  for (const Index index : rules_.compiled->evidence_sources[asked].shares) {
    if (!rules_.shares[index].services.has(place_of(lane.service))) continue;
    const Watch& watch = watched_.shares[index];
    if (ask(watch, use.newborn) != Truth::yes || failed(plan_.look_up(index, use.newborn))) continue;
    chose(watch, watch.evidence, asked);
    return true;
  }
  return false;
}

void Seen::field_sources() {
  for (const FormField& field : plan_.form.fields) {
    if (field.source != FieldSource::product) shared(field);
  }
}

void Seen::shared(const FormField& field) {
  const auto index = rules_.index_of(*field.field);
  const bool answered = field.source == FieldSource::shared || field.source == FieldSource::hospital;
  for (const Index each : rules_.compiled->field_sources[index].shares) {
    const DataShare& share = rules_.shares[each];
    if (!(field.needed_by - share.services).empty()) continue;
    const Watch& watch = watched_.shares[each];
    if (ask(watch, field.newborn) != Truth::yes || failed(plan_.look_up(each, field.newborn))) continue;
    if (answered && field.from == share.organisation) chose(watch, watch.fields, index);
    return;
  }
}

void Seen::keys() {
  for (const PlannedLookUp& look_up : plan_.look_ups) {
    for (const Watch& key : watched_.keys[rules_.index_of(*look_up.share)]) {
      if (key.when != no_index && ask(key, look_up.newborn) == Truth::yes) chose(key);
    }
  }
}

// The first rule that applies is the one that the step has, if it is decided at all.
template <class Table>
void Seen::first_match(const Table& table, const std::vector<Watch>& watches, const Step& step, bool decided) {
  const Index service = place_of(step.service);
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (!table[i].services.has(service)) continue;
    if (ask(watches[i], step.newborn) != Truth::yes) continue;
    if (decided) chose(watches[i], watches[i].services, service);
    return;
  }
}

void Seen::route() {
  for (const Step& step : plan_.route) {
    const Index service = place_of(step.service);
    first_match(rules_.competences, watched_.competences, step, step.organisation != no_index);
    first_match(rules_.operators, watched_.operators, step, step.operated_by != no_index);
    first_match(rules_.deliveries, watched_.deliveries, step, step.delivery != nullptr);
    for (std::size_t i = 0; i < rules_.promises.size(); ++i) {
      if (!rules_.promises[i].services.has(service)) continue;
      const Watch& watch = watched_.promises[i];
      const Truth applies = ask(watch, step.newborn);
      if (applies == Truth::yes) chose(watch, watch.services, service);
      if (applies != Truth::no) break;
    }
  }
}

void Seen::tolerances() {
  for (const EvidenceItem& item : plan_.evidence) {
    if (item.status != EvidenceStatus::bring) continue;
    for (std::size_t i = 0; i < rules_.tolerances.size(); ++i) {
      const auto& types = rules_.tolerances[i].evidence;
      if (!types.empty() && std::find(types.begin(), types.end(), item.asked) == types.end()) continue;
      const Watch& watch = watched_.tolerances[i];
      if (ask(watch, item.newborn) != Truth::yes) continue;
      chose(watch, watch.evidence, item.asked);
      break;
    }
  }
}

void Seen::checks() {
  for (const Watch& watch : watched_.checks) {
    const bool each = watch.when != no_index && rules_.conditions[watch.when].per_newborn;
    for (std::uint16_t newborn = 0; newborn < (each ? plan_.newborns() : 1); ++newborn) {
      if (ask(watch, each ? newborn : family) == Truth::yes) chose(watch);
    }
  }
}

void Seen::derivations() {
  for (const DerivedField& derived : rules_.compiled->derived) {
    if (!rules_.fields[derived.field].per_newborn()) {
      derivation(derived, family);
      continue;
    }
    for (std::uint16_t newborn = 0; newborn < plan_.newborns(); ++newborn) derivation(derived, newborn);
  }
}

void Seen::derivation(const DerivedField& derived, std::uint16_t newborn) {
  const Slot slot = rules_.fields[derived.field].slot;
  if (told(slot, newborn)) return;
  for (const Index index : derived.derivations) {
    const Watch& watch = watched_.derivations[index];
    const Truth applies = ask(watch, newborn);
    if (applies != Truth::yes || is_passed_over(rules_.derivations[index], newborn)) continue;
    const bool follows = !plan_.value(FactRef{slot.index, newborn}).is_unknown();
    if (follows) chose(watch);
    return;
  }
}

bool Seen::is_passed_over(const Derivation& derivation, std::uint16_t newborn) const {
  if (!derivation.if_known) return false;
  const Value& source = plan_.value(derivation.alias->of(newborn));
  return source.is_unknown() || source.is_null();
}

// Whether the family or the hospital has told the fact, and its checks did not refuse it.
bool Seen::told(Slot slot, std::uint16_t newborn) const {
  const FactStore& facts = plan_.facts();
  if (slot.newborn && newborn >= facts.newborns.size()) return false;
  const Value& value = slot.newborn ? facts.newborns[newborn][slot.index] : facts.family[slot.index];
  const FactRef fact = slot.of(newborn);
  return !value.is_unknown() && std::find(facts.refused.begin(), facts.refused.end(), fact) == facts.refused.end();
}

std::vector<Place> Seen::run() {
  whole_profile();
  channel();
  lanes();
  services();
  evidence_sources();
  field_sources();
  keys();
  route();
  tolerances();
  checks();
  derivations();
  std::sort(seen_.begin(), seen_.end());
  seen_.erase(std::unique(seen_.begin(), seen_.end()), seen_.end());
  return std::move(seen_);
}

}  // namespace

std::vector<Place> seen_in(const Watched& watched, const Plan& plan) { return Seen(watched, plan).run(); }

}  // namespace birthcase::coverage
