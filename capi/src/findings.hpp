// Findings and values as the interface tells them.
#pragma once

#include <birthcase/plan.hpp>

#include <cstdint>
#include <span>
#include <string>

namespace birthcase::capi {

/// A JSON array of findings, each as docs/plan.md describes it.
std::string findings_json(std::span<const Finding> findings, Language language);

/// An attribute BIRTHCASE_FINDING_… of one finding. Fails with BAD_ARGUMENT or OUT_OF_RANGE.
std::string finding_text(std::span<const Finding> findings, std::int32_t attribute, std::int32_t index,
                         Language language);

/// BIRTHCASE_FACT_…
std::int32_t state_of(const Value& value) noexcept;

/// A value as `put` takes it: the items of a list with commas between them. Unknown, null and groups are empty.
std::string text_of(const Value& value);

}  // namespace birthcase::capi
