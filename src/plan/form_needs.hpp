/// Which services need which fields, before it is asked where their values come from.
#pragma once

#include "plan/lanes.hpp"

#include <boost/container/small_vector.hpp>

namespace birthcase::planning {

/// Who needs a field: for sure, perhaps, and who cannot do without.
struct Need {
  ServiceSet by;
  ServiceSet perhaps_by;
  ServiceSet required_by;

  bool none() const noexcept { return by.empty() && perhaps_by.empty(); }
  ServiceSet all() const noexcept { return by | perhaps_by; }
};

/// Where a field stands in lists of each field for the family, then for each newborn.
inline std::size_t place_of(const Rules& rules, FieldId field, std::uint16_t newborn) noexcept {
  return newborn == family ? field.place() : (newborn + 1u) * rules.fields.size() + field.place();
}

struct FormNeeds {
  /// The services planned of one newborn (and of the family), or of all.
  struct Planned {
    ServiceSet surely;
    ServiceSet perhaps;
  };

  boost::container::small_vector<Planned, 3> planned;  ///< family, then each newborn
  std::vector<Need> conditional;                       ///< by `place_of`: what lines add that are not always there
  Column<Field, const UnifiedField*> unified;          ///< its row of the one form, if it has one

  const Planned& planned_for(std::uint16_t newborn) const { return planned[newborn == family ? 0 : newborn + 1u]; }
  Need of(const Rules& rules, FieldId field, std::uint16_t newborn) const;

  /// Adds what else must be asked.
  void add(std::size_t place, const Need& more);
};

/// By the lines of the services' forms and by how their results are delivered.
FormNeeds needs_of_forms(const Situation& situation, const Lanes& lanes);

/// How many lines these departments' own forms would have had.
std::size_t lines_of_departments(const Situation& situation, const Lanes& lanes);

}  // namespace birthcase::planning
