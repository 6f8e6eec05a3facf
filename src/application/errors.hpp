// Errors about an application. A name may be quoted, a value never.
#pragma once

#include <birthcase/result.hpp>

#include "make_error.hpp"

#include <span>
#include <string>
#include <string_view>

namespace birthcase::application {

using birthcase::make_error;

/// `there is no <what> 'name'; did you mean 'near'?` with `near` the nearest of the candidates, if one is near.
/// A name that is not presentable is not shown.
std::string no_such(std::string_view what, std::string_view name, std::span<const std::string_view> candidates);

/// The same about an id that is a value, which is never shown: `there is no such <what>; did you mean 'near'?`
std::string no_such_id(std::string_view what, std::string_view id, std::span<const std::string_view> candidates);

}  // namespace birthcase::application
