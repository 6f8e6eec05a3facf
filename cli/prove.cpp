#include "command.hpp"
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
  int newborns = 2;
  int seconds = 60;
  JsonOutput output;
};

#if BIRTHCASE_ANALYSIS

Status answer(const ProveOptions& options, const Profile& profile, const analysis::Question& question) {
  const auto proof = analysis::prove(profile, question);
  if (!proof) return refuse(proof.error());
  if (options.output.wanted()) {
    options.output.write(proof_json(*proof));
  } else {
    write(proof_text(*proof, question.most_newborns));
  }
  if (!options.write.empty() && proof->counterexample) {
    if (const auto written = write_file(options.write, indented_application(*proof->counterexample) + '\n'); !written) {
      return refuse(written.error());
    }
  }
  return proof->verdict == analysis::Proof::Verdict::holds ? done : answer_is_no;
}

Status run_one(const ProveOptions& options) {
  if (options.asked.size() != 2) {
    complain("birthcase prove: a profile and one property, or files of properties (*.proofs.json), are needed here");
    return wrong_input;
  }
  auto profile = load_profile(options.asked[0]);
  if (!profile) return refuse(profile.error());
  const auto as_of = date_of("--as-of", options.as_of);
  if (!as_of) return refuse(as_of.error());
  return answer(options, *profile,
                {.property = options.asked[1],
                 .given = options.given,
                 .most_newborns = static_cast<std::uint16_t>(options.newborns),
                 .as_of = as_of->value_or(today()),
                 .patience = std::chrono::seconds(options.seconds)});
}

Status run(const ProveOptions& options) {
  if (!is_proof_file(options.asked.front())) return run_one(options);
  Status status = done;
  for (const std::string& file : options.asked) status = graver(status, prove_file(file, options.output));
  return status;
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
      .add_option("ASKED", options->asked,
                  "a profile and a property (a condition over facts and outcomes), or *.proofs.json files")
      ->required();
  command.add_option("--given", options->given, "only families for whom this condition holds; can be repeated");
  command.add_option("--as-of", options->as_of, "the day that is planned for (default: today)");
  command.add_option("--newborns", options->newborns, "births of up to so many children (default: 2)")
      ->check(CLI::Range(1, 6));
  command.add_option("--seconds", options->seconds, "how long the solver may think about each question (default: 60)")
      ->check(CLI::Range(1, 3600));
  command.add_option("--write", options->write, "put the counterexample into this file, for `birthcase plan`");
  options->output.add_to(command);
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli
