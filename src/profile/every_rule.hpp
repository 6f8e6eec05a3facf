// Every rule of a profile, whatever its table.
#pragma once

#include "profile/rule_tables.hpp"

namespace birthcase::profile {

/// Calls `visit` with every rule of every table, in order; each as its own type.
template <class Visitor>
void each_rule(const Rules& rules, Visitor&& visit) {
  for_each_table(rules, [&visit](const auto&, const auto& rows) {
    for (const auto& rule : rows) visit(rule);
  });
}

}  // namespace birthcase::profile
