// Every rule of a profile, whatever its table.
#pragma once

#include <birthcase/rules.hpp>

namespace birthcase::profile {

/// Calls `visit` with every rule of every table, in order; each as its own type.
template <class Visitor>
void each_rule(const Rules& rules, Visitor&& visit) {
  const auto all = [&visit](const auto& table) {
    for (const auto& rule : table) visit(rule);
  };
  for (const Service& service : rules.services) all(service.requirements);
  all(rules.done);
  all(rules.channels);
  all(rules.lanes);
  all(rules.shares);
  all(rules.absorptions);
  all(rules.competences);
  all(rules.operators);
  all(rules.promises);
  all(rules.tolerances);
  all(rules.deliveries);
  all(rules.checks);
  all(rules.derivations);
}

}  // namespace birthcase::profile
