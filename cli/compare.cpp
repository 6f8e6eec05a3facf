#include <birthcase/compare.hpp>
#include <birthcase/plan_json.hpp>

#include "command.hpp"
#include "compare_text.hpp"
#include "data_files.hpp"
#include "input.hpp"

#include <memory>
#include <vector>

namespace birthcase::cli {
namespace {

struct CompareOptions {
  std::vector<std::string> profiles;
  std::string as_of;
  layout::Format format = layout::Format::text;
  DataFiles data;
  JsonOutput output;
  Language language = Language::zh;
};

Status run(const CompareOptions& options) {
  const auto as_of = date_of("--as-of", options.as_of);
  if (!as_of) return refuse(as_of.error());
  const auto data = options.data.read();
  if (!data) return refuse(data.error());
  std::vector<Profile> profiles;
  for (const std::string& each : options.profiles) {
    auto profile = load_profile(each, *data);
    if (!profile) return refuse(profile.error());
    profiles.push_back(std::move(*profile));
  }
  const Date day = as_of->value_or(today());
  const auto comparison = compare(profiles, day);
  if (!comparison) return refuse(comparison.error());
  if (options.output.wanted()) {
    options.output.write(to_json(*comparison, options.language));
  } else {
    write(comparison_document(*comparison, day, Words(options.language)), options.format);
  }
  return done;
}

}  // namespace

Command add_compare(CLI::App& program) {
  auto options = std::make_shared<CompareOptions>();
  CLI::App& command = *program.add_subcommand("compare", "what a family brings to each service, profile by profile");
  command.add_option("PROFILE", options->profiles, "built-in profiles or profiles' files")->required();
  command.add_option("--as-of", options->as_of, "the day whose rules count (default: today)");
  options->data.add_to(command);
  options->output.add_to(command);
  add_format(command, options->format);
  add_language(command, options->language);
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli
