#include <birthcase/application.hpp>
#include <birthcase/plan.hpp>
#include <birthcase/plan_json.hpp>

#include "command.hpp"
#include "contents.hpp"
#include "data_files.hpp"
#include "input.hpp"
#include "plan_text.hpp"
#include "profile_choice.hpp"

#include <memory>
#include <vector>

namespace birthcase::cli {
namespace {

struct PlanOptions {
  std::vector<std::string> files;
  std::string profile;
  std::string as_of;
  DataFiles data;
  bool explain = false;
  JsonOutput output;
  ContentsOptions contents;
  layout::Format format = layout::Format::text;
  Language language = Language::zh;
};

Result<Plan> make_plan(ProfileChoice& profiles, const std::string& file, const std::optional<Date>& as_of) {
  const auto text = read_text(file, max_application_bytes);
  if (!text) return text.error();
  const auto profile = profiles.of(*text);
  if (!profile) return profile.error();
  const auto application = Application::parse(*profile, *text);
  if (!application) return application.error();
  return plan(*profile, *application, as_of.value_or(applied_on(*application).value_or(today())));
}

void show(const Plan& plan, const PlanOptions& options) {
  if (options.output.wanted()) {
    return options.output.write(to_json(plan, options.language, options.contents.contents()));
  }
  write(plan_document(PlanView{plan, Words(options.language), options.explain}), options.format);
}

Status run(const PlanOptions& options) {
  if (options.contents.given() && !options.output.wanted()) {
    complain("birthcase plan: --parts, --no-labels and --no-reasons are about JSON: add --json or --pretty");
    return wrong_input;
  }
  const auto as_of = date_of("--as-of", options.as_of);
  if (!as_of) return refuse(as_of.error());
  const auto data = options.data.read();
  if (!data) return refuse(data.error());
  ProfileChoice profiles(*data);
  if (const auto chosen = profiles.choose(options.profile); !chosen) return refuse(chosen.error());
  if (options.format == layout::Format::html && options.files.size() > 1) {
    complain("birthcase plan: a page of HTML has one plan; name one application");
    return wrong_input;
  }
  Status status = done;
  bool first = true;
  for (const std::string& file : options.files) {
    const auto plan = make_plan(profiles, file, *as_of);
    if (!plan) {
      status = graver(status, refuse(plan.error(), shown(file)));
      continue;
    }
    if (!std::exchange(first, false) && !options.output.wanted()) write("\n\n");
    show(*plan, options);
    if (inadmissible(*plan)) status = graver(status, answer_is_no);
  }
  return status;
}

}  // namespace

Command add_plan(CLI::App& program) {
  auto options = std::make_shared<PlanOptions>();
  CLI::App& command = *program.add_subcommand("plan", "what one birth needs: documents, form and route");
  command.add_option("FILE", options->files, "applications in JSON; - is the standard input")->required();
  command.add_option("--profile", options->profile, "a built-in profile or a profile's file")->option_text("ID|FILE");
  command.add_option("--as-of", options->as_of, "the day whose rules count (default: that of applied_at, else today)")
      ->option_text("DATE");
  command.add_flag("--explain", options->explain, "also what need not be brought, and the rule behind each answer");
  options->data.add_to(command);
  options->output.add_to(command);
  options->contents.add_to(command);
  add_format(command, options->format);
  add_language(command, options->language);
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli
