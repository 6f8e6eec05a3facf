// Findings as JSON.
#pragma once

#include <birthcase/result.hpp>

#include "json/writer.hpp"

#include <span>

namespace birthcase {

/// Writes an array of `{"severity", "code", "path", "message"}`.
void write_findings(JsonWriter& json, std::span<const Finding> findings, Language language);

}  // namespace birthcase
