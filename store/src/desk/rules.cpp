// The rules that a case goes by: its profile of today while it is a draft, the texts kept with it once it is accepted.
#include "desk/rules.hpp"

#include <birthcase/desk.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace birthcase::store {
namespace {

Error other_rules(std::string message) {
  return {.kind = ErrorKind::contradiction, .message = std::move(message), .path = std::string(rules_path)};
}

Result<Profile> parse_layers(const std::vector<ProfileText>& layers, const RulesVersion& pinned,
                             const ProfileData& data) {
  if (layers.empty()) return other_rules("the texts of the rules that the case was accepted under are missing");
  // Not the outermost: a city's own `yiwu` may extend the library's `yiwu`.
  const ProfileTexts texts = [&layers](std::string_view id) -> std::optional<std::string_view> {
    const auto layer =
        std::find_if(layers.begin() + 1, layers.end(), [id](const ProfileText& text) { return text.id == id; });
    return layer == layers.end() ? std::nullopt : std::optional<std::string_view>(layer->text);
  };
  auto profile = Profile::parse(layers.front().text, texts, data);
  if (!profile) return profile.error();
  if (profile->rules().version.profile == pinned.profile) return profile;
  return other_rules("the texts of the rules are not those that the case was accepted under: `verify` says more");
}

}  // namespace

const RulesVersion* pinned_by(const std::vector<Event>& events) noexcept {
  for (const Event& event : events) {
    if (const auto* accepted = std::get_if<events::Accepted>(&event.body)) return &accepted->rules;
  }
  return nullptr;
}

Result<Profile> Desk::rules_of(const Stored& stored) {
  const RulesVersion* pinned = pinned_by(stored.events);
  if (pinned == nullptr) return profiles_(stored.profile);
  const auto known = pinned_.find(pinned->profile);
  if (known != pinned_.end()) return known->second;
  const auto of_today = profiles_(stored.profile);
  auto profile = parse_layers(stored.layers, *pinned, of_today ? of_today->data() : data_);
  if (!profile) return profile.error();
  return pinned_.emplace(pinned->profile, std::move(*profile)).first->second;
}

Result<Case> Desk::load(std::string_view case_id) {
  const auto stored = store_.load(case_id);
  if (!stored) return stored.error();
  const auto profile = rules_of(*stored);
  if (!profile) return profile.error();
  return replay(*profile, stored->events);
}

}  // namespace birthcase::store
