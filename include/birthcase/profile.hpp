/// A place's rules: loaded from JSON, checked, compiled to slots and indexes, then immutable.
///
/// A city's profile is a layer over another (`extends`): it adds rules, changes them by id or removes them.
#pragma once

#include <birthcase/profile_data.hpp>
#include <birthcase/result.hpp>
#include <birthcase/rules.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace birthcase {

/// Gives the text of the profile that another one extends, or nothing if there is no such profile.
using ProfileTexts = std::function<std::optional<std::string_view>(std::string_view id)>;

/// An immutable set of rules. A cheap handle: copies share the rules, also between threads.
class Profile {
 public:
  /// Reads a profile from its JSON text. `extends` may name a built-in profile.
  /// Errors name the document, the JSON pointer and, for conditions, the column.
  static Result<Profile> parse(std::string_view json);

  /// As above, with `extends` looked up in `texts` first, checked against and counted with this data.
  static Result<Profile> parse(std::string_view json, const ProfileTexts& texts, const ProfileData& data = {});

  /// A profile that is built into the library: one of `built_in_ids()`.
  static Result<Profile> built_in(std::string_view id, const ProfileData& data = {});

  static std::vector<std::string_view> built_in_ids();

  /// The JSON text of a built-in profile.
  static std::optional<std::string_view> built_in_text(std::string_view id);

  const Rules& rules() const noexcept { return *rules_; }
  const std::string& id() const noexcept { return rules_->id; }

  /// The data that the profile was loaded with.
  const ProfileData& data() const noexcept { return data_; }

  friend bool operator==(const Profile& a, const Profile& b) noexcept { return a.rules_ == b.rules_; }

 private:
  Profile(std::shared_ptr<const Rules> rules, ProfileData data) noexcept
      : rules_(std::move(rules)), data_(std::move(data)) {}

  std::shared_ptr<const Rules> rules_;
  ProfileData data_;
};

}  // namespace birthcase
