// Names of facts with the newborn's place in them.
#pragma once

#include <birthcase/application.hpp>
#include <birthcase/result.hpp>

#include <string_view>

namespace birthcase::application {

/// As `fact_named`, of a schema.
Result<FactRef> fact_of(const Schema& schema, std::string_view name);

}  // namespace birthcase::application
