#include "coverage/expectations.hpp"

#include <birthcase/json.hpp>

#include "plan/planning_tables.hpp"
#include "testing/names.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <string>

namespace birthcase::coverage {
namespace {

namespace js = boost::json;

js::object& object_at(js::object& parent, std::string_view key) {
  js::value& value = parent[key];
  return value.is_object() ? value.get_object() : value.emplace_object();
}

void add_to_list(js::object& parent, std::string_view key, std::string_view item) {
  js::value& value = parent[key];
  js::array& list = value.is_array() ? value.get_array() : value.emplace_array();
  const auto same = [item](const js::value& other) { return std::string_view(other.get_string()) == item; };
  if (std::none_of(list.begin(), list.end(), same)) list.emplace_back(js::string_view(item));
}

class Expectation {
 public:
  Expectation(const Plan& plan, const Watched& watched)
      : plan_(plan), rules_(plan.profile().rules()), watched_(watched) {}

  void expect(const Target& target);
  js::object take() { return std::move(expect_); }

 private:
  bool expect_family(const Target& target);
  bool expect_documents(const Target& target);
  void expect_steps(const Target& target);
  void whole_profile();
  void channel(const Channel& channel);
  void lanes(ServiceSet services);
  void requirement(const Requirement& requirement);
  void document(EvidenceId evidence);
  void document(const EvidenceItem& item);
  void line(const Target& target);
  void field(FieldId field);
  void share(const Target& target);
  void key(const Target& target);
  js::array names_of(const std::vector<FactRef>& facts) const;
  void steps(const Target& target, ServiceSet services);
  void tolerance(const Target& target);
  void check(const Check& check);
  void derivation(const Derivation& derivation);
  void undetermined(const Target& target);

  std::string name_of(const ServiceLane& lane) const {
    return testing::name_of(plan_, testing::item_of(plan_, *lane.service, lane.newborn));
  }
  ServiceSet about(const Target& target, ServiceSet services) const {
    const auto* const only = std::get_if<ServiceId>(&target.item);
    return only == nullptr ? services : ServiceSet::of(*only);
  }
  static bool is_about(const Target& target, EvidenceId evidence) {
    const auto* const only = std::get_if<EvidenceId>(&target.item);
    return only == nullptr || *only == evidence;
  }
  void each_person(bool per_newborn, auto&& visit) const {
    if (!per_newborn) return visit(FactRef::family);
    for (std::uint16_t newborn = 0; newborn < plan_.newborns(); ++newborn) visit(newborn);
  }

  const Plan& plan_;
  const Rules& rules_;
  const Watched& watched_;
  js::object expect_;
};

void Expectation::expect(const Target& target) {
  if (!expect_family(target) && !expect_documents(target)) expect_steps(target);
  if (target.showing == Showing::undetermined) undetermined(target);
}

// What is said of the family as a whole.
bool Expectation::expect_family(const Target& target) {
  if (target.table == Table::profile) return whole_profile(), true;
  if (target.table == Table::channels) return channel(rules_.channels[target.row_of<Channel>()]), true;
  if (target.table == Table::done) return lanes(rules_.done[target.row_of<DoneRule>()].services), true;
  if (target.table == Table::lanes) return lanes(about(target, rules_.lanes[target.row_of<LaneRule>()].services)), true;
  if (target.table == Table::form) return line(target), true;
  if (target.table == Table::checks) return check(rules_.checks[target.row_of<Check>()]), true;
  if (target.table == Table::derivations) return derivation(rules_.derivations[target.row_of<Derivation>()]), true;
  return false;
}

bool Expectation::expect_documents(const Target& target) {
  switch (target.table) {
    case Table::requirements:
      return requirement(rules_.services[target.service].requirements[target.row_of<Requirement>()]), true;
    case Table::alternatives:
      return document(watched_.alternatives[target.row].evidence), true;
    case Table::shares:
      return share(target), true;
    case Table::keys:
      return key(target), true;
    case Table::tolerances:
      return tolerance(target), true;
    case Table::absorptions:
      for (const EvidenceId evidence : rules_.absorptions[target.row_of<Absorption>()].evidence) {
        if (is_about(target, evidence)) document(evidence);
      }
      return true;
    default:
      return false;
  }
}

void Expectation::expect_steps(const Target& target) {
  if (target.table == Table::competences) steps(target, rules_.competences[target.row_of<Competence>()].services);
  if (target.table == Table::operators) steps(target, rules_.operators[target.row_of<OperatorRule>()].services);
  if (target.table == Table::promises) steps(target, rules_.promises[target.row_of<Promise>()].services);
  if (target.table == Table::deliveries) steps(target, rules_.deliveries[target.row_of<DeliveryRule>()].services);
}

void Expectation::whole_profile() {
  const bool in_force = rules_.valid.includes(plan_.as_of());
  add_to_list(object_at(expect_, "findings"), in_force ? "exclude" : "include", "profile-not-in-force");
}

void Expectation::channel(const Channel& channel) {
  const bool open = plan_.applies(channel) == Truth::yes;
  add_to_list(object_at(expect_, "channels"), open ? "include" : "exclude", channel.id);
}

void Expectation::lanes(ServiceSet services) {
  for (const ServiceLane& lane : plan_.services) {
    if (!services.has(rules_.id_of(*lane.service))) continue;
    js::object& expected = object_at(object_at(expect_, "lanes"), name_of(lane));
    expected["lane"] = js::string_view(to_string(lane.lane));
    if (lane.why.rule != nullptr) expected["rule"] = lane.why.rule->id;
  }
}

void Expectation::requirement(const Requirement& requirement) {
  bool used = false;
  for (const EvidenceUse& use : plan_.uses) {
    if (use.requirement != &requirement) continue;
    document(plan_.evidence[use.evidence]);
    used = true;
  }
  if (!used) document(requirement.evidence);
}

void Expectation::document(EvidenceId evidence) {
  for (const EvidenceItem& item : plan_.evidence) {
    if (item.asked == evidence) document(item);
  }
}

void Expectation::document(const EvidenceItem& item) {
  js::object& status = object_at(object_at(expect_, "evidence"), "status");
  js::object& expected = object_at(status, testing::name_of(plan_, testing::item_of(plan_, item)));
  expected["status"] = js::string_view(to_string(item.status));
  if (item.why.rule != nullptr) expected["rule"] = item.why.rule->id;
}

void Expectation::line(const Target& target) {
  const FormLine& wanted = links_of(rules_).lines[target.service].conditional[target.row];
  field(wanted.field);
  if (!wanted.required) return;
  each_person(wanted.per_newborn, [&](std::uint16_t newborn) {
    const FactRef fact{rules_.fields[wanted.field].slot.index, newborn};
    const auto on_form =
        std::find_if(plan_.form.fields.begin(), plan_.form.fields.end(), [&](const FormField& candidate) {
          return candidate.field == &rules_.fields[wanted.field] && candidate.newborn == newborn;
        });
    const bool required = on_form != plan_.form.fields.end() && on_form->required;
    add_to_list(object_at(object_at(expect_, "fields"), "required"), required ? "include" : "exclude",
                fact_name(plan_.profile(), fact));
  });
}

void Expectation::field(FieldId index) {
  const Field& data = rules_.fields[index];
  each_person(data.per_newborn(), [&](std::uint16_t newborn) {
    js::object& sources = object_at(object_at(expect_, "fields"), "source");
    js::value& source = sources[fact_name(plan_.profile(), FactRef{data.slot.index, newborn})];
    source = nullptr;
    for (const FormField& field : plan_.form.fields) {
      if (field.field == &data && field.newborn == newborn) source = js::string_view(to_string(field.source));
    }
  });
}

void Expectation::share(const Target& target) {
  const DataShare& share = rules_.shares[target.row_of<DataShare>()];
  if (const auto* const only = std::get_if<EvidenceId>(&target.item)) return document(*only);
  if (const auto* const only = std::get_if<FieldId>(&target.item)) return field(*only);
  constexpr std::size_t few = 6;  // of a share of everything that the hospital knows
  for (const EvidenceId evidence : share.evidence) document(evidence);
  for (std::size_t i = 0; i < std::min(few, share.fields.size()); ++i) field(share.fields[i]);
}

// By which facts the organisation is asked, and what decides that.
void Expectation::key(const Target& target) {
  for (const PlannedLookUp& look_up : plan_.look_ups) {
    if (look_up.share != &rules_.shares[target.share]) continue;
    js::object& all = object_at(expect_, "look_ups");
    js::object& expected = object_at(all, testing::name_of(plan_, testing::item_of(plan_, look_up)));
    expected["keys"] = names_of(look_up.keys);
    expected["unknown_keys"] = names_of(look_up.unknown_keys);
  }
}

js::array Expectation::names_of(const std::vector<FactRef>& facts) const {
  js::array names;
  for (const FactRef fact : facts) names.emplace_back(fact_name(plan_.profile(), fact));
  return names;
}

void Expectation::steps(const Target& target, ServiceSet services) {
  const auto id_at = [](const auto& table, auto row) {
    return row == no_index ? js::value() : js::value(table[row].id);
  };
  services = about(target, services);
  for (const Step& step : plan_.route) {
    const ServiceId service = rules_.id_of(*step.service);
    if (!services.has(service)) continue;
    js::object& all = object_at(expect_, "steps");
    js::object& expected =
        object_at(all, testing::name_of(plan_, testing::item_of(plan_, *step.service, step.newborn)));
    const auto id_or_null = [](const Rule* rule) { return rule == nullptr ? js::value() : js::value(rule->id); };
    if (target.table == Table::competences) expected["organisation"] = id_at(rules_.organisations, step.organisation);
    if (target.table == Table::operators) expected["operator"] = id_at(rules_.organisations, step.operated_by);
    if (target.table == Table::deliveries) expected["delivery"] = id_or_null(step.delivery);
    if (target.table != Table::promises) continue;
    expected["promise"] = id_or_null(step.promise);
    expected["due"] = step.due ? js::value(to_string(*step.due)) : js::value();
  }
}

void Expectation::tolerance(const Target& target) {
  const Tolerance& tolerance = rules_.tolerances[target.row_of<Tolerance>()];
  for (const EvidenceItem& item : plan_.evidence) {
    const auto& types = tolerance.evidence;
    if (!types.empty() && std::find(types.begin(), types.end(), item.asked) == types.end()) continue;
    if (item.status != EvidenceStatus::bring || !is_about(target, item.asked)) continue;
    js::object& status = object_at(object_at(expect_, "evidence"), "status");
    js::object& expected = object_at(status, testing::name_of(plan_, testing::item_of(plan_, item)));
    expected["status"] = js::string_view(to_string(item.status));
    expected["tolerance"] = item.tolerance == nullptr ? js::value() : js::value(item.tolerance->id);
  }
}

void Expectation::check(const Check& check) {
  bool found = false;
  for (const Finding& finding : plan_.findings) {
    if (finding.code != check.id) continue;
    add_to_list(object_at(expect_, "findings"), "include", check.id + "@" + finding.path);
    found = true;
  }
  if (!found) add_to_list(object_at(expect_, "findings"), "exclude", check.id);
}

void Expectation::derivation(const Derivation& derivation) {
  const Field& data = rules_.fields[derivation.field];
  each_person(data.per_newborn(), [&](std::uint16_t newborn) {
    const FactRef fact{data.slot.index, newborn};
    object_at(expect_, "facts")[fact_name(plan_.profile(), fact)] = to_json(plan_.value(fact));
  });
}

// The facts that would decide it, as far as the plan asks for them.
void Expectation::undetermined(const Target& target) {
  const Rule* rule = rule_of(rules_, target);
  if (rule == nullptr || rule->when == no_index) return;
  const bool each = rules_.conditions[rule->when].per_newborn;
  each_person(each, [&](std::uint16_t newborn) {
    for (const FactRef fact : plan_.explain({rule, Truth::unknown, newborn}).deciding) {
      const bool asked = std::any_of(plan_.undetermined.begin(), plan_.undetermined.end(),
                                     [fact](const Undetermined& other) { return other.fact == fact; });
      if (asked) add_to_list(object_at(expect_, "undetermined"), "include", fact_name(plan_.profile(), fact));
    }
  });
}

}  // namespace

js::object expectations(const Plan& plan, std::span<const Target> targets, const Watched& watched) {
  Expectation expectation(plan, watched);
  for (const Target& target : targets) expectation.expect(target);
  return expectation.take();
}

}  // namespace birthcase::coverage
