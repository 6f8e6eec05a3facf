/// What the subcommands of `birthcase case` can all be told.
#pragma once

#include "command.hpp"
#include "data_files.hpp"

#include <string>

namespace birthcase::cli::cases {

struct CaseOptions {
  std::string store = "birthcase.db";
  std::string key_file;
  std::string now;
  std::string by;
  std::string profile;
  DataFiles data;
  std::string case_id;
  JsonOutput output;
  Language language = Language::zh;

  /// `--store`, `--key-file`
  void add_store(CLI::App& command);

  /// `--store`, `--key-file`, `--json`, `--pretty`, `--lang`
  void add_to(CLI::App& command);

  /// The case, as the first argument.
  void add_case(CLI::App& command);

  /// `--now`
  void add_moment(CLI::App& command);

  /// `--by`, which a command that changes something needs.
  void add_actor(CLI::App& command);

  /// `--profile`, for drafts under a profile that is not built in.
  void add_profile(CLI::App& command);

  /// All of the above: what a command about a case is told, and who is about to change it.
  void add_for_change(CLI::App& command);

  /// All but `--by`.
  void add_for_reading(CLI::App& command);
};

}  // namespace birthcase::cli::cases
