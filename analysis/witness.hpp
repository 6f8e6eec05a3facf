/// From a model of the solver back to an application that a person can read and `plan` accepts.
#pragma once

#include <birthcase/application.hpp>

#include "analysis/birth.hpp"

namespace birthcase::analysis {

/// The application that a model speaks of: what the model leaves unknown is not in it. Texts that no rule names are
/// made up to the format of their field. Errors are those of `Application::put`: the model is then of no use.
Result<Application> application_of(const Birth& birth, Formulas& formulas, const z3::model& model,
                                   const Profile& profile);

}  // namespace birthcase::analysis
