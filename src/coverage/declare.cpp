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
  template <class Row>
  void table(std::string_view name, const birthcase::Table<Row>& rows);
  void services(std::string_view name);
  void alternatives(ServiceId service);
  void alternative(EvidenceId evidence, std::size_t choice, HolderId holder);
  void lines(ServiceId service);
  void keys(const DataShare& share);

  Watch rule(std::string_view table, const Rule& rule, const Possible& possible);
  Watch conditional(const Obligation& about, ConditionId when, const Possible& possible);
  void dates(Watch& watch, const Obligation& about, const Validity& valid);
  void atoms(Watch& watch, const Obligation& about, const Possible& possible);

  Possible possible(ConditionId when, const std::vector<ConditionId>& before) const;
  Possible possible_for(ServiceId service, ConditionId when, const std::vector<ConditionId>& before) const;
  template <class Row>
  Possible possible_of(const Row& rule, const Reached& reached) const;

  template <class Row>
  void listed(Watch& watch, Watch::Items<Row>& items, Id<Row> item, const std::string& id);
  template <class Row>
  void each_listed(Watch& watch, const Row& rule, const Reached& reached);
  void each_listed(Watch& watch, const DataShare& share, const Reached& reached);
  Place demand(Obligation about, std::string what, std::string atom = {});

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

// Of a rule about services: what any of those that it is asked about allows.
template <class Row>
Possible Declaration::possible_of(const Row& rule, const Reached& reached) const {
  if constexpr (std::is_same_v<Row, Derivation>) {
    return possible(rule.when, reach_.before(rule));
  } else if constexpr (std::is_same_v<Row, Requirement> || profile::DecidesOnServices<Row>) {
    std::optional<Possible> any;
    reached.services.each([&](ServiceId service) {
      const Possible one = possible_for(service, rule.when, reach_.before(rule, service));
      if (any) {
        any->add(one);
      } else {
        any = one;
      }
    });
    return any.value_or(Possible{});
  } else {
    return possible(rule.when, {});
  }
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

// Of a rule about several things: that it applies for each of them.
template <class Row>
void Declaration::each_listed(Watch& watch, const Row& rule, const Reached& reached) {
  if constexpr (profile::DecidesOnServices<Row>) {
    if (rule.services.count() < 2 || rule.services == ServiceSet::all(rules_.services.size())) return;
    reached.services.each(
        [&](ServiceId service) { listed(watch, watch.services, service, rules_.services[service].id); });
  } else if constexpr (profile::ListsEvidence<Row>) {
    if (rule.evidence.size() < 2) return;
    for (const EvidenceId evidence : reached.evidence) {
      listed(watch, watch.evidence, evidence, rules_.evidence[evidence].id);
    }
  }
}

void Declaration::each_listed(Watch& watch, const DataShare& share, const Reached& reached) {
  if (share.evidence.size() + share.fields.size() < 2) return;
  for (const EvidenceId evidence : reached.evidence) {
    listed(watch, watch.evidence, evidence, rules_.evidence[evidence].id);
  }
  std::vector<Owner> owners;
  for (const Owner owner : {Owner::family, Owner::attendant, Owner::authority, Owner::window}) {
    if (lists_all_of_owner(rules_, share, owner)) owners.push_back(owner);
  }
  for (const FieldId field : reached.fields) {
    const bool by_owner = std::find(owners.begin(), owners.end(), rules_.fields[field].owner) != owners.end();
    if (!by_owner) listed(watch, watch.fields, field, rules_.fields[field].id);
  }
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

template <class Row>
void Declaration::table(std::string_view name, const birthcase::Table<Row>& rows) {
  for (const Row& row : rows) {
    const Reached& reached = reach_.of(row);
    Watch& watch = watched_->rules[&row];
    watch = {.when = row.when, .valid = row.valid};
    if (!reached.asked) continue;
    watch = rule(name, row, possible_of(row, reached));
    if constexpr (std::is_same_v<Row, DataShare>) keys(row);
    each_listed(watch, row, reached);
  }
}

// What each of them asks for, with the name of the table of requirements.
void Declaration::services(std::string_view name) {
  reach_.planned().each([&](ServiceId service) {
    table(name, rules_.services[service].requirements);
    alternatives(service);
    lines(service);
  });
}

void Declaration::lines(ServiceId index) {
  const Service& service = rules_.services[index];
  const std::vector<ConditionId> before = reach_.lanes_before(index);
  auto line = links_of(rules_).lines[index].conditional.begin();
  for (const FormEntry& entry : service.form) {
    if (entry.when == no_index) continue;
    about_ = Obligation{.table = "form",
                        .rule = service.id + "/" + rules_.fields[entry.field].id,
                        .what = {},
                        .condition = rules_.conditions[entry.when].condition.text(),
                        .atom = {},
                        .document = entry.document,
                        .path = entry.path};
    watched_->lines.emplace(&*line++, conditional(about_, entry.when, possible_for(index, entry.when, before)));
  }
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

// The keys of the share that was declared last. They are asked for where it covers the family.
void Declaration::keys(const DataShare& share) {
  auto& watches = watched_->keys[rules_.shares.id_of(share)];
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
    watches[i] = conditional(about, when, possible(when, {}));
  }
}

std::shared_ptr<const Watched> Declaration::run() {
  split_conditions();
  whole_profile();
  for (const DataShare& share : rules_.shares) watched_->keys.emplace_back(share.keys.size());
  for_each_table_in_order([this]<class Owner, class Row>(const profile::RuleTable<Owner, Row>& rows) {
    if constexpr (std::is_same_v<Owner, Service>) {
      services(rows.name);
    } else {
      table(rows.name, rules_.*rows.rows);
    }
  });
  return std::move(watched_);
}

}  // namespace

std::vector<std::string_view> table_names() {
  std::vector<std::string_view> names{"profile"};
  for_each_table_in_order([&names]<class Owner, class Row>(const profile::RuleTable<Owner, Row>& table) {
    names.push_back(table.name);
    if constexpr (std::is_same_v<Row, Requirement>) names.insert(names.end(), {"alternatives", "form"});
    if constexpr (std::is_same_v<Row, DataShare>) names.push_back("keys");
  });
  return names;
}

std::shared_ptr<const Watched> declare(const Profile& profile, const std::function<Place(const Obligation&)>& add) {
  return Declaration(profile, add).run();
}

}  // namespace birthcase::coverage
