/// Reading the parts of a case back.
#pragma once

#include <birthcase/event.hpp>
#include <birthcase/rules.hpp>

#include "chain.hpp"
#include "sql/database.hpp"

#include <string_view>
#include <vector>

namespace birthcase::store {

/// The texts of the rules that a case was accepted under, the outermost first; none before its acceptance.
Result<std::vector<ProfileText>> read_layers(sql::Database& database, std::string_view case_id);

/// The event that was kept. Errors: those of `event_body_from`.
Result<Event> event_from(const KeptEvent& kept);

}  // namespace birthcase::store
