#include "profile_choice.hpp"

#include <birthcase/application.hpp>

#include "input.hpp"

#include <algorithm>

namespace birthcase::cli {

Result<void> ProfileChoice::choose(const std::string& id_or_file) {
  if (id_or_file.empty()) return {};
  auto profile = load_profile(id_or_file, data_);
  if (!profile) return profile.error();
  chosen_ = *profile;
  return {};
}

Result<Profile> ProfileChoice::of(std::string_view application_json) {
  if (chosen_) return *chosen_;
  const auto named = profile_named_in(application_json);
  if (!named) return named.error();
  if (*named) return built_in(**named);
  Error error;
  error.kind = ErrorKind::missing;
  error.message =
      "which profile? name one with --profile, or in the application as \"profile\" (built in: " + built_in_list() +
      ")";
  return error;
}

Result<Profile> ProfileChoice::built_in(const std::string& id) {
  const std::scoped_lock lock(mutex_);
  if (const auto known = loaded_.find(id); known != loaded_.end()) return known->second;
  if (!is_built_in(id)) {
    Error error;
    error.kind = ErrorKind::unknown_name;
    error.message = "no built-in profile has this id (built in: " + built_in_list() + "); use --profile for a file";
    error.path = "/profile";
    return error;
  }
  auto profile = Profile::built_in(id, data_);
  if (profile) loaded_.emplace(id, *profile);
  return profile;
}

}  // namespace birthcase::cli
