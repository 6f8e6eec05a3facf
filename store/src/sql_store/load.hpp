/// Reading the parts of a case back.
#pragma once

#include <birthcase/event.hpp>
#include <birthcase/rules.hpp>

#include "chain.hpp"
#include "sql/database.hpp"

#include <string_view>
#include <vector>

namespace birthcase::store {

/// The event that was kept. Errors: those of `event_body_from`.
Result<Event> event_from(const KeptEvent& kept);

}  // namespace birthcase::store
