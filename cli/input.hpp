/// Files, the standard input and profiles, read with limits.
#pragma once

#include <birthcase/profile.hpp>
#include <birthcase/result.hpp>

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
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

/// The text of a profile, and of those beside its file that it may extend. Cheap to copy.
class ProfileSource {
 public:
  /// A built-in profile by its id, or a file. Errors name the file.
  static Result<ProfileSource> read(const std::string& id_or_file);

  const std::string& name() const noexcept { return name_; }  ///< what messages call it
  const std::string& text() const noexcept { return *text_; }

  /// The profiles beside the file, by id. The texts live as long as this or a copy of it.
  ProfileTexts texts() const;

  /// An error about this profile with the name of its file; one about a profile below keeps that one's id.
  Error named(Error error) const;

 private:
  using Texts = std::map<std::string, std::string, std::less<>>;

  std::string name_;
  std::optional<std::filesystem::path> folder_;  // none for a built-in profile
  std::shared_ptr<const std::string> text_;
  std::shared_ptr<Texts> beside_ = std::make_shared<Texts>();
};

/// A built-in profile by its id, or one from a file, which may extend a profile beside it or a built-in one; loaded
/// with this data. Errors name the file.
Result<Profile> load_profile(const std::string& id_or_file, const ProfileData& data);

}  // namespace birthcase::cli
