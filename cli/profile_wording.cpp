#include "profile_wording.hpp"

#include <algorithm>

namespace birthcase::cli {

std::string validity_of(const Words& words, const Validity& valid) {
  std::string text;
  if (valid.from) text = words(command_line::from_day, to_string(*valid.from));
  if (valid.until) {
    if (!text.empty()) text += words(command_line::list_separator);
    text += words(command_line::until_day, to_string(*valid.until));
  }
  return text.empty() ? std::string(words(command_line::always)) : text;
}

std::string place_of(const Words& words, const Rules& rules) {
  if (rules.division.empty()) return std::string(words(command_line::no_place));
  return std::string(words.in(rules.place)) + ' ' + rules.division;
}

std::string heading_of(const Words& words, const Rules& rules) {
  std::string text(words.in(rules.title));
  for (const auto& [name, value] : {std::pair(words(command_line::place), place_of(words, rules)),
                                    std::pair(words(command_line::validity), validity_of(words, rules.valid))}) {
    text += '\n';
    text += name;
    text += words(command_line::colon);
    text += value;
  }
  return text;
}

std::vector<std::string> names_of(const Words& words, std::span<const Profile> profiles) {
  std::vector<std::string> names;
  for (const Profile& profile : profiles) {
    const auto has_this_id = [&profile](const Profile& other) { return other.id() == profile.id(); };
    const bool alone = std::count_if(profiles.begin(), profiles.end(), has_this_id) == 1;
    names.push_back(profile.id());
    if (!alone) names.back() += words(command_line::in_brackets, validity_of(words, profile.rules().valid));
  }
  for (std::size_t i = names.size(); i-- > 0;) {
    const auto before = std::count(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]);
    if (before != 0) names[i] += " #" + std::to_string(before + 1);
  }
  return names;
}

}  // namespace birthcase::cli
