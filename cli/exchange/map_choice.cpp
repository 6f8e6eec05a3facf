#include "exchange/map_choice.hpp"

#include "input.hpp"
#include "text/wrap.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace birthcase::cli {
namespace {

Error about_map(Error error, const std::string& file) {
  error.document = shown(file);
  return error;
}

bool is_built_in_map(std::string_view id) {
  const auto ids = exchange::Map::built_in_ids();
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

void MapOptions::add_to(CLI::App& command) {
  command.add_option("MAP", map, "a built-in map or a map's file")->option_text("ID|FILE")->required();
  command
      .add_option("--profile", profile,
                  "whose fields the map names (default: the one that the application names, or base)")
      ->option_text("ID|FILE");
  data.add_to(command);
  add_language(command, language);
}

Result<std::string> map_text(const std::string& id_or_file) {
  if (is_built_in_map(id_or_file)) return std::string(*exchange::Map::built_in_text(id_or_file));
  std::error_code ignored;
  if (id_or_file != "-" && !std::filesystem::exists(id_or_file, ignored)) {
    return Error{.kind = ErrorKind::unknown_name,
                 .message = fmt::format("is neither a built-in map ({}) nor a file that exists",
                                        fmt::join(exchange::Map::built_in_ids(), ", ")),
                 .document = id_or_file};
  }
  auto text = read_text(id_or_file, max_profile_bytes);
  if (!text) return about_map(text.error(), id_or_file);
  return text;
}

Result<exchange::Map> load_map(const MapOptions& options, std::string_view application) {
  const auto data = options.data.read();
  if (!data) return data.error();
  std::string id = options.profile;
  if (const auto named = profile_named_in(application.empty() ? "{}" : application); id.empty() && named) {
    id = named->value_or(std::string());
  }
  if (options.profile.empty() && !is_built_in(id)) id = "base";
  const auto profile = load_profile(id, *data);
  if (!profile) return profile.error();
  const auto text = map_text(options.map);
  if (!text) return text.error();
  auto map = exchange::Map::parse(*profile, *text);
  if (!map) return about_map(map.error(), options.map);
  return map;
}

std::string line_of(const exchange::SourceFinding& found, const std::string& file, Language language) {
  Error line{.document = file, .path = found.source, .line = found.line, .column = found.column};
  line.message = std::string(to_string(found.finding.severity)) + ": " + found.finding.message.in(language) + " [" +
                 found.finding.code + ']';
  if (!found.finding.path.empty()) line.message += ' ' + found.finding.path;
  return text::printable(describe(line)) + '\n';
}

}  // namespace birthcase::cli
