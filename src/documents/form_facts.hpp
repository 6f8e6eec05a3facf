// Which facts stand on the printed form, in which part of it.
#pragma once

#include <birthcase/plan.hpp>

#include <compare>
#include <cstddef>
#include <string>
#include <vector>

namespace birthcase::documents {

class Wording;

/// Who fills a part in and signs for it.
enum class Part { family, attendant, office };

/// A fact on the form. Either it is asked (then it has a box in any case), or it is printed where it is known.
struct FormFact {
  FactRef fact;
  const Field* field = nullptr;     ///< nullptr: a group as a whole, such as `father`
  const FormField* form = nullptr;  ///< nullptr: on no department's form
  bool asked = false;
  bool refused = false;          ///< the value fails its format or code table
  const Value* value = nullptr;  ///< nullptr while unknown

  bool has_box() const noexcept { return asked || value != nullptr; }
};

/// Every fact that the plan's form asks or knows, that would decide something, or that was told: each once, in the
/// order of the data elements. Of a fact told for all children and each child's own the children's stand there, but of
/// several children with the same value that of all.
std::vector<FormFact> form_facts(const Plan& plan);

/// Whether the first is what may be told for all newborns at once where each has the second: `settlement.with` and
/// `newborn.settlement.with`.
bool is_told_for_all(const Rules& rules, FactRef of_all, FactRef of_one);

/// Where on the form a fact stands.
struct Place {
  Part part = Part::family;
  std::size_t group = 0;  ///< in the order of the profile's groups; what is in none comes after them
  std::uint16_t newborn = FactRef::family;

  friend auto operator<=>(const Place&, const Place&) = default;
};
Place place_of(const Plan& plan, const FormFact& fact);

/// The title of a place: `母亲`, `新生儿 2`.
std::string title_of(const Wording& wording, const Place& place);

}  // namespace birthcase::documents
