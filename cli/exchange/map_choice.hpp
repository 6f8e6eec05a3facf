/// Which map a command reads or writes by.
#pragma once

#include <birthcase/exchange/import.hpp>
#include <birthcase/exchange/map.hpp>

#include "command.hpp"
#include "data_files.hpp"

#include <optional>
#include <string>

namespace birthcase::cli {

/// MAP, `--profile`, `--calendar`, `--codes`.
struct MapOptions {
  std::string map;
  std::string profile;  ///< empty: the one that the application names, or base
  DataFiles data;
  Language language = Language::zh;

  void add_to(CLI::App& command);
};

/// The text of a built-in map or of a map's file. Errors name the file.
Result<std::string> map_text(const std::string& id_or_file);

/// The map of the options, for their profile or, without one, for the one that this application names. Errors name the
/// file.
Result<exchange::Map> load_map(const MapOptions& options, std::string_view application = {});

/// One line for a finding about a record: where it is in the source, what is wrong, the fact.
std::string line_of(const exchange::SourceFinding& found, const std::string& file, Language language);

}  // namespace birthcase::cli
