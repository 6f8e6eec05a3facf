#include "command.hpp"
#include "data_files.hpp"
#include "diff_text.hpp"
#include "input.hpp"

#include <memory>

namespace birthcase::cli {
namespace {

struct DiffOptions {
  std::string before;
  std::string after;
  std::string as_of;
  layout::Format format = layout::Format::text;
  DataFiles data;
  JsonOutput output;
  Language language = Language::zh;
};

#if BIRTHCASE_ANALYSIS

Status run(const DiffOptions& options) {
  const auto as_of = date_of("--as-of", options.as_of);
  if (!as_of) return refuse(as_of.error());
  const auto data = options.data.read();
  if (!data) return refuse(data.error());
  const auto before = load_profile(options.before, *data);
  if (!before) return refuse(before.error());
  const auto after = load_profile(options.after, *data);
  if (!after) return refuse(after.error());
  const analysis::Difference difference = analysis::difference(*before, *after, as_of->value_or(today()));
  if (options.output.wanted()) {
    options.output.write(difference_json(difference));
  } else {
    write(difference_document(difference, options.before, options.after, options.language), options.format);
  }
  return difference.changes.empty() && !difference.undecided ? done : answer_is_no;
}

#else

Status run(const DiffOptions&) {
  complain("birthcase diff: this program was built without the solver Z3 (Debian: libz3-dev); build it again with it");
  return wrong_input;
}

#endif

}  // namespace

Command add_diff(CLI::App& program) {
  auto options = std::make_shared<DiffOptions>();
  CLI::App& command = *program.add_subcommand("diff", "what a change of rules changes for families, and for whom");
  command.add_option("OLD", options->before, "a built-in profile or a profile's file")->required();
  command.add_option("NEW", options->after, "the profile to compare it with")->required();
  command.add_option("--as-of", options->as_of, "the day whose rules count (default: today)");
  options->data.add_to(command);
  options->output.add_to(command);
  add_format(command, options->format);
  add_language(command, options->language);
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli
