/// Which rules read a field.
#pragma once

#include <birthcase/rules.hpp>

#include <string_view>
#include <vector>

namespace birthcase::profile {

/// What reads a field: `form` (a line of a form that stands there under a condition), `holders` (whose a document is),
/// `alternatives` (which document does), or a table of rules by its name. Each once.
using Readers = std::vector<std::string_view>;

/// By field. A row that reads a group (`father = null`) reads no field by that.
Column<Field, Readers> readers_of(const Rules& rules);

/// The fields that no form asks and rules read: who tells them decides much, such as the channel or the applicant's
/// role. What an authority issues is not among them.
std::vector<FieldId> read_by_rules_alone(const Rules& rules);

}  // namespace birthcase::profile
