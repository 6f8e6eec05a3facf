// Why a command is refused: codes and the words for them.
#pragma once

#include <birthcase/case.hpp>

#include "texts/case-findings.hpp"
#include "texts/refusals.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::cases {

/// Why not; nothing where there is no objection.
using Objection = std::optional<Refusal>;

namespace refusals = texts::refusals;
namespace case_findings = texts::case_findings;

/// A refusal; its code is the key of its text.
Refusal refuse(const texts::Text& refusal, std::string path = {}, std::vector<Finding> findings = {});

/// A refusal with one finding of the same code and place: why.
Refusal refuse(const texts::Text& refusal, const std::string& path, Label why);

/// What is wrong with a command as a text. `under` is put before the path.
Refusal refuse(const Error& error, std::string_view under = {});

/// The findings of a plan that are errors.
std::vector<Finding> errors_of(const Plan& plan);

/// A finding of severity error about a fact.
Finding finding_about(const Profile& profile, FactRef fact, std::string code, const Label& what);

/// A finding of severity error about a document of the plan.
Finding finding_about(const Plan& plan, const EvidenceItem& item, std::string code, const Label& what);

/// A finding about a step.
Finding finding_about(const CaseStep& step, std::string code, Label message, Severity severity = Severity::error);

}  // namespace birthcase::cases
