/// A plan as text for people: the notice for the family and the route for the clerk.
#pragma once

#include <birthcase/plan.hpp>

#include "terminal.hpp"
#include "words.hpp"

#include <string>

namespace birthcase::cli {

/// How a plan is shown.
struct PlanView {
  const Plan& plan;
  Words words;
  const Page& page;
  bool explain = false;  ///< also what need not be brought, and the rule behind every answer
};

std::string plan_text(const PlanView& view);

/// Whether something has to be put right before the application can be accepted.
bool inadmissible(const Plan& plan);

// The sections, each with its heading; empty where there is nothing to say.

std::string documents_section(const PlanView& view);
std::string route_section(const PlanView& view);
std::string elsewhere_section(const PlanView& view);
std::string look_ups_section(const PlanView& view);
std::string questions_section(const PlanView& view);
std::string form_section(const PlanView& view);
std::string findings_section(const PlanView& view);
std::string verdict_section(const PlanView& view);

}  // namespace birthcase::cli
