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
  explicit Expectation(const Plan& plan) : plan_(plan), rules_(plan.profile().rules()) {}

  void expect(const Target& target);
  js::object take() { return std::move(expect_); }

 private:
  // What is expected of each kind.
  void expect_of(std::monostate, const Target&);  // the whole profile
  void expect_of(const Channel& channel, const Target&);
  void expect_of(const DoneRule& done, const Target&) { lanes(done.services); }
  void expect_of(const LaneRule& rule, const Target& target) { lanes(about(target, rule.services)); }
  void expect_of(const Requirement& requirement, const Target&);
  void expect_of(const WatchedAlternative& alternative, const Target&) { document(alternative.evidence); }
  void expect_of(const FormLine& line, const Target&);
  void expect_of(const DataShare& share, const Target& target);
  void expect_of(ShareKey key, const Target&);
  void expect_of(const Absorption& absorption, const Target& target);
  void expect_of(const Tolerance& tolerance, const Target& target);
  void expect_of(const Check& check, const Target&);
  void expect_of(const Derivation& derivation, const Target&);
  template <profile::DecidesOnServices Row>
  void expect_of(const Row& rule, const Target& target);

  void expect_at(js::object& step, const Step& planned, const Competence&) const;
  void expect_at(js::object& step, const Step& planned, const OperatorRule&) const;
  void expect_at(js::object& step, const Step& planned, const Promise&) const;
  void expect_at(js::object& step, const Step& planned, const DeliveryRule&) const;

  void lanes(ServiceSet services);
  void document(EvidenceId evidence);
  void document(const EvidenceItem& item);
  void field(FieldId field);
  js::array names_of(const std::vector<FactRef>& facts) const;
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
  js::value id_of(OrganisationId organisation) const {
    return organisation == no_index ? js::value() : js::value(rules_.organisations[organisation].id);
  }
  static js::value id_of(const Rule* rule) { return rule == nullptr ? js::value() : js::value(rule->id); }
  void each_person(bool per_newborn, auto&& visit) const {
    if (!per_newborn) return visit(FactRef::family);
    for (std::uint16_t newborn = 0; newborn < plan_.newborns(); ++newborn) visit(newborn);
  }

  const Plan& plan_;
  const Rules& rules_;
  js::object expect_;
};

void Expectation::expect(const Target& target) {
  std::visit(
      [&](const auto& about) {
        if constexpr (std::is_pointer_v<std::remove_cvref_t<decltype(about)>>) {
          expect_of(*about, target);
        } else {
          expect_of(about, target);
        }
      },
      target.about);
  if (target.showing == Showing::undetermined) undetermined(target);
}

void Expectation::expect_of(std::monostate, const Target&) {
  const bool in_force = rules_.valid.includes(plan_.as_of());
  add_to_list(object_at(expect_, "findings"), in_force ? "exclude" : "include", "profile-not-in-force");
}

void Expectation::expect_of(const Channel& channel, const Target&) {
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

void Expectation::expect_of(const Requirement& requirement, const Target&) {
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

void Expectation::expect_of(const FormLine& wanted, const Target&) {
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

void Expectation::expect_of(const DataShare& share, const Target& target) {
  if (const auto* const only = std::get_if<EvidenceId>(&target.item)) return document(*only);
  if (const auto* const only = std::get_if<FieldId>(&target.item)) return field(*only);
  constexpr std::size_t few = 6;  // of a share of everything that the hospital knows
  for (const EvidenceId evidence : share.evidence) document(evidence);
  for (std::size_t i = 0; i < std::min(few, share.fields.size()); ++i) field(share.fields[i]);
}

// By which facts the organisation is asked, and what decides that.
void Expectation::expect_of(ShareKey key, const Target&) {
  for (const PlannedLookUp& look_up : plan_.look_ups) {
    if (look_up.share != key.share) continue;
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

template <profile::DecidesOnServices Row>
void Expectation::expect_of(const Row& rule, const Target& target) {
  const ServiceSet services = about(target, rule.services);
  for (const Step& step : plan_.route) {
    if (!services.has(rules_.id_of(*step.service))) continue;
    js::object& all = object_at(expect_, "steps");
    const std::string name = testing::name_of(plan_, testing::item_of(plan_, *step.service, step.newborn));
    expect_at(object_at(all, name), step, rule);
  }
}

void Expectation::expect_at(js::object& step, const Step& planned, const Competence&) const {
  step["organisation"] = id_of(planned.organisation);
}

void Expectation::expect_at(js::object& step, const Step& planned, const OperatorRule&) const {
  step["operator"] = id_of(planned.operated_by);
}

void Expectation::expect_at(js::object& step, const Step& planned, const Promise&) const {
  step["promise"] = id_of(planned.promise);
  step["due"] = planned.due ? js::value(to_string(*planned.due)) : js::value();
}

void Expectation::expect_at(js::object& step, const Step& planned, const DeliveryRule&) const {
  step["delivery"] = id_of(planned.delivery);
}

void Expectation::expect_of(const Absorption& absorption, const Target& target) {
  for (const EvidenceId evidence : absorption.evidence) {
    if (is_about(target, evidence)) document(evidence);
  }
}

void Expectation::expect_of(const Tolerance& tolerance, const Target& target) {
  for (const EvidenceItem& item : plan_.evidence) {
    const auto& types = tolerance.evidence;
    if (!types.empty() && std::find(types.begin(), types.end(), item.asked) == types.end()) continue;
    if (item.status != EvidenceStatus::bring || !is_about(target, item.asked)) continue;
    js::object& status = object_at(object_at(expect_, "evidence"), "status");
    js::object& expected = object_at(status, testing::name_of(plan_, testing::item_of(plan_, item)));
    expected["status"] = js::string_view(to_string(item.status));
    expected["tolerance"] = id_of(item.tolerance);
  }
}

void Expectation::expect_of(const Check& check, const Target&) {
  bool found = false;
  for (const Finding& finding : plan_.findings) {
    if (finding.code != check.id) continue;
    add_to_list(object_at(expect_, "findings"), "include", check.id + "@" + finding.path);
    found = true;
  }
  if (!found) add_to_list(object_at(expect_, "findings"), "exclude", check.id);
}

void Expectation::expect_of(const Derivation& derivation, const Target&) {
  const Field& data = rules_.fields[derivation.field];
  each_person(data.per_newborn(), [&](std::uint16_t newborn) {
    const FactRef fact{data.slot.index, newborn};
    object_at(expect_, "facts")[fact_name(plan_.profile(), fact)] = to_json(plan_.value(fact));
  });
}

// The facts that would decide it, as far as the plan asks for them.
void Expectation::undetermined(const Target& target) {
  const Rule* rule = rule_of(target.about);
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

js::object expectations(const Plan& plan, std::span<const Target> targets) {
  Expectation expectation(plan);
  for (const Target& target : targets) expectation.expect(target);
  return expectation.take();
}

}  // namespace birthcase::coverage
