#include "coverage/possible.hpp"
#include "coverage/reach.hpp"
#include "coverage/watched.hpp"
#include "plan/planning_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace birthcase::coverage {
namespace {

// Whether the rule has the fields of one owner rather than fields that it lists.
bool lists_all_of_owner(const Rules& rules, const DataShare& share, Owner owner) {
  for (const FieldId i : rules.fields.ids()) {
    const bool listed = std::find(share.fields.begin(), share.fields.end(), i) != share.fields.end();
    if (rules.fields[i].owner == owner && !listed) return false;
  }
  return true;
}

class Declaration {
 public:
  Declaration(const Profile& profile, const std::function<Place(const Obligation&)>& add)
      : rules_(profile.rules()), reach_(profile), add_(add), watched_(std::make_shared<Watched>(profile)) {}

  std::shared_ptr<const Watched> run();

 private:
  void split_conditions();
  void whole_profile();
  void services();
  void alternatives(ServiceId service);
  void alternative(EvidenceId evidence, std::size_t choice, HolderId holder);
  void shares();
  void keys(const DataShare& share);
  void absorptions();
  void tables_of_services();
  void find_rows();

  Watch rule(std::string_view table, const Rule& rule, const Possible& possible);
  Watch rule(std::string_view table, const Rule& rule) { return this->rule(table, rule, possible(rule.when, {})); }
  Watch conditional(const Obligation& about, ConditionId when, const Possible& possible);
  void dates(Watch& watch, const Obligation& about, const Validity& valid);
  void atoms(Watch& watch, const Obligation& about, const Possible& possible);

  Possible possible(ConditionId when, const std::vector<ConditionId>& before) const;
  Possible possible_for(ServiceId service, ConditionId when, const std::vector<ConditionId>& before) const;
  template <class Before>
  Possible possible_for(ServiceSet services, ConditionId when, const Before& before) const;

  template <class Row>
  void listed(Watch& watch, Watch::Items<Row>& items, Id<Row> item, const std::string& id);
  void listed_services(Watch& watch, ServiceSet reached, ServiceSet all);
  Place demand(Obligation about, std::string what, std::string atom = {});

  template <class Row, class Before>
  void of_services(std::string_view name, const birthcase::Table<Row>& table, const Column<Row, ServiceSet>& reached,
                   Column<Row, Watch>& watches, const Before& before);

  const Rules& rules_;
  Reach reach_;
  const std::function<Place(const Obligation&)>& add_;
  std::shared_ptr<Watched> watched_;
  Obligation about_;  // of the rule that was declared last
};

Place Declaration::demand(Obligation about, std::string what, std::string atom) {
  about.what = std::move(what);
  about.atom = std::move(atom);
  about.profiles = {rules_.id};
  return add_(about);
}

Watch Declaration::rule(std::string_view table, const Rule& rule, const Possible& possible) {
  about_ = Obligation{.table = std::string(table),
                      .rule = rule.id,
                      .what = {},
                      .condition = rule.when == no_index ? "" : rules_.conditions[rule.when].condition.text(),
                      .atom = {},
                      .document = rule.document,
                      .path = rule.path};
  Watch watch = conditional(about_, rule.when, possible);
  dates(watch, about_, rule.valid);
  return watch;
}

Watch Declaration::conditional(const Obligation& about, ConditionId when, const Possible& possible) {
  Watch watch{.when = when, .valid = {}};
  if (possible.applying) watch.applying = demand(about, "applying");
  if (when == no_index) return watch;
  if (possible.not_applying) watch.not_applying = demand(about, "not applying");
  if (possible.undetermined) watch.undetermined = demand(about, "undetermined");
  atoms(watch, about, possible);
  return watch;
}

Possible Declaration::possible(ConditionId when, const std::vector<ConditionId>& before) const {
  if (when == no_index) return {};
  Possible possible = possible_answers(rules_, when, watched_->decision(when), before,
                                       [this](Slot slot) { return reach_.is_always_known(slot); });
  possible.undetermined = possible.undetermined && reach_.can_be_unknown(when);
  return possible;
}

Possible Declaration::possible_for(ServiceId service, ConditionId when, const std::vector<ConditionId>& before) const {
  if (when == no_index) return {};
  // Of several newborns one can be what another is not.
  const bool of_any_newborn = rules_.conditions[when].per_newborn && !rules_.services[service].per_newborn;
  return possible(when, of_any_newborn ? std::vector<ConditionId>() : before);
}

template <class Before>
Possible Declaration::possible_for(ServiceSet services, ConditionId when, const Before& before) const {
  std::optional<Possible> any;
  services.each([&](ServiceId service) {
    const Possible one = possible_for(service, when, before(service));
    if (any) {
      any->add(one);
    } else {
      any = one;
    }
  });
  return any.value_or(Possible{});
}

void Declaration::dates(Watch& watch, const Obligation& about, const Validity& valid) {
  watch.valid = valid;
  if (!valid.from && !valid.until) return;
  watch.in_force = demand(about, "in force");
  if (valid.from) watch.before = demand(about, "before " + to_string(*valid.from));
  if (valid.until) watch.after = demand(about, "after " + to_string(*valid.until));
}

void Declaration::atoms(Watch& watch, const Obligation& about, const Possible& possible) {
  const feel::Decision* decision = watched_->decision(watch.when);
  if (decision == nullptr) return;
  for (const feel::Atom& atom : decision->atoms()) {
    const auto place = watch.atoms.size();
    const auto decide = [&](std::size_t answer, const char* word) {
      const bool demanded = possible.atom(place + answer);
      watch.atoms.push_back(demanded ? demand(about, word + atom.text, atom.text) : nowhere);
    };
    decide(0, "true and deciding: ");
    decide(1, "false and deciding: ");
  }
}

template <class Row>
void Declaration::listed(Watch& watch, Watch::Items<Row>& items, Id<Row> item, const std::string& id) {
  if (watch.applying != nowhere) items.emplace_back(item, demand(about_, "applying for " + id));
}

void Declaration::listed_services(Watch& watch, ServiceSet reached, ServiceSet all) {
  if (all.count() < 2 || all == ServiceSet::all(rules_.services.size())) return;
  reached.each([&](ServiceId service) { listed(watch, watch.services, service, rules_.services[service].id); });
}

void Declaration::split_conditions() {
  for (const SharedCondition& shared : rules_.conditions) {
    auto decision = std::make_unique<const feel::Decision>(shared.condition);
    if (decision->atoms().size() < 2) decision.reset();  // decides whenever it answers
    watched_->decisions.push_back(std::move(decision));
  }
}

void Declaration::whole_profile() {
  if (!rules_.valid.from && !rules_.valid.until) return;
  about_ = Obligation{.table = "profile",
                      .rule = rules_.id,
                      .what = {},
                      .condition = {},
                      .atom = {},
                      .document = rules_.id,
                      .path = "/valid"};
  dates(watched_->whole, about_, rules_.valid);
}

void Declaration::services() {
  watched_->requirements = Column<Service, Column<Requirement, Watch>>(rules_.services.size());
  watched_->lines = Column<Service, std::vector<Watch>>(rules_.services.size());
  reach_.planned.each([&](ServiceId index) {
    const Service& service = rules_.services[index];
    const std::vector<ConditionId> before = reach_.lanes_before(index);
    for (const Requirement& requirement : service.requirements) {
      watched_->requirements[index].push_back(
          rule("requirements", requirement, possible_for(index, requirement.when, before)));
    }
    alternatives(index);
    for (const FormEntry& entry : service.form) {
      if (entry.when == no_index) continue;
      about_ = Obligation{.table = "form",
                          .rule = service.id + "/" + rules_.fields[entry.field].id,
                          .what = {},
                          .condition = rules_.conditions[entry.when].condition.text(),
                          .atom = {},
                          .document = entry.document,
                          .path = entry.path};
      watched_->lines[index].push_back(conditional(about_, entry.when, possible_for(index, entry.when, before)));
    }
  });
}

// For everybody whom the holder of a requirement can turn out to be, and for the role while that is open.
void Declaration::alternatives(ServiceId service) {
  for (const Requirement& requirement : rules_.services[service].requirements) {
    if (requirement.holder == no_index) continue;
    const auto& choices = rules_.evidence[requirement.evidence].alternatives;
    for (std::size_t choice = 0; choice < choices.size(); ++choice) {
      alternative(requirement.evidence, choice, requirement.holder);
      for (const auto& [code, person] : rules_.holders[requirement.holder].people) {
        alternative(requirement.evidence, choice, person);
      }
    }
  }
}

void Declaration::alternative(EvidenceId evidence, std::size_t choice, HolderId holder) {
  const EvidenceType& type = rules_.evidence[evidence];
  const EvidenceType::Alternative& instead = type.alternatives[choice];
  const ConditionId when = instead.when[holder];
  auto& all = watched_->alternatives;
  const bool known = std::any_of(all.begin(), all.end(), [&](const WatchedAlternative& other) {
    return other.evidence == evidence && other.alternative == choice && other.holder == holder;
  });
  if (when == no_index || known) return;
  about_ = Obligation{
      .table = "alternatives",
      .rule = fmt::format("{}/{}/{}", type.id, rules_.evidence[instead.evidence].id, rules_.holders[holder].id),
      .what = {},
      .condition = rules_.conditions[when].condition.text(),
      .atom = {},
      .document = instead.document,
      .path = instead.path};
  all.push_back({evidence, choice, holder, conditional(about_, when, possible(when, {}))});
}

void Declaration::shares() {
  for (const auto i : rules_.shares.ids()) {
    const DataShare& share = rules_.shares[i];
    const bool reached = !reach_.share_evidence[i].empty() || !reach_.share_fields[i].empty();
    Watch& watch = watched_->shares.emplace_back(reached ? rule("shares", share) : Watch{.when = share.when});
    if (!reached) watch.valid = share.valid;
    watched_->keys.emplace_back(share.keys.size());
    if (reached) keys(share);
    if (share.evidence.size() + share.fields.size() < 2) continue;
    for (const EvidenceId evidence : reach_.share_evidence[i]) {
      listed(watch, watch.evidence, evidence, rules_.evidence[evidence].id);
    }
    std::vector<Owner> owners;
    for (const Owner owner : {Owner::family, Owner::attendant, Owner::authority, Owner::window}) {
      if (lists_all_of_owner(rules_, share, owner)) owners.push_back(owner);
    }
    for (const FieldId field : reach_.share_fields[i]) {
      const bool by_owner = std::find(owners.begin(), owners.end(), rules_.fields[field].owner) != owners.end();
      if (!by_owner) listed(watch, watch.fields, field, rules_.fields[field].id);
    }
  }
}

// The keys of the share that was declared last. They are asked for where it covers the family.
void Declaration::keys(const DataShare& share) {
  for (std::size_t i = 0; i < share.keys.size(); ++i) {
    const ConditionId when = share.keys_when[i];
    if (when == no_index) continue;
    const Obligation about{.table = "keys",
                           .rule = share.id + "/" + rules_.fields[share.keys[i]].id,
                           .what = {},
                           .condition = rules_.conditions[when].condition.text(),
                           .atom = {},
                           .document = share.document,
                           .path = share.path + "/keys_when"};
    watched_->keys.back()[i] = conditional(about, when, possible(when, {}));
  }
}

void Declaration::absorptions() {
  for (const auto i : rules_.absorptions.ids()) {
    const Absorption& absorption = rules_.absorptions[i];
    const auto& reached = reach_.absorptions[i];
    Watch& watch = watched_->absorptions.emplace_back(
        reached.empty() ? Watch{.when = absorption.when, .valid = absorption.valid} : rule("absorbs", absorption));
    if (absorption.evidence.size() < 2) continue;
    for (const EvidenceId evidence : reached) listed(watch, watch.evidence, evidence, rules_.evidence[evidence].id);
  }
}

template <class Row, class Before>
void Declaration::of_services(std::string_view name, const birthcase::Table<Row>& table,
                              const Column<Row, ServiceSet>& reached, Column<Row, Watch>& watches,
                              const Before& before) {
  for (const Id<Row> i : table.ids()) {
    const auto of_service = [&](ServiceId service) { return before(i, service); };
    const bool dead = reached[i].empty();
    watches.push_back(dead ? Watch{.when = table[i].when, .valid = table[i].valid}
                           : rule(name, table[i], possible_for(reached[i], table[i].when, of_service)));
    listed_services(watches.back(), reached[i], table[i].services);
  }
}

void Declaration::tables_of_services() {
  const auto lanes = [this](auto, ServiceId service) { return reach_.lanes_before(service); };
  of_services("competences", rules_.competences, reach_.competences, watched_->competences, lanes);
  of_services("operators", rules_.operators, reach_.operators, watched_->operators, lanes);
  of_services("promises", rules_.promises, reach_.promises, watched_->promises,
              [this](Id<Promise> row, ServiceId service) {
                std::vector<ConditionId> before = reach_.lanes_before(service);
                const auto promises = reach_.rules_before(rules_.promises, row, service);
                before.insert(before.end(), promises.begin(), promises.end());
                return before;
              });
  for (const auto i : rules_.tolerances.ids()) {
    const Tolerance& tolerance = rules_.tolerances[i];
    const auto& reached = reach_.tolerances[i];
    Watch& watch = watched_->tolerances.emplace_back(
        reached.empty() ? Watch{.when = tolerance.when, .valid = tolerance.valid} : rule("tolerances", tolerance));
    if (tolerance.evidence.size() < 2) continue;
    for (const EvidenceId evidence : reached) listed(watch, watch.evidence, evidence, rules_.evidence[evidence].id);
  }
  of_services("deliveries", rules_.deliveries, reach_.deliveries, watched_->deliveries, lanes);
}

// Where the watch of each row is. Those of a service that is never planned have none.
void Declaration::find_rows() {
  const auto rows = [](auto& by_row, const auto& table, const auto& watches) {
    auto row = std::begin(table);
    for (const Watch& watch : watches) by_row.emplace(&*row++, &watch);
  };
  auto& rules = watched_->rules;
  rows(rules, rules_.channels, watched_->channels);
  rows(rules, rules_.done, watched_->done);
  rows(rules, rules_.lanes, watched_->lanes);
  rows(rules, rules_.shares, watched_->shares);
  rows(rules, rules_.absorptions, watched_->absorptions);
  rows(rules, rules_.competences, watched_->competences);
  rows(rules, rules_.operators, watched_->operators);
  rows(rules, rules_.promises, watched_->promises);
  rows(rules, rules_.tolerances, watched_->tolerances);
  rows(rules, rules_.deliveries, watched_->deliveries);
  rows(rules, rules_.checks, watched_->checks);
  rows(rules, rules_.derivations, watched_->derivations);
  for (const ServiceId service : rules_.services.ids()) {
    rows(rules, rules_.services[service].requirements, watched_->requirements[service]);
    rows(watched_->lines_by_row, links_of(rules_).lines[service].conditional, watched_->lines[service]);
  }
}

std::shared_ptr<const Watched> Declaration::run() {
  split_conditions();
  whole_profile();
  for (const Channel& channel : rules_.channels) watched_->channels.push_back(rule("channels", channel));
  for (const DoneRule& done : rules_.done) watched_->done.push_back(rule("done", done));
  of_services("lanes", rules_.lanes, reach_.lanes, watched_->lanes,
              [this](Id<LaneRule> row, ServiceId service) { return reach_.rules_before(rules_.lanes, row, service); });
  services();
  shares();
  absorptions();
  tables_of_services();
  for (const Check& check : rules_.checks) watched_->checks.push_back(rule("checks", check));
  for (const DerivationId i : rules_.derivations.ids()) {
    const Derivation& derivation = rules_.derivations[i];
    const Watch dead{.when = derivation.when, .valid = derivation.valid};
    const auto before = reach_.derivations_before(i);
    watched_->derivations.push_back(
        reach_.derivations[i] ? rule("derivations", derivation, possible(derivation.when, before)) : dead);
  }
  find_rows();
  return std::move(watched_);
}

}  // namespace

std::shared_ptr<const Watched> declare(const Profile& profile, const std::function<Place(const Obligation&)>& add) {
  return Declaration(profile, add).run();
}

}  // namespace birthcase::coverage
