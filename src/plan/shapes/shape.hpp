/// What plans have in common whose answers follow from the same.
#pragma once

#include "plan/route.hpp"
#include "plan/shapes/plan_templates.hpp"

namespace birthcase {

/// A plan without the values that were told and without days: those are put in again for each plan.
struct Shape {
  PlanAnswers answers;      ///< without the route
  planning::Route route;    ///< without when its steps are due
  bool needs_time = false;  ///< deadlines: the time of acceptance
  PlanTemplates json{};     ///< their documents
};

namespace planning {

/// The shape that a plan has in common with others, if it is known.
const Shape* shape_of(const Plan& plan) noexcept;

}  // namespace planning

}  // namespace birthcase
