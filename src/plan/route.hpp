/// The fifth phase: who does what after whom, with which data, and which promise counts.
#pragma once

#include "plan/evidence.hpp"
#include "plan/form.hpp"

namespace birthcase::planning {

struct Route {
  std::vector<Step> steps;               ///< without when they are due
  std::vector<std::uint16_t> places;     ///< what the steps' `Places` speak of
  std::vector<const Promise*> promised;  ///< by step: the promise that surely counts, if one does
  Open open;

  std::span<const std::uint16_t> at(Places range) const noexcept {
    return std::span(places).subspan(range.first, range.count);
  }
};

Route lay_route(const Situation& situation, const Lanes& lanes, const Evidence& evidence, const PlannedForm& form);

/// What is on the hospital's records is there for the hospital's own steps. It goes to others with their messages, so
/// it must be told before: nothing awaits it.
void have_records_told(const Situation& situation, const Route& route, std::vector<FormField>& fields);

}  // namespace birthcase::planning
