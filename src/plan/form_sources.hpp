/// Where the value of a field on the one form comes from.
#pragma once

#include "plan/form_needs.hpp"

namespace birthcase::planning {

/// Who has a value before anybody is asked: product, share, hospital.
struct Supplier {
  Truth has_it = Truth::no;
  FieldSource source = FieldSource::applicant;  ///< where one has it
  SuppliedBy from{};
  ShareId share{};  ///< the one that answers, or whose look-up failed
};

/// Asks those who may have a field for all who need it. `witness` is told of the shares that list the field itself.
Supplier supplier_of(const Situation& situation, const Lanes& lanes, FieldId field, std::uint16_t newborn,
                     ServiceSet needed_by, Witness witness = {});

/// Sets where the field comes from: from a supplier, from other facts, else from the family. What depends on shares
/// that perhaps answer is left open.
void find_source(const Situation& situation, const Lanes& lanes, const FormNeeds& needs, ServiceSet needed_by,
                 FormField& field, Open& open);

}  // namespace birthcase::planning
