/// `--calendar` and `--codes`: what profiles are loaded with besides the library's own data.
#pragma once

#include <birthcase/profile_data.hpp>
#include <birthcase/result.hpp>

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace birthcase::cli {

struct DataFiles {
  std::vector<std::string> calendars;
  std::vector<std::string> codes;

  void add_to(CLI::App& command);

  /// The library's own data with these files added, in the order of the call. Errors name the file.
  Result<ProfileData> read() const;
};

/// Adds a file of holiday notices. Errors name the file.
Result<void> add_calendar_file(ProfileData& data, const std::string& file);

/// Adds a code table `ID.tsv`, or every one in a folder. Errors name the file; `missing` for a folder without any.
Result<void> add_code_files(ProfileData& data, const std::string& file_or_folder);

}  // namespace birthcase::cli
