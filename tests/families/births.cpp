#include "births.hpp"

#include <birthcase/json.hpp>

#include <boost/json/array.hpp>

#include <algorithm>
#include <set>

namespace birthcase::families {
namespace {

namespace js = boost::json;

// Groups stand before what is in them, newborns in their order.
bool stands_before(const std::string& a, const std::string& b) {
  const auto order = [](const std::string& name) {
    const bool newborn = name.starts_with("newborns[");
    return std::tuple(newborn ? std::stoi(name.substr(9)) : -1, std::count(name.begin(), name.end(), '.'), name);
  };
  return order(a) < order(b);
}

void flatten(const js::object& group, const std::string& prefix, Birth& birth) {
  for (const auto& [key, value] : group) {
    const std::string name = prefix + std::string(key);
    if (const js::object* inner = value.if_object()) {
      flatten(*inner, name + ".", birth);
    } else {
      birth.facts[name] = value_from(value);
    }
  }
}

HandedInAs manner(const js::object& document) {
  const js::value* as = document.if_contains("as");
  for (const HandedInAs each : {HandedInAs::copy, HandedInAs::scan}) {
    if (as != nullptr && as->as_string() == to_string(each)) return each;
  }
  return HandedInAs::original;
}

BatchDocument document_of(const js::object& document) {
  const auto text = [&](std::string_view key) {
    const js::value* value = document.if_contains(key);
    return value == nullptr ? std::string() : std::string(value->as_string());
  };
  const js::value* newborn = document.if_contains("newborn");
  return {text("type"), text("holder"), manner(document),
          newborn == nullptr ? FactRef::family : newborn->to_number<std::uint16_t>()};
}

std::string id(const Rules& rules, const EvidenceItem& item) {
  const std::string holder = item.holder == no_index ? "" : rules.holders[item.holder].id;
  return item.type->id + "<" + rules.evidence[item.asked].id + "/" + holder + "/" + std::to_string(item.newborn);
}

std::string supplier(const Rules& rules, const SuppliedBy& from) {
  if (const auto* const organisation = std::get_if<OrganisationId>(&from)) return rules.organisations[*organisation].id;
  const auto* const service = std::get_if<ServiceId>(&from);
  return service == nullptr ? "nobody" : rules.services[*service].id;
}

std::string line(const Rules& rules, const EvidenceItem& item) {
  std::string services;
  item.needed_by.each([&](ServiceId service) { services += " " + rules.services[service].id; });
  return id(rules, item) + " " + std::string(to_string(item.status)) + " " + std::to_string(item.original) + "+" +
         std::to_string(item.copies) + " from " + supplier(rules, item.from) + " for" + services + " because " +
         (item.why.rule == nullptr ? "" : item.why.rule->id) + "/" + std::to_string(static_cast<int>(item.why.holds)) +
         "/" + std::to_string(item.why.newborn) + " " + (item.tolerance == nullptr ? "" : item.tolerance->id) + "\n";
}

std::string said(const Profile& profile, const std::vector<EvidenceItem>& items,
                 const std::vector<Undetermined>& undetermined) {
  std::string all;
  for (const EvidenceItem& item : items) all += line(profile.rules(), item);
  std::set<std::string> open;
  for (const Undetermined& each : undetermined) {
    std::string decides;
    for (const std::string& what : each.decides) decides += what.starts_with("evidence/") ? " " + what : "";
    if (!decides.empty()) open.insert(fact_name(profile, each.fact) + " decides" + decides + "\n");
  }
  for (const std::string& each : open) all += each;
  return all;
}

}  // namespace

Birth birth_of(const js::object& application) {
  Birth birth;
  for (const auto& [key, value] : application) {
    if (key == "newborns") {
      const js::array& newborns = value.as_array();
      for (std::size_t i = 0; i < newborns.size(); ++i) {
        flatten(newborns[i].as_object(), "newborns[" + std::to_string(i) + "].", birth);
      }
    } else if (key == "evidence") {
      for (const js::value& document : value.as_array()) birth.documents.push_back(document_of(document.as_object()));
    } else if (key != "profile" && key != "look_ups") {
      flatten(js::object{{key, value}}, "", birth);
    }
  }
  return birth;
}

void tell(Birth& birth, const std::string& fact, const Value& value) {
  std::erase_if(birth.facts, [&](const auto& told) {
    const bool inside = told.first.starts_with(fact + ".");
    const bool around = fact.starts_with(told.first + ".");
    return inside || (around && told.second.is_null());
  });
  birth.facts[fact] = value;
}

Result<Application> application_of(const Profile& profile, const Birth& birth) {
  std::vector<std::string> names;
  for (const auto& [name, value] : birth.facts) names.push_back(name);
  std::sort(names.begin(), names.end(), stands_before);
  Application application(profile);
  for (const std::string& name : names) {
    const auto fact = fact_named(profile, name);
    if (!fact) return fact.error();
    const std::string& in_schema = profile.rules().schema.at(*fact).name;
    const auto put = [&](const Value& value, std::uint16_t whose) { return application.put(in_schema, value, whose); };
    for (auto next = application.newborn_count(); fact->newborn != FactRef::family && next < fact->newborn; ++next) {
      const auto whose = static_cast<std::uint16_t>(next);
      if (auto done = put(Value::null(), whose); !done) return done.error();
      if (auto done = application.clear(in_schema, whose); !done) return done.error();
    }
    if (auto done = put(birth.facts.at(name), fact->newborn); !done) return done.error();
  }
  for (const BatchDocument& document : birth.documents) {
    auto done = application.hand_in(document.evidence, document.holder, document.as, document.newborn);
    if (!done) return done.error();
  }
  return application;
}

void BirthTable::add(const Birth& birth) {
  for (const auto& [name, value] : birth.facts) {
    Column& column = columns_[name];
    const std::string says = std::to_string(static_cast<int>(value.kind())) + to_string(value);
    const auto [place, added] = column.places.emplace(says, static_cast<std::uint32_t>(column.values.size()));
    if (added) column.values.push_back(value);
    column.codes.resize(size_, BatchColumn::not_told);
    column.codes.push_back(place->second);
  }
  list_codes_.push_back(birth.documents.empty() ? BatchColumn::not_told : static_cast<std::uint32_t>(lists_.size()));
  if (!birth.documents.empty()) lists_.push_back(birth.documents);
  ++size_;
  for (auto& [name, column] : columns_) column.codes.resize(size_, BatchColumn::not_told);
}

Births BirthTable::births() const {
  Births births{size_, {}, BatchDocuments{lists_, list_codes_}};
  for (const auto& [name, column] : columns_) births.facts.push_back({name, column.values, column.codes});
  return births;
}

std::string said_by(const Plan& plan) { return said(plan.profile(), plan.evidence, plan.undetermined); }

std::string said_by(const Profile& profile, const EvidenceAnswer& answer) {
  return said(profile, answer.evidence, answer.undetermined);
}

}  // namespace birthcase::families
