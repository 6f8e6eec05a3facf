/// The one form of a case: every field that a department of this case asks for, once, with where its value comes from.
#pragma once

#include <birthcase/rules.hpp>
#include <birthcase/value.hpp>
#include <birthcase/why.hpp>

#include <cstdint>
#include <vector>

namespace birthcase {

/// Where the value of a field comes from, in the order in which sources are tried.
enum class FieldSource : std::uint8_t {
  product,       ///< another service of this case yields it
  shared,        ///< an organisation's data answers it for this family
  hospital,      ///< the hospital's own records have it
  derived,       ///< it follows from other facts
  applicant,     ///< it must be asked
  undetermined,  ///< whether it must be asked depends on unknown facts
};
std::string_view to_string(FieldSource source) noexcept;

struct FormField {
  const Field* field = nullptr;
  std::uint16_t newborn = FactRef::family;  ///< 0-based, for fields of a newborn
  FieldSource source = FieldSource::applicant;
  bool required = false;         ///< a service of this case cannot do without it
  ServiceSet needed_by;          ///< services of this case whose forms ask it
  const Value* value = nullptr;  ///< nullptr while unknown; lives as long as the plan
  SuppliedBy from{};             ///< the organisation that shares it, or the service that yields it
  ShareId share{};               ///< the one that answers it, or whose look-up failed
  bool awaited = false;          ///< not known yet, and nobody is asked: somebody's records, or a service, will tell
};

struct FormCounts {
  std::size_t department_fields = 0;  ///< lines on the forms that the departments of this case would have had filled in
  std::size_t unified_fields = 0;     ///< fields of the one form
  std::size_t asked = 0;              ///< of these, the ones that the family is asked
};

struct Form {
  std::vector<FormField> fields;
  FormCounts counts;
};

}  // namespace birthcase
