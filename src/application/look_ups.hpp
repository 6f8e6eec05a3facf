// What became of look-ups: names become places in the profile's tables.
#pragma once

#include <birthcase/application.hpp>
#include <birthcase/result.hpp>

#include <optional>
#include <string_view>

namespace birthcase::application {

/// The state of this name, save `open`, which nobody notes. Error: `unknown_name` with all of them.
Result<LookUpState> look_up_state_named(std::string_view name);

/// The place of a look-up among those of a store, or nullptr.
const LookUp* find_look_up(const FactStore& store, ShareId share, std::uint16_t newborn) noexcept;

/// Notes the result of a look-up, in place of an earlier note. Errors: as `Application::look_up`.
std::optional<Error> note(const Rules& rules, FactStore& store, const NamedLookUp& look_up);

}  // namespace birthcase::application
