/// What a field takes, as documents about forms and fields write it.
#pragma once

#include <birthcase/rules.hpp>

#include "json/writer.hpp"

namespace birthcase {

/// The members `type`, `format`, `codes` (the table by its id, `only` with the codes that are accepted where that is
/// not all of it; or a short list in full), `max_length`, `min` and `max`, as far as the field has them.
void write_kind(JsonWriter& json, const Field& field, const Constraints& constraints, Language language);

}  // namespace birthcase
