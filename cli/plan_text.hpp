/// A plan for people: the notice for the family and the route for the operator.
#pragma once

#include <birthcase/plan.hpp>

#include "terminal.hpp"
#include "words.hpp"

namespace birthcase::cli {

/// How a plan is shown.
struct PlanView {
  const Plan& plan;
  Words words;
  bool explain = false;  ///< also what need not be brought, and the rule behind every answer
};

Document plan_document(const PlanView& view);

/// Whether something must be corrected before the application can be accepted.
bool inadmissible(const Plan& plan);

// The parts, each with its heading; nothing where there is nothing to say.

void add_documents(Document& document, const PlanView& view);
void add_route(Document& document, const PlanView& view);
void add_elsewhere(Document& document, const PlanView& view);
void add_look_ups(Document& document, const PlanView& view);
void add_questions(Document& document, const PlanView& view);
void add_form(Document& document, const PlanView& view);
void add_findings(Document& document, const PlanView& view);
void add_verdict(Document& document, const PlanView& view);

}  // namespace birthcase::cli
