// Findings as JSON.
#pragma once

#include <birthcase/result.hpp>

#include "json/writer.hpp"

#include <optional>
#include <span>

namespace birthcase {

/// Writes an array of `{"severity", "code", "path", "message"}`, without the messages where there is no language.
void write_findings(JsonWriter& json, std::span<const Finding> findings, std::optional<Language> language);

}  // namespace birthcase
