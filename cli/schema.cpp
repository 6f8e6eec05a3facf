#include <birthcase/plan_json.hpp>

#include "command.hpp"
#include "data_files.hpp"
#include "embedded.hpp"
#include "input.hpp"

#include <memory>

namespace birthcase::cli {
namespace {

struct SchemaOptions {
  std::string of;
  std::string profile = "base";
  bool pretty = false;
  DataFiles data;
  Language language = Language::zh;
};

Status run(const SchemaOptions& options) {
  if (options.of != "application") {
    write_json(embedded_text(embedded_schemas(), options.of + ".schema.json"));
    return done;
  }
  const auto data = options.data.read();
  if (!data) return refuse(data.error());
  const auto profile = load_profile(options.profile, *data);
  if (!profile) return refuse(profile.error());
  JsonOutput output;
  output.pretty = options.pretty;
  output.write(application_schema(*profile, options.language));
  return done;
}

}  // namespace

Command add_schema(CLI::App& program) {
  auto options = std::make_shared<SchemaOptions>();
  CLI::App& command = *program.add_subcommand(
      "schema",
      "a JSON Schema (2020-12) for editors and validators: of a profile, of rule tests, of holiday notices, of an "
      "application");
  command.add_option("WHAT", options->of, "what is described")
      ->option_text("profile|rule-tests|calendar|application")
      ->check(CLI::IsMember({"profile", "rule-tests", "calendar", "application"}))
      ->required();
  command.add_option("--profile", options->profile, "whose applications (default: base)")->option_text("ID|FILE");
  command.add_flag("--pretty", options->pretty, "an application's schema with line breaks and indents");
  options->data.add_to(command);
  add_language(command, options->language);
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli
