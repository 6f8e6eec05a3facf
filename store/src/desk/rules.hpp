/// The rules of a case's acceptance, and what is said where they are others.
#pragma once

#include <birthcase/event.hpp>

#include <string_view>
#include <vector>

namespace birthcase::store {

/// The path of errors of `Desk::load` about the rules.
inline constexpr std::string_view rules_path = "/layers";

/// The path of the error of a replay about a draft whose profile is not known.
inline constexpr std::string_view profile_path = "/profile";

/// The rules that the events pin, or nullptr: those of a draft.
const RulesVersion* pinned_by(const std::vector<Event>& events) noexcept;

}  // namespace birthcase::store
