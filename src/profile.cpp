#include <birthcase/profile.hpp>

#include "built_in_data.hpp"
#include "profile/builder.hpp"
#include "profile/layers.hpp"
#include "profile/tables.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase {
namespace {

constexpr std::string_view json_ending = ".json";

std::optional<std::string_view> built_in_file(std::string_view name) noexcept {
  const auto files = built_in_files();
  const auto at = std::lower_bound(files.begin(), files.end(), name,
                                   [](const BuiltInFile& file, std::string_view wanted) { return file.name < wanted; });
  if (at == files.end() || at->name != name) return std::nullopt;
  return at->text;
}

}  // namespace

std::string_view to_string(Lane lane) noexcept {
  constexpr std::string_view names[] = {"joint", "elsewhere", "not_offered", "undetermined"};
  return names[static_cast<std::size_t>(lane)];
}

std::string_view Rules::id_of(const SuppliedBy& supplier) const noexcept {
  if (const auto* const service = std::get_if<ServiceId>(&supplier)) return services[*service].id;
  const auto* const organisation = std::get_if<OrganisationId>(&supplier);
  return organisation == nullptr ? std::string_view() : std::string_view(organisations[*organisation].id);
}

Result<Profile> Profile::parse(std::string_view json) {
  return parse(json, [](std::string_view) { return std::optional<std::string_view>(); });
}

Result<Profile> Profile::parse(std::string_view json, const ProfileTexts& texts, const ProfileData& data) {
  const ProfileTexts with_built_in = [&texts](std::string_view id) {
    const auto given = texts(id);
    return given ? given : built_in_text(id);
  };
  const auto layers = profile::Layers::load(json, with_built_in);
  if (!layers) return layers.error();
  auto rules = profile::Builder(*layers, data.tables()).build();
  if (!rules) return rules.error();
  return Profile(std::move(*rules), data);
}

Result<Profile> Profile::built_in(std::string_view id, const ProfileData& data) {
  const auto no_other = [](std::string_view) { return std::optional<std::string_view>(); };
  if (const auto text = built_in_text(id)) return parse(*text, no_other, data);
  return Error{
      .kind = ErrorKind::unknown_name,
      .message = fmt::format("no built-in profile has this id; there are {}", fmt::join(built_in_ids(), ", "))};
}

std::vector<std::string_view> Profile::built_in_ids() {
  std::vector<std::string_view> ids;
  for (const BuiltInFile& file : built_in_files()) {
    if (const auto id = stem(file.name, "", json_ending)) ids.push_back(*id);
  }
  return ids;
}

std::optional<std::string_view> Profile::built_in_text(std::string_view id) {
  return built_in_file(std::string(id) + std::string(json_ending));
}

}  // namespace birthcase
