// `birthcase map`: what is odd about a map, what it carries, and what samples use of it.
#include <birthcase/exchange/export.hpp>
#include <birthcase/exchange/review.hpp>
#include <birthcase/plan_json.hpp>

#include "embedded.hpp"
#include "exchange/commands.hpp"
#include "exchange/map_choice.hpp"
#include "input.hpp"
#include "text/wrap.hpp"
#include "texts/exchange.hpp"
#include "words.hpp"

#include <algorithm>
#include <memory>
#include <set>

namespace birthcase::cli {
namespace {

struct MapCommand {
  MapOptions map;
  std::vector<std::string> files;
  bool strict = false;
};

std::string joined_names(const std::set<std::string>& names, const Words& words) {
  std::string text;
  for (const std::string& name : names) {
    if (!text.empty()) text += words(command_line::list_separator);
    text += name;
  }
  return text;
}

Status list_maps(Language language) {
  const Words words(language);
  const Profile base = Profile::built_in("base").value();
  for (const std::string_view id : exchange::Map::built_in_ids()) {
    const auto map = exchange::Map::built_in(base, id).value();
    const exchange::MapContent& content = map.content();
    const std::string_view known =
        content.certainty == exchange::Certainty::verified   ? words(texts::exchange::known_verified)
        : content.certainty == exchange::Certainty::reported ? words(texts::exchange::known_reported)
                                                             : words(texts::exchange::known_assumed);
    write(text::padded(id, 18) + text::padded(to_string(content.format), 11) + std::string(words.in(content.title)) +
          words(command_line::in_brackets, known) + '\n');
  }
  return done;
}

Status lint_map(const MapCommand& command) {
  const auto data = command.map.data.read();
  if (!data) return refuse(data.error());
  const auto profile = load_profile(command.map.profile.empty() ? "base" : command.map.profile, *data);
  if (!profile) return refuse(profile.error());
  const auto text = map_text(command.map.map);
  if (!text) return refuse(text.error());
  const auto remarks = exchange::review(*profile, *text);
  if (!remarks) return refuse(remarks.error(), shown(command.map.map));
  const Words words(command.map.language);
  std::size_t counts[3] = {};
  for (const exchange::MapRemark& remark : *remarks) {
    ++counts[static_cast<std::size_t>(remark.severity)];
    Error line{.document = command.map.map, .path = remark.path, .line = remark.line, .column = remark.column};
    line.message = std::string(to_string(remark.severity)) + ": " + remark.message.in(command.map.language) + " [" +
                   remark.code + ']';
    write(text::printable(describe(line)) + '\n');
  }
  if (remarks->empty()) {
    write(words(texts::exchange::map_clean, command.map.map) + '\n');
  } else {
    write(words(texts::exchange::map_remarks, command.map.map, counts[2], counts[1], counts[0]) + '\n');
  }
  return counts[1] + counts[2] + (command.strict ? counts[0] : 0) == 0 ? done : answer_is_no;
}

// The facts by their names, those of every newborn under one.
std::set<std::string> field_names(const Profile& profile, const std::vector<FactRef>& facts) {
  std::set<std::string> names;
  for (const FactRef fact : facts) names.insert(profile.rules().schema.at(fact).name);
  return names;
}

Status test_file(const std::string& file, const MapCommand& command) {
  const auto text = read_text(file, max_application_bytes);
  if (!text) return refuse(text.error(), shown(file));
  const auto loaded = load_map(command.map, *text);
  if (!loaded) return refuse(loaded.error());
  const exchange::Map& map = *loaded;
  const auto application = Application::parse(map.profile(), *text);
  if (!application) return refuse(application.error(), shown(file));
  const auto trip =
      exchange::round_trip(map, plan(map.profile(), *application, applied_on(*application).value_or(today())));
  if (!trip) return refuse(trip.error(), shown(file));
  const Words words(command.map.language);
  const std::size_t all = trip->same.size() + trip->lost.size() + trip->changed.size();
  write(words(texts::exchange::carried, shown(file), trip->same.size(), all) + '\n');
  for (const auto& found : trip->exported.findings) write("  " + line_of(found, {}, command.map.language));
  const Profile& profile = map.profile();
  if (!trip->lost.empty()) {
    write(words(texts::exchange::not_carried, joined_names(field_names(profile, trip->lost), words)) + '\n');
  }
  if (trip->changed.empty()) return done;
  write(words(texts::exchange::changed_on_the_way, joined_names(field_names(profile, trip->changed), words)) + '\n');
  return answer_is_no;
}

Status test_map(const MapCommand& command) {
  Status status = done;
  for (const std::string& file : command.files) status = graver(status, test_file(file, command));
  return status;
}

void add_uses(std::vector<exchange::RowUse>& sum, const std::vector<exchange::RowUse>& uses) {
  sum.resize(uses.size());
  for (std::size_t i = 0; i < uses.size(); ++i) {
    sum[i].read += uses[i].read;
    sum[i].missing += uses[i].missing;
    sum[i].refused += uses[i].refused;
    sum[i].not_asked += uses[i].not_asked;
    sum[i].codes.resize(std::max(sum[i].codes.size(), uses[i].codes.size()));
    for (std::size_t k = 0; k < uses[i].codes.size(); ++k) sum[i].codes[k] += uses[i].codes[k];
  }
}

Status tell_coverage(const exchange::MapContent& map, const std::vector<exchange::RowUse>& uses, const Words& words) {
  std::size_t readers = 0;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < map.rows.size(); ++i) {
    const exchange::MapRow& row = map.rows[i];
    if (!row.reads()) continue;
    ++readers;
    seen += uses[i].read > 0 ? 1 : 0;
    write(words(texts::exchange::row_use, row.from.text(), row.to, uses[i].read, uses[i].missing, uses[i].refused,
                uses[i].not_asked) +
          '\n');
    if (!row.codes) continue;
    std::set<std::string> unseen;
    const auto& pairs = map.codes[*row.codes].pairs;
    for (std::size_t k = 0; k < pairs.size(); ++k) {
      if (k >= uses[i].codes.size() || uses[i].codes[k] == 0) unseen.insert(pairs[k].first);
    }
    if (!unseen.empty()) write(words(texts::exchange::codes_not_seen, joined_names(unseen, words)) + '\n');
  }
  write(words(texts::exchange::coverage_summary, seen, readers) + '\n');
  return seen == readers ? done : answer_is_no;
}

Status cover_map(const MapCommand& command) {
  const auto map = load_map(command.map);
  if (!map) return refuse(map.error());
  std::vector<exchange::RowUse> uses(map->content().rows.size());
  for (const std::string& file : command.files) {
    const auto text = read_text(file, exchange::max_source_bytes);
    if (!text) return refuse(text.error(), shown(file));
    const auto imported = exchange::import_records(*map, *text);
    if (!imported) return refuse(imported.error(), shown(file));
    add_uses(uses, imported->rows);
  }
  return tell_coverage(map->content(), uses, Words(command.map.language));
}

Command add_map_schema(CLI::App& maps) {
  CLI::App& command = *maps.add_subcommand("schema", "a JSON Schema (2020-12) of maps for editors and validators");
  return {&command, [] {
            write_json(embedded_text(embedded_schemas(), "map.schema.json"));
            return done;
          }};
}

Command add_map_command(CLI::App& maps, const char* name, const char* about, const char* files,
                        Status (*carry_out)(const MapCommand&)) {
  auto options = std::make_shared<MapCommand>();
  CLI::App& command = *maps.add_subcommand(name, about);
  options->map.add_to(command);
  if (files == nullptr) {
    command.add_flag("--strict", options->strict, "notes count as well as warnings and errors");
  } else {
    command.add_option("FILE", options->files, files)->option_text("FILE ...")->required();
  }
  return {&command, [options, carry_out] { return carry_out(*options); }};
}

Command add_map_list(CLI::App& maps) {
  auto language = std::make_shared<Language>(Language::zh);
  CLI::App& command = *maps.add_subcommand("list", "the built-in maps, and how surely each format is known");
  add_language(command, *language);
  return {&command, [language] { return list_maps(*language); }};
}

}  // namespace

Command add_map(CLI::App& program) {
  CLI::App& maps = *program.add_subcommand("map", "maps between other systems' formats and applications");
  std::vector<Command> commands{
      add_map_list(maps), add_map_schema(maps),
      add_map_command(maps, "lint", "everything that is wrong or odd about a map", nullptr, lint_map),
      add_map_command(maps, "test", "write applications by a map, read them back, and say what does not come back",
                      "applications in JSON", test_map),
      add_map_command(maps, "coverage", "which rows and codes of a map these samples use",
                      "what the other system wrote", cover_map)};
  return one_of(maps, std::move(commands));
}

}  // namespace birthcase::cli
