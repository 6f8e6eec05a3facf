#include "command.hpp"
#include "data_files.hpp"
#include "input.hpp"
#include "output_file.hpp"
#include "proof_text.hpp"
#include "prove_file.hpp"

#include <memory>
#include <vector>

namespace birthcase::cli {
namespace {

struct ProveOptions {
  std::vector<std::string> asked;
  std::vector<std::string> given;
  std::string as_of;
  std::string write;
  std::optional<int> newborns;
  int seconds = 60;
  DataFiles data;
  JsonOutput output;
  Language language = Language::en;
};

#if BIRTHCASE_ANALYSIS

// The text that was wrong, as it was called on the command line, and the column in it.
Status refuse_text(const Error& error) {
  std::string what = "property";
  if (error.path.starts_with("/given/")) what = fmt::format("--given {}", std::stoul(error.path.substr(7)) + 1);
  complain(fmt::format("{}, column {}: {}", what, error.column, error.message));
  return wrong_input;
}

Status answer(const ProveOptions& options, const Profile& profile, const analysis::Question& question) {
  const auto proof = analysis::prove(profile, question);
  if (!proof) return refuse_text(proof.error());
  if (options.output.wanted()) {
    options.output.write(proof_json(*proof, options.language));
  } else {
    write(proof_text(*proof, question.most_newborns, options.language));
  }
  if (!options.write.empty() && proof->counterexample) {
    if (const auto written = write_file(options.write, indented_application(*proof->counterexample) + '\n'); !written) {
      return refuse(written.error());
    }
  }
  return proof->verdict == analysis::Proof::Verdict::holds && !proof->for_nobody ? done : answer_is_no;
}

Status run_one(const ProveOptions& options) {
  if (options.asked.size() != 2) {
    complain(
        "birthcase prove: a profile and one property in quotes are needed here, or files of properties "
        "(*.proofs.json)");
    return wrong_input;
  }
  const auto data = options.data.read();
  if (!data) return refuse(data.error());
  auto profile = load_profile(options.asked[0], *data);
  if (!profile) return refuse(profile.error());
  const auto as_of = date_of("--as-of", options.as_of);
  if (!as_of) return refuse(as_of.error());
  return answer(options, *profile,
                {.property = options.asked[1],
                 .given = options.given,
                 .most_newborns = static_cast<std::uint16_t>(options.newborns.value_or(2)),
                 .as_of = as_of->value_or(today()),
                 .patience = std::chrono::seconds(options.seconds)});
}

Status run(const ProveOptions& options) {
  if (!means_proof_files(options.asked.front())) return run_one(options);
  if (!options.given.empty() || !options.as_of.empty() || options.newborns || !options.write.empty()) {
    complain("birthcase prove: --given, --as-of, --newborns and --write are for one property; files say it themselves");
    return wrong_input;
  }
  const auto data = options.data.read();
  if (!data) return refuse(data.error());
  return prove_files(options.asked, *data, std::chrono::seconds(options.seconds), options.output, options.language);
}

#else

Status run(const ProveOptions&) {
  complain("birthcase prove: this program was built without the solver Z3 (Debian: libz3-dev); build it again with it");
  return wrong_input;
}

#endif

}  // namespace

Command add_prove(CLI::App& program) {
  auto options = std::make_shared<ProveOptions>();
  CLI::App& command = *program.add_subcommand("prove", "whether something holds for every family, or whom it fails");
  command
      .add_option(
          "ASKED", options->asked,
          "a profile and a property (a condition over facts and outcomes), or *.proofs.json files and folders of them")
      ->required();
  command.add_option("--given", options->given, "only families for whom this condition holds; can be repeated")
      ->option_text("CONDITION")
      ->allow_extra_args(false);
  command.add_option("--as-of", options->as_of, "the day that is planned for (default: today)");
  command.add_option("--newborns", options->newborns, "births of up to so many children (default: 2)")
      ->check(CLI::Range(1, 6));
  command.add_option("--seconds", options->seconds, "how long the solver may think about each question (default: 60)")
      ->check(CLI::Range(1, 3600));
  command.add_option("--write", options->write, "put the counterexample into this file, for `birthcase plan`");
  options->data.add_to(command);
  options->output.add_to(command);
  add_language(command, options->language);
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli
