#include <birthcase/exchange/import.hpp>
#include <birthcase/plan_json.hpp>

#include "exchange/commands.hpp"
#include "exchange/into_case.hpp"
#include "exchange/map_choice.hpp"
#include "input.hpp"
#include "texts/exchange.hpp"
#include "words.hpp"

#include <memory>
#include <utility>

namespace birthcase::cli {
namespace {

struct ImportCommand {
  MapOptions map;
  std::vector<std::string> files;
  std::string encoding;
  bool lines = false;
  JsonOutput output;
  IntoCase into;
};

// What came of one file.
struct ImportedFile {
  std::string name;
  exchange::Imported imported;
};

Result<ImportedFile> import_file(const exchange::Map& map, const std::string& file, const ImportCommand& command) {
  const auto text = read_text(file, exchange::max_source_bytes);
  exchange::ImportOptions options;
  if (!command.encoding.empty()) {
    options.encoding = command.encoding == "utf-8" ? exchange::Encoding::utf_8 : exchange::Encoding::gb18030;
  }
  auto imported = text ? exchange::import_records(map, *text, options) : Result<exchange::Imported>(text.error());
  if (imported) return ImportedFile{std::string(shown(file)), std::move(*imported)};
  Error error = imported.error();
  error.document = shown(file);
  return error;
}

std::string summary_of_import(const exchange::Imported& imported, const Words& words) {
  std::size_t findings = 0;
  for (const auto& birth : imported.births) findings += birth.findings.size();
  const std::size_t good = imported.applications();
  std::string text =
      words(texts::exchange::import_summary, imported.births.size(), good, imported.births.size() - good, findings) +
      '\n';
  std::string unread;
  for (const auto& place : imported.unread) {
    if (!unread.empty()) unread += words(command_line::list_separator);
    unread += place.path;
  }
  if (!unread.empty()) text += words(texts::exchange::unread_places, unread) + '\n';
  return text;
}

void tell_findings(const ImportedFile& file, Language language, void (*say)(std::string_view)) {
  for (const auto& birth : file.imported.births) {
    for (const auto& found : birth.findings) say(line_of(found, file.name, language));
  }
}

// `complain` ends the line itself.
void complain_line(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  complain(line);
}

void print_import(const ImportedFile& file, const exchange::Map& map, const ImportCommand& command) {
  const Language language = command.map.language;
  if (command.lines) {
    tell_findings(file, language, complain_line);
    for (const auto& birth : file.imported.births) {
      if (birth.application) write_json(to_json(*birth.application) + '\n');
    }
  } else if (command.output.wanted()) {
    command.output.write(exchange::to_json(map, file.imported, language));
  } else {
    tell_findings(file, language, [](std::string_view line) { write(line); });
    write(summary_of_import(file.imported, Words(language)));
  }
}

Status run(const ImportCommand& command) {
  const auto map = load_map(command.map);
  if (!map) return refuse(map.error());
  Status status = done;
  std::vector<exchange::ImportedBirth> births;
  for (const std::string& name : command.files) {
    auto file = import_file(*map, name, command);
    if (!file) {
      status = refuse(file.error());
      continue;
    }
    print_import(*file, *map, command);
    if (file->imported.applications() < file->imported.births.size()) status = graver(status, answer_is_no);
    for (auto& birth : file->imported.births) births.push_back(std::move(birth));
  }
  if (!command.into.wanted()) return status;
  return graver(status, command.into.carry_out(births, command.map));
}

}  // namespace

Command add_import(CLI::App& program) {
  auto options = std::make_shared<ImportCommand>();
  CLI::App& command =
      *program.add_subcommand("import", "records of another system become applications, by a map; or drafts of cases");
  options->map.add_to(command);
  command.add_option("FILE", options->files, "what the other system wrote; - is the standard input")
      ->option_text("FILE ...")
      ->required();
  command.add_option("--encoding", options->encoding, "of the files, instead of the map's")
      ->check(CLI::IsMember({"utf-8", "gb18030"}))
      ->option_text("utf-8|gb18030");
  options->output.add_to(command);
  command.add_flag("--lines", options->lines, "one application a line, as `batch` reads them")
      ->excludes("--json")
      ->excludes("--pretty");
  options->into.add_to(command);
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli
