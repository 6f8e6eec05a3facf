/// What is said of rules that are not those of a case's acceptance.
#pragma once

#include <string_view>

namespace birthcase::store {

/// The path of errors of `Desk::load` about the rules.
inline constexpr std::string_view rules_path = "/layers";

}  // namespace birthcase::store
