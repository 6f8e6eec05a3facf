// What a plan shows of each rule: whether it was asked, and what it answered. Planning tells it, gone through once
// more.
#include "coverage/watched.hpp"
#include "plan/observer.hpp"
#include "plan/planning_tables.hpp"

#include <algorithm>
#include <optional>

namespace birthcase::coverage {
namespace {

constexpr std::uint16_t family = FactRef::family;

class Seen final : public planning::Observer {
 public:
  Seen(const Watched& watched, const Plan& plan)
      : watched_(watched),
        rules_(watched.profile.rules()),
        plan_(plan),
        deciding_(rules_.conditions.size() * (plan.newborns() + 1u)) {}

  std::vector<Place> run();

  void asked(const Rule& rule, std::uint16_t newborn, Truth answer) override;
  void chose(const Rule& rule, planning::Subject subject) override;
  void asked_for_line(const FormLine& line, std::uint16_t newborn, Truth answer) override;
  void asked_for_key(const DataShare& share, std::size_t key, std::uint16_t newborn, Truth answer) override;
  void asked_instead(const EvidenceType::Alternative& choice, HolderId holder, Truth answer) override;

 private:
  using Deciding = std::vector<bool>;  // by atom: true and deciding, false and deciding

  void whole_profile();
  void done_in_this_case();
  void before_pointless();
  void fields_perhaps_needed();
  void shared(const FormField& field);
  void derivations();
  void derivation(const DerivedField& derived, std::uint16_t newborn);
  bool is_passed_over(const Derivation& derivation, std::uint16_t newborn) const;

  Truth ask(const Rule& rule, std::uint16_t newborn);
  void take(const Watch& watch, std::uint16_t newborn, Truth answer);
  void condition(const Watch& watch, std::uint16_t newborn, Truth answer);
  void out_of_force(const Watch& watch, std::uint16_t newborn);
  void note_atoms(const Watch& watch, std::uint16_t newborn);
  const Deciding& deciding(ConditionId condition, std::uint16_t newborn);
  bool turns_whole(ConditionId condition, std::uint16_t newborn) const;

  Truth holds(ConditionId when, std::uint16_t newborn) const {
    return when == no_index ? Truth::yes : plan_.holds(when, newborn);
  }
  bool told(Slot slot, std::uint16_t newborn) const;
  void note(Place place) {
    if (place != nowhere) seen_.push_back(place);
  }
  template <class Row>
  void note(const Watch::Items<Row>& items, Id<Row> item);

  const Watched& watched_;
  const Rules& rules_;
  const Plan& plan_;
  std::vector<std::optional<Deciding>> deciding_;  // by condition: family, then each newborn
  std::vector<Place> seen_;
};

void Seen::asked(const Rule& rule, std::uint16_t newborn, Truth answer) {
  if (const Watch* const watch = watched_.of(rule)) take(*watch, newborn, answer);
}

void Seen::chose(const Rule& rule, planning::Subject subject) {
  const Watch* const watch = watched_.of(rule);
  if (watch == nullptr) return;
  note(watch->applying);
  if (const auto* service = std::get_if<ServiceId>(&subject)) note(watch->services, *service);
  if (const auto* evidence = std::get_if<EvidenceId>(&subject)) note(watch->evidence, *evidence);
  if (const auto* field = std::get_if<FieldId>(&subject)) note(watch->fields, *field);
}

void Seen::asked_for_line(const FormLine& line, std::uint16_t newborn, Truth answer) {
  if (const Watch* const watch = watched_.of(line)) condition(*watch, newborn, answer);
}

void Seen::asked_for_key(const DataShare& share, std::size_t key, std::uint16_t newborn, Truth answer) {
  condition(watched_.keys[rules_.id_of(share)][key], newborn, answer);
}

void Seen::asked_instead(const EvidenceType::Alternative& choice, HolderId holder, Truth answer) {
  for (const WatchedAlternative& each : watched_.alternatives) {
    const bool is_it = &rules_.evidence[each.evidence].alternatives[each.alternative] == &choice;
    if (is_it && each.holder == holder) condition(each.watch, family, answer);
  }
}

// For a condition that is no rule: where it holds, it is taken.
void Seen::condition(const Watch& watch, std::uint16_t newborn, Truth answer) {
  take(watch, newborn, answer);
  if (answer == Truth::yes) note(watch.applying);
}

void Seen::take(const Watch& watch, std::uint16_t newborn, Truth answer) {
  if (!watch.valid.includes(plan_.as_of())) return out_of_force(watch, newborn);
  if (answer == Truth::yes) note(watch.in_force);
  if (answer == Truth::no) note(watch.not_applying);
  if (answer == Truth::unknown) note(watch.undetermined);
  if (!watch.atoms.empty()) note_atoms(watch, newborn);
}

// What planning does not ask, or does not tell, and counts all the same.
Truth Seen::ask(const Rule& rule, std::uint16_t newborn) {
  const Watch& watch = *watched_.of(rule);
  const Truth answer = watch.valid.includes(plan_.as_of()) ? holds(watch.when, newborn) : Truth::no;
  take(watch, newborn, answer);
  return answer;
}

template <class Row>
void Seen::note(const Watch::Items<Row>& items, Id<Row> item) {
  for (const auto& [listed, place] : items) {
    if (listed == item) note(place);
  }
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
bool Seen::turns_whole(ConditionId condition, std::uint16_t newborn) const {
  for (std::uint16_t other = 0; other < plan_.newborns(); ++other) {
    if (other != newborn && plan_.holds(condition, other) != Truth::no) return false;
  }
  return true;
}

const Seen::Deciding& Seen::deciding(ConditionId condition, std::uint16_t newborn) {
  const std::size_t row = newborn == family ? 0 : newborn + 1u;
  std::optional<Deciding>& known = deciding_[row * rules_.conditions.size() + condition.place()];
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

// A service that this case has done itself is not asked whether it was done before.
void Seen::done_in_this_case() {
  for (const CompletedService& completed : plan_.facts().completed) {
    const DoneId done = links_of(rules_).done[completed.service];
    if (done != no_index) ask(rules_.done[done], completed.newborn);
  }
}

// Where a rule says that nobody offers it, those before it are not asked.
void Seen::before_pointless() {
  for (const ServiceLane& lane : plan_.services) {
    const auto pointless = std::find_if(rules_.lanes.begin(), rules_.lanes.end(), [&lane](const LaneRule& rule) {
      return &rule == lane.why.rule && rule.is_pointless() && lane.follows == no_index;
    });
    if (pointless == rules_.lanes.end()) continue;
    const ServiceId service = rules_.id_of(*lane.service);
    for (auto rule = rules_.lanes.begin(); rule != pointless; ++rule) {
      if (!rule->services.has(service)) continue;
      const Truth applies = ask(*rule, lane.newborn);
      if (applies == Truth::yes) chose(*rule, service);
      if (applies != Truth::no) break;
    }
  }
}

// While it is open whether a service is planned, planning asks only shares that would answer that one, too.
void Seen::fields_perhaps_needed() {
  const bool any = std::any_of(plan_.services.begin(), plan_.services.end(),
                               [](const ServiceLane& lane) { return lane.lane == Lane::undetermined; });
  if (!any) return;
  for (const FormField& field : plan_.form.fields) {
    if (field.source != FieldSource::product) shared(field);
  }
}

void Seen::shared(const FormField& field) {
  const auto index = rules_.id_of(*field.field);
  const bool answered = field.source == FieldSource::shared || field.source == FieldSource::hospital;
  for (const ShareId each : links_of(rules_).field_sources[index].shares) {
    const DataShare& share = rules_.shares[each];
    if (!(field.needed_by - share.services).empty()) continue;
    if (ask(share, field.newborn) != Truth::yes || failed(plan_.look_up(each, field.newborn))) continue;
    if (answered && field.from == SuppliedBy(share.organisation)) chose(share, index);
    return;
  }
}

// What facts follow from is worked out before the phases.
void Seen::derivations() {
  for (const DerivedField& derived : links_of(rules_).derived) {
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
  for (const DerivationId index : derived.derivations) {
    const Derivation& rule = rules_.derivations[index];
    const Truth applies = ask(rule, newborn);
    if (applies != Truth::yes || is_passed_over(rule, newborn)) continue;
    const bool follows = !plan_.value(FactRef{slot.index, newborn}).is_unknown();
    if (follows) chose(rule, {});
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
  planning::observe(plan_, *this);
  done_in_this_case();
  before_pointless();
  fields_perhaps_needed();
  derivations();
  std::sort(seen_.begin(), seen_.end());
  seen_.erase(std::unique(seen_.begin(), seen_.end()), seen_.end());
  return std::move(seen_);
}

}  // namespace

std::vector<Place> seen_in(const Watched& watched, const Plan& plan) { return Seen(watched, plan).run(); }

}  // namespace birthcase::coverage
