// The items of a plan, attribute by attribute, as the constants BIRTHCASE_SERVICE_…, BIRTHCASE_FIELD_… name them.
#pragma once

#include <birthcase/plan.hpp>

#include <cstdint>
#include <string>

namespace birthcase::capi {

/// How many items a list has. Fails with BAD_ARGUMENT for a list that is none.
std::size_t count(const Plan& plan, std::int32_t list);

/// What an attribute is. Plans have no attribute of kind `none`.
enum class AttributeKind : std::uint8_t { none, text, number };
AttributeKind kind_of(std::int32_t attribute) noexcept;

/// A text attribute of the plan or of one item; empty where there is none. Fails with BAD_ARGUMENT for an attribute
/// that is none or a number, with OUT_OF_RANGE for an index beyond the list.
std::string text(const Plan& plan, std::int32_t attribute, std::int32_t index, Language language);

/// A line for each document of a plan. Under one profile, documents with the same line are the same, attribute by
/// attribute.
std::string evidence_keys(const Plan& plan);

/// A number attribute of the plan or of one item. Fails like `text`.
std::int64_t number(const Plan& plan, std::int32_t attribute, std::int32_t index);

}  // namespace birthcase::capi
