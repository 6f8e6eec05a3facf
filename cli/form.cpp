#include <birthcase/plan_json.hpp>

#include "command.hpp"
#include "data_files.hpp"
#include "form_text.hpp"
#include "input.hpp"

#include <memory>

namespace birthcase::cli {
namespace {

struct FormOptions {
  std::string profile;
  std::string service;
  bool json_schema = false;
  DataFiles data;
  JsonOutput output;
  layout::Format format = layout::Format::text;
  Language language = Language::zh;
};

Result<std::string> document(const FormOptions& options, const Profile& profile) {
  if (options.json_schema) return application_schema(profile, options.language);
  return form_json(profile, options.service, options.language);
}

Status run(const FormOptions& options) {
  const auto data = options.data.read();
  if (!data) return refuse(data.error());
  const auto profile = load_profile(options.profile, *data);
  if (!profile) return refuse(profile.error());
  if (options.json_schema || options.output.wanted()) {
    auto json = document(options, *profile);
    if (!json) return refuse(json.error(), "--service");
    options.output.write(std::move(*json));
    return done;
  }
  const auto form = form_document(*profile, options.service, Words(options.language));
  if (!form) return refuse(form.error(), "--service");
  write(*form, options.format);
  return done;
}

}  // namespace

Command add_form(CLI::App& program) {
  auto options = std::make_shared<FormOptions>();
  CLI::App& command =
      *program.add_subcommand("form", "the one form of a profile, and a JSON Schema of the application");
  command.add_option("--profile", options->profile, "a built-in profile or a profile's file")
      ->option_text("ID|FILE")
      ->required();
  auto* service =
      command.add_option("--service", options->service, "one service's part of the form")->option_text("ID");
  command.add_flag("--json-schema", options->json_schema, "a JSON Schema (2020-12) of the application")
      ->excludes(service);
  options->data.add_to(command);
  options->output.add_to(command);
  add_format(command, options->format);
  add_language(command, options->language);
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli
