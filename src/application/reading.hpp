// The two ways to read an application.
#pragma once

#include <birthcase/application.hpp>
#include <birthcase/result.hpp>

#include <optional>
#include <string_view>

namespace birthcase::application {

/// Reads an ordinary application in one pass over its bytes, into facts of which none is known. False for one that is
/// not ordinary, right or wrong: then the facts must be thrown away. What it reads, `read_by_events` reads alike.
bool read_at_once(const Rules& rules, std::string_view json, FactStore& facts);

/// Reads any application event by event, into facts of which none is known, or says what is wrong with it and where.
std::optional<Error> read_by_events(const Rules& rules, std::string_view json, FactStore& facts);

}  // namespace birthcase::application
