/// The tables of a profile's document whose rows are rules.
#pragma once

#include <array>
#include <string_view>

namespace birthcase::profile {

inline constexpr std::array<std::string_view, 11> rule_tables{"channels",    "lanes",     "shares",     "absorbs",
                                                              "competences", "operators", "promises",   "tolerances",
                                                              "deliveries",  "checks",    "derivations"};

}  // namespace birthcase::profile
