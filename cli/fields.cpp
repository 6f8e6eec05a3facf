#include <birthcase/plan_json.hpp>

#include "command.hpp"
#include "data_files.hpp"
#include "fields_text.hpp"
#include "input.hpp"

#include <memory>

namespace birthcase::cli {
namespace {

struct FieldsOptions {
  std::string profile = "base";
  DataFiles data;
  JsonOutput output;
  layout::Format format = layout::Format::text;
  Language language = Language::zh;
};

Status run(const FieldsOptions& options) {
  const auto data = options.data.read();
  if (!data) return refuse(data.error());
  const auto profile = load_profile(options.profile, *data);
  if (!profile) return refuse(profile.error());
  if (options.output.wanted()) {
    options.output.write(fields_json(*profile, options.language));
  } else {
    write(dictionary_document(*profile, Words(options.language)), options.format);
  }
  return done;
}

}  // namespace

Command add_fields(CLI::App& program) {
  auto options = std::make_shared<FieldsOptions>();
  CLI::App& command = *program.add_subcommand(
      "fields",
      "the data dictionary: every field with its codes, who fills it in, and which services and rules need it");
  command.add_option("--profile", options->profile, "a built-in profile or a profile's file (default: base)")
      ->option_text("ID|FILE");
  options->data.add_to(command);
  options->output.add_to(command);
  add_format(command, options->format);
  add_language(command, options->language);
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli
