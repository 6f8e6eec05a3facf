/// The look-ups of a case for people.
#pragma once

#include <birthcase/plan.hpp>

#include "case/wording.hpp"
#include "terminal.hpp"

#include <string>

namespace birthcase::cli::cases {

/// A look-up by what it is about: `civil affairs: marriage certificate`.
std::string look_up_name_of(const CaseView& view, std::string_view share, std::uint16_t newborn);

/// A table of the look-ups that a plan counts on, with what each is asked by and what came of it.
Document look_ups_document(const CaseView& view, const Plan& plan);

}  // namespace birthcase::cli::cases
