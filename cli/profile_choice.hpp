/// Which profile an application is planned under.
#pragma once

#include <birthcase/profile.hpp>
#include <birthcase/result.hpp>

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace birthcase::cli {

/// The profile of `--profile`, or else the one that each application names, which must be built in: an application
/// must not be a way to read files. Safe to use from several threads.
class ProfileChoice {
 public:
  /// `data`: what the profiles are loaded with.
  explicit ProfileChoice(ProfileData data) : data_(std::move(data)) {}

  /// Loads the chosen profile, if one was chosen. Returns the error of that.
  Result<void> choose(const std::string& id_or_file);

  /// Errors: those of reading the application's `profile` key; `missing` if nothing says which.
  Result<Profile> of(std::string_view application_json);

 private:
  Result<Profile> built_in(const std::string& id);

  ProfileData data_;
  std::optional<Profile> chosen_;
  std::mutex mutex_;
  std::map<std::string, Profile, std::less<>> loaded_;
};

}  // namespace birthcase::cli
