/// JSON for eyes.
#pragma once

#include <string>
#include <string_view>

namespace birthcase::cli {

/// A compact JSON text with a member or an element per line, indented by two spaces. Text inside is untouched.
std::string indented(std::string_view json);

}  // namespace birthcase::cli
