/// Files, the standard input and profiles, read with limits.
#pragma once

#include <birthcase/profile.hpp>
#include <birthcase/result.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace birthcase::cli {

inline constexpr std::size_t max_application_bytes = std::size_t{1} << 20;
inline constexpr std::size_t max_profile_bytes = std::size_t{8} << 20;

/// What messages call a file: its name, or `standard input` for `-`.
std::string_view shown(std::string_view file) noexcept;

/// The error about a file that the system does not let us read, for this `errno`. Kind: `missing`.
Error unreadable(int code);

/// A whole file, or the standard input for `-`, without a byte order mark. Never reads more than the limit and a byte.
/// Errors: `missing` for what cannot be read, `out_of_range` for a file over the limit.
Result<std::string> read_text(const std::string& file, std::size_t limit);

bool is_built_in(std::string_view id);

/// The ids of the built-in profiles, for messages.
std::string built_in_list();

/// A built-in profile by its id, or one from a file, which may extend a profile beside it or a built-in one.
/// Errors name the file.
Result<Profile> load_profile(const std::string& id_or_file);

}  // namespace birthcase::cli
