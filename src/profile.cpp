#include <birthcase/profile.hpp>

#include "built_in_data.hpp"
#include "profile/builder.hpp"
#include "profile/layers.hpp"
#include "profile/version.hpp"

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

// The name without folder and ending if the file stands right in this folder and has this ending.
std::optional<std::string_view> stem(std::string_view name, std::string_view folder, std::string_view ending) noexcept {
  if (!name.starts_with(folder) || !name.ends_with(ending)) return std::nullopt;
  name.remove_prefix(folder.size());
  name.remove_suffix(ending.size());
  return name.find('/') == std::string_view::npos ? std::optional(name) : std::nullopt;
}

// The library's own data. A fault in it is a fault of the build, which the tests would show.
profile::Tables read_tables() {
  auto codes = std::make_shared<CodeTables>();
  std::vector<HolidayNotice> notices;
  profile::NamedTexts code_texts;
  profile::NamedTexts calendar_texts;
  for (const BuiltInFile& file : built_in_files()) {
    if (const auto id = stem(file.name, "codes/", ".tsv")) {
      codes->add(parse_code_table(*id, file.text).value()).value();
      code_texts.add(*id, file.text);
    } else if (const auto year = stem(file.name, "calendar/", json_ending)) {
      for (HolidayNotice& notice : parse_holiday_notices(file.text).value()) notices.push_back(std::move(notice));
      calendar_texts.add(*year, file.text);
    }
  }
  return {std::move(codes), std::make_shared<Calendar>(Calendar::create(std::move(notices)).value()),
          code_texts.digest(), calendar_texts.digest()};
}

const profile::Tables& tables() {
  static const profile::Tables all = read_tables();
  return all;
}

}  // namespace

std::string_view to_string(Lane lane) noexcept {
  constexpr std::string_view names[] = {"joint", "elsewhere", "not_offered", "undetermined"};
  return names[static_cast<std::size_t>(lane)];
}

Result<Profile> Profile::parse(std::string_view json) {
  return parse(json, [](std::string_view) { return std::optional<std::string_view>(); });
}

Result<Profile> Profile::parse(std::string_view json, const ProfileTexts& texts) {
  const ProfileTexts with_built_in = [&texts](std::string_view id) {
    const auto given = texts(id);
    return given ? given : built_in_text(id);
  };
  const auto layers = profile::Layers::load(json, with_built_in);
  if (!layers) return layers.error();
  auto rules = profile::Builder(*layers, tables()).build();
  if (!rules) return rules.error();
  return Profile(std::move(*rules));
}

Result<Profile> Profile::built_in(std::string_view id) {
  if (const auto text = built_in_text(id)) return parse(*text);
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
