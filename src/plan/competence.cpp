#include "plan/competence.hpp"

#include <boost/container/small_vector.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace birthcase::planning {
namespace {

// What the rules of a table are asked about.
struct Appointment {
  ServiceId service{};
  std::uint16_t newborn = family;
  OrganisationId otherwise{};  ///< who is competent without a rule
  std::string_view decides;
  Witness witness;
};

// The organisation that the first rule that applies names, else `otherwise`. One that perhaps applies leaves it open,
// unless what comes after it says the same.
template <class Table>
OrganisationId named_by(const Situation& situation, const Table& rules, Appointment asked, Open& open) {
  boost::container::small_vector<const typename Table::value_type*, 4> perhaps;
  const typename Table::value_type* first = nullptr;
  for (const auto& rule : rules) {
    if (!rule.services.has(asked.service)) continue;
    const Truth applies = situation.applies(rule, asked.newborn);
    asked.witness.asked(rule, asked.newborn, applies);
    if (applies == Truth::unknown) perhaps.push_back(&rule);
    if (applies != Truth::yes) continue;
    first = &rule;
    break;
  }
  const OrganisationId named = first == nullptr ? asked.otherwise : first->organisation;
  const auto other =
      std::find_if(perhaps.begin(), perhaps.end(), [named](const auto* rule) { return rule->organisation != named; });
  if (other == perhaps.end()) {
    if (first != nullptr) asked.witness.chose(*first, asked.service);
    return named;
  }
  open.rules.push_back({{*other, Truth::unknown, asked.newborn},
                        fmt::format("{}/{}", asked.decides, situation.rules().services[asked.service].id)});
  return no_index;
}

}  // namespace

OrganisationId competent(const Situation& situation, ServiceId service, std::uint16_t newborn, Open& open,
                         Witness witness) {
  const Rules& rules = situation.rules();
  return named_by(situation, rules.competences,
                  {service, newborn, rules.services[service].organisation, "organisation", witness}, open);
}

OrganisationId operator_of(const Situation& situation, ServiceId service, std::uint16_t newborn,
                           OrganisationId competent, Open& open) {
  return named_by(situation, situation.rules().operators,
                  {service, newborn, competent, "operator", situation.witness()}, open);
}

}  // namespace birthcase::planning
