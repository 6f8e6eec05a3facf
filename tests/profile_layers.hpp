// Small profiles for the tests of loading: a layer over the small profile, and what is wrong with it.
#pragma once

#include <birthcase/profile.hpp>

#include "application_profile.hpp"

#include <map>
#include <string>
#include <string_view>

namespace birthcase::tests {

/// Profiles to extend, by id.
using Texts = std::map<std::string, std::string, std::less<>>;

inline Result<Profile> parse_over(std::string_view json, const Texts& texts) {
  return Profile::parse(json, [&texts](std::string_view id) {
    const auto known = texts.find(id);
    return known == texts.end() ? std::nullopt : std::optional<std::string_view>(known->second);
  });
}

/// A layer `top` over the small profile with these members.
inline std::string layer(std::string_view members) {
  return R"({"id": "top", "extends": "small", )" + std::string(members) + "}";
}

inline Result<Profile> parse_layer(std::string_view members) {
  return parse_over(layer(members), {{"small", std::string(small_profile_text)}});
}

}  // namespace birthcase::tests
