#include "store_handle.hpp"

#include <utility>

using birthcase::Profile;
using birthcase::Result;
using birthcase::store::Desk;

// A desk remembers which cases it could not work out for want of their profile: with a profile more, it begins again.
void birthcase_store::add(const Profile& profile) {
  const auto known = profiles.find(profile.id());
  if (known != profiles.end() && known->second.rules().version == profile.rules().version) return;
  auto fresh = new_desk();
  if (known == profiles.end()) {
    profiles.emplace(std::string(profile.id()), profile);
  } else {
    known->second = profile;
  }
  desk = std::move(fresh);
}

std::unique_ptr<Desk> birthcase_store::new_desk() {
  return std::make_unique<Desk>(
      *kept, [this](std::string_view id) { return profile(id); }, data);
}

Result<Profile> birthcase_store::profile(std::string_view id) {
  const auto known = profiles.find(id);
  if (known != profiles.end()) return known->second;
  auto built_in = Profile::built_in(id, data);
  if (!built_in) return built_in.error();
  return profiles.emplace(std::string(id), std::move(*built_in)).first->second;
}
