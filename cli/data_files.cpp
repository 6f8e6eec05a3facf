#include "data_files.hpp"

#include "input.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace birthcase::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view table_ending = ".tsv";

Error about(std::string_view file, Error error) {
  error.document = shown(file);
  return error;
}

Result<std::vector<std::string>> tables_in(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code failure;
  for (fs::directory_iterator entry(folder, failure); !failure && entry != fs::directory_iterator();
       entry.increment(failure)) {
    std::string file = entry->path().string();
    if (file.ends_with(table_ending)) files.push_back(std::move(file));
  }
  std::sort(files.begin(), files.end());
  if (!failure && !files.empty()) return files;
  return Error{.kind = ErrorKind::missing,
               .message = failure ? "cannot be read: " + failure.message() : "has no code table (*.tsv) in it",
               .document = folder};
}

}  // namespace

void DataFiles::add_to(CLI::App& command) {
  command
      .add_option("--calendar", calendars,
                  "holiday notices of a year, besides those that are built in; can be repeated")
      ->option_text("FILE")
      ->allow_extra_args(false);
  command.add_option("--codes", codes, "a folder of code tables (*.tsv), or one; can be repeated")
      ->option_text("DIR")
      ->allow_extra_args(false);
}

Result<ProfileData> DataFiles::read() const {
  ProfileData data;
  for (const std::string& file : calendars) {
    if (auto added = add_calendar_file(data, file); !added) return added.error();
  }
  for (const std::string& each : codes) {
    if (auto added = add_code_files(data, each); !added) return added.error();
  }
  return data;
}

Result<void> add_calendar_file(ProfileData& data, const std::string& file) {
  const auto text = read_text(file, max_application_bytes);
  if (!text) return about(file, text.error());
  if (auto added = data.add_calendar(*text); !added) return about(file, added.error());
  return {};
}

Result<void> add_code_files(ProfileData& data, const std::string& file_or_folder) {
  std::error_code ignored;
  const auto files =
      fs::is_directory(file_or_folder, ignored) ? tables_in(file_or_folder) : std::vector{file_or_folder};
  if (!files) return files.error();
  for (const std::string& file : *files) {
    const auto text = read_text(file, max_profile_bytes);
    if (!text) return about(file, text.error());
    if (auto added = data.add_codes(fs::path(file).stem().string(), *text); !added) return about(file, added.error());
  }
  return {};
}

}  // namespace birthcase::cli
