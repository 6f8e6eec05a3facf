/// What the catalogue of a server says of a store's present schema.
#pragma once

#include <span>
#include <string_view>

namespace birthcase::store::postgresql {

/// A line for each thing, as `Connection::check_schema` asks for them. It changes with every migration.
std::span<const std::string_view> expected_schema() noexcept;

}  // namespace birthcase::store::postgresql
