/// The data dictionary for people.
#pragma once

#include <birthcase/profile.hpp>

#include "terminal.hpp"
#include "words.hpp"

namespace birthcase::cli {

Document dictionary_document(const Profile& profile, const Words& words);

}  // namespace birthcase::cli
