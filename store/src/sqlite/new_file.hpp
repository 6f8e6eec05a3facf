/// A file that nobody but its owner can read from the moment on that it is there.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace birthcase::store::sqlite {

/// The file that SQLite makes where it is given this name, a path or a URI, and there is none; nothing where it makes
/// none, or where only SQLite knows which.
std::optional<std::filesystem::path> file_made_for(std::string_view name);

/// Makes the file, if there is none, for the account that runs this, whatever its umask. SQLite gives the files that it
/// lays beside it the same rights. That it cannot be made is for SQLite to say.
void make_for_owner_alone(std::string_view name);

}  // namespace birthcase::store::sqlite
