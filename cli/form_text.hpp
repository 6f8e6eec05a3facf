/// The one form for people: which field stands on whose form.
#pragma once

#include <birthcase/profile.hpp>
#include <birthcase/result.hpp>

#include "terminal.hpp"
#include "words.hpp"

#include <string_view>

namespace birthcase::cli {

/// The whole form, or one service's part of it. Error: `unknown_name` for a service that does not exist.
Result<Document> form_document(const Profile& profile, std::string_view service, const Words& words);

}  // namespace birthcase::cli
