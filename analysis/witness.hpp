/// From a model of the solver back to an application that a person can read and `plan` accepts.
#pragma once

#include <birthcase/application.hpp>

#include "analysis/birth.hpp"

#include <functional>

namespace birthcase::analysis {

/// What each constant is in a model.
using Valuation = std::function<z3::expr(const z3::expr& constant)>;

/// The application that a model speaks of: what the model leaves unknown is not in it, nor what the profile does not
/// know. Texts that no rule names are made up to the format of their field. Errors are those of `Application::put`: the
/// model is then of no use.
Result<Application> application_of(const Birth& birth, Formulas& formulas, const Valuation& model,
                                   const Profile& profile);

/// The application without facts that can be left out, so that it still shows what it is to show. None of those that
/// stay can be left out by itself.
Application with_few_facts(const Birth& birth, Application application,
                           const std::function<bool(const Application&)>& shows);

}  // namespace birthcase::analysis
