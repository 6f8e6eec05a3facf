#include <birthcase/exchange/export.hpp>
#include <birthcase/plan_json.hpp>

#include "exchange/commands.hpp"
#include "exchange/map_choice.hpp"
#include "input.hpp"
#include "terminal.hpp"

#include <cstdio>
#include <memory>

namespace birthcase::cli {
namespace {

struct ExportCommand {
  MapOptions map;
  std::vector<std::string> files;
  std::string service;
  std::string as_of;
};

Error about_file(Error error, const std::string& file) {
  error.document = shown(file);
  return error;
}

Result<Plan> plan_of_text(const exchange::Map& map, const std::string& text, std::optional<Date> as_of) {
  const auto application = Application::parse(map.profile(), text);
  if (!application) return application.error();
  return plan(map.profile(), *application, as_of.value_or(applied_on(*application).value_or(today())));
}

Status run(const ExportCommand& command) {
  const auto as_of = date_of("--as-of", command.as_of);
  if (!as_of) return refuse(as_of.error());
  std::optional<exchange::Map> map;  // for the profile of the first application
  std::vector<Plan> plans;
  for (const std::string& file : command.files) {
    const auto text = read_text(file, max_application_bytes);
    if (!text) return refuse(about_file(text.error(), file));
    if (!map) {
      auto loaded = load_map(command.map, *text);
      if (!loaded) return refuse(loaded.error());
      map = std::move(*loaded);
    }
    auto plan = plan_of_text(*map, *text, *as_of);
    if (!plan) return refuse(about_file(plan.error(), file));
    plans.push_back(std::move(*plan));
  }
  const auto exported = exchange::export_records(*map, plans, {command.service});
  if (!exported) return refuse(exported.error());
  Status status = done;
  for (const auto& found : exported->findings) {
    std::string line = line_of(found, {}, command.map.language);
    line.pop_back();
    complain(line);
    if (found.finding.severity == Severity::error) status = answer_is_no;
  }
  is_terminal(stdout) ? write(exported->text) : write_json(exported->text);  // byte by byte, in every format
  return status;
}

}  // namespace

Command add_export(CLI::App& program) {
  auto options = std::make_shared<ExportCommand>();
  CLI::App& command =
      *program.add_subcommand("export", "applications become records of another system's format, by a map");
  options->map.add_to(command);
  command.add_option("FILE", options->files, "applications in JSON; - is the standard input")
      ->option_text("FILE ...")
      ->required();
  command.add_option("--service", options->service, "only what the form of this service asks")->option_text("ID");
  command.add_option("--as-of", options->as_of, "the day whose rules count (default: that of applied_at, else today)")
      ->option_text("DATE");
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli
