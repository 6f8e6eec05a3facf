// Why a plan says what it says: for the reports of tests.
#pragma once

#include <birthcase/testing.hpp>

#include "testing/names.hpp"

#include <string>
#include <vector>

namespace birthcase::testing {

using Reasons = std::vector<Reason>;

/// An answer and the rule behind it.
Reason reason_for(const Plan& plan, const Why& why, std::string item, std::string answer);

/// A rule that is asked for the family or a newborn.
Reason reason_for(const Plan& plan, const Rule& rule, std::uint16_t newborn, std::string item, std::string answer);

/// Whether a rule is the one behind an answer, also where it decided by its look-up; nullptr: no rule is.
bool is_rule(const Why& why, const Rule* rule) noexcept;

/// A rule that a test expected to decide and that did not; nothing for no rule.
void explain_expected(const Plan& plan, const Rule* expected, std::uint16_t newborn, Reasons& reasons);

/// What the plan says about everything that a name means, and why; at least one reason.
void explain(const Plan& plan, const Name& name, Reasons& reasons);

/// What the plan says about one thing, and why.
Reason explain(const Plan& plan, const Item& item);

}  // namespace birthcase::testing
