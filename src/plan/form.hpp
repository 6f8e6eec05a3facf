/// The third phase: what must be asked, on one form.
#pragma once

#include "plan/evidence.hpp"
#include "plan/form_needs.hpp"

namespace birthcase::planning {

struct PlannedForm {
  std::vector<FormField> fields;  ///< without their values
  FormCounts counts;
  std::vector<std::uint16_t> places;  ///< by `place_of`: in `fields`, `no_index` if not there
  Open open;

  std::uint16_t place(const Rules& rules, FieldId field, std::uint16_t newborn) const noexcept {
    return places[place_of(rules, field, newborn)];
  }
};

PlannedForm collect_form(const Situation& situation, const Lanes& lanes);

}  // namespace birthcase::planning
