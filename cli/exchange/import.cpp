#include <birthcase/exchange/acknowledge.hpp>
#include <birthcase/exchange/import.hpp>
#include <birthcase/plan_json.hpp>

#include "exchange/commands.hpp"
#include "exchange/into_case.hpp"
#include "exchange/map_choice.hpp"
#include "input.hpp"
#include "texts/exchange.hpp"
#include "words.hpp"

#include <boost/date_time/posix_time/posix_time_types.hpp>

#include <memory>
#include <utility>

namespace birthcase::cli {
namespace {

constexpr int china_is_ahead_by_hours = 8;

struct ImportCommand {
  MapOptions map;
  std::vector<std::string> files;
  std::string encoding;
  bool lines = false;
  bool acknowledge = false;
  JsonOutput output;
  IntoCase into;
};

// The texts of the files that could be read, and what came of all of them.
struct ImportedFiles {
  std::vector<std::string> names;
  std::vector<std::string> texts;
  Result<exchange::Imported> imported{Error{}};

  /// A file by the number of its text, counted from 1.
  const std::string& name(std::size_t text) const { return names.at(text - 1); }
};

exchange::ImportOptions import_options(const ImportCommand& command) {
  exchange::ImportOptions options;
  if (command.encoding.empty()) return options;
  options.encoding = command.encoding == "utf-8" ? exchange::Encoding::utf_8 : exchange::Encoding::gb18030;
  return options;
}

// Records of several files may be about one birth. A file that cannot be read is refused, and the others are read.
Status import_files(const exchange::Map& map, const ImportCommand& command, ImportedFiles& files) {
  Status status = done;
  for (const std::string& name : command.files) {
    auto text = read_text(name, exchange::max_source_bytes);
    if (!text) {
      status = refuse(text.error(), shown(name));
      continue;
    }
    files.names.emplace_back(shown(name));
    files.texts.push_back(std::move(*text));
  }
  while (!files.texts.empty()) {
    const std::vector<std::string_view> texts(files.texts.begin(), files.texts.end());
    files.imported = exchange::import_records(map, texts, import_options(command));
    if (files.imported) break;
    Error error = files.imported.error();
    const std::size_t place = error.document.empty() ? 0 : std::stoul(error.document) - 1;
    error.document = files.names[place];
    status = refuse(error);
    if (command.acknowledge) break;
    files.names.erase(files.names.begin() + static_cast<std::ptrdiff_t>(place));
    files.texts.erase(files.texts.begin() + static_cast<std::ptrdiff_t>(place));
  }
  return status;
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

void tell_findings(const ImportedFiles& files, Language language, void (*say)(std::string_view)) {
  for (const auto& birth : files.imported->births) {
    for (const auto& found : birth.findings) say(line_of(found, files.name(found.text), language));
  }
}

// `complain` ends the line itself.
void complain_line(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  complain(line);
}

void print_import(const ImportedFiles& files, const exchange::Map& map, const ImportCommand& command) {
  const Language language = command.map.language;
  if (command.lines) {
    tell_findings(files, language, complain_line);
    for (const auto& birth : files.imported->births) {
      if (birth.application) write_json(to_json(*birth.application) + '\n');
    }
  } else if (command.output.wanted()) {
    command.output.write(exchange::to_json(map, *files.imported, language));
  } else {
    tell_findings(files, language, [](std::string_view line) { write(line); });
    write(summary_of_import(*files.imported, Words(language)));
  }
}

// The answer for the sender goes to the standard output, and findings to the standard error.
Status print_answers(const ImportedFiles& files, const exchange::Map& map, const ImportCommand& command) {
  if (files.texts.size() != 1) {
    return refuse(
        Error{.kind = ErrorKind::wrong_type, .message = "--acknowledge answers one file; send them one by one"});
  }
  exchange::AcknowledgeOptions options;
  options.at = boost::posix_time::second_clock::universal_time() + Duration(china_is_ahead_by_hours, 0, 0);
  options.encoding = import_options(command).encoding;
  options.language = command.map.language;
  const auto answers = exchange::acknowledge(map, files.texts.front(), files.imported, options);
  if (!answers) return refuse(answers.error());
  if (files.imported) tell_findings(files, command.map.language, complain_line);
  write_json(*answers);
  return done;
}

Status run(const ImportCommand& command) {
  const auto map = load_map(command.map);
  if (!map) return refuse(map.error());
  ImportedFiles files;
  Status status = import_files(*map, command, files);
  if (command.acknowledge) status = graver(status, print_answers(files, *map, command));
  if (!files.imported) return status;
  if (!command.acknowledge) print_import(files, *map, command);
  const auto& births = files.imported->births;
  if (files.imported->applications() < births.size()) status = graver(status, answer_is_no);
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
  command
      .add_flag("--acknowledge", options->acknowledge,
                "HL7 v2: print what the sender gets back (ACK); findings go to the standard error")
      ->excludes("--json")
      ->excludes("--pretty")
      ->excludes("--lines");
  options->into.add_to(command);
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli
