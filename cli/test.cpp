#include "command.hpp"
#include "data_files.hpp"
#include "output_file.hpp"
#include "test_coverage.hpp"
#include "test_mutants.hpp"
#include "test_run.hpp"
#include "text/counted.hpp"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <utility>

namespace birthcase::cli {
namespace {

struct TestOptions {
  std::vector<std::string> arguments;
  std::vector<std::string> profiles;
  std::string junit;
  bool verbose = false;
  DataFiles data;
  CoverageOptions coverage;
  MutantOptions mutants;
  JsonOutput output;
};

std::string count_of(std::size_t count, const std::string& what) {
  return fmt::format("{} {}{:|s}", count, what, text::counted(count));
}

void write_text_report(const TestRun& run, bool verbose) {
  for (const RuleTestReport& report : run.reports) write(to_text(report, verbose));
  write(count_of(run.reports.size(), "document") + ", " + count_of(run.passed() + run.failed(), "case") + ": " +
        std::to_string(run.passed()) + " passed, " + std::to_string(run.failed()) + " failed\n");
}

// `more`: further members, each with a comma before it.
void write_json_report(const TestRun& run, const std::string& more, const JsonOutput& output) {
  output.write("{\"passed\":" + std::to_string(run.passed()) + ",\"failed\":" + std::to_string(run.failed()) +
               ",\"documents\":" + to_json(run.reports) + more + "}");
}

Status write_junit(const TestRun& run, const std::string& file) {
  const auto written = write_file(file, to_junit(run.reports));
  return written ? done : refuse(written.error());
}

Status read_all_tests(const TestOptions& options, TestRun& run) {
  auto data = options.data.read();
  if (!data) return refuse(data.error());
  run.data = std::move(*data);
  ProfilesOfTests profiles(run.data);
  for (const std::string& profile : options.profiles) {
    if (auto added = profiles.add(profile); !added) return refuse(added.error());
  }
  const auto files = test_files(options.arguments);
  if (!files) return refuse(files.error());
  if (const Status status = read_tests(*files, profiles, run); status != done) return status;
  for (const std::string& id : profiles.unused()) {
    complain("--profile: no test names a profile by the id '" + id + "'");
    return wrong_input;
  }
  return done;
}

// What a run has given besides the results of the tests, as far as it was asked for.
struct Findings {
  std::optional<Coverage> coverage;
  std::optional<MutationReport> mutants;
};

Status look_further(const TestOptions& options, const TestRun& run, Findings& findings) {
  Status status = done;
  if (options.coverage.wanted()) status = graver(status, cover(options.coverage, run, findings.coverage.emplace()));
  if (options.mutants.wanted() && run.failed() == 0) {  // a test that fails already notices every change
    MutationReport& mutants = findings.mutants.emplace();
    status = graver(status, find_mutants(options.mutants, run, options.profiles, mutants, options.coverage.own));
  }
  return status;
}

void write_reports(const TestOptions& options, const TestRun& run, const Findings& findings) {
  if (options.coverage.takes_output()) {
    if (run.failed() != 0) complain(count_of(run.failed(), "case") + " failed");
  } else if (options.output.wanted()) {
    std::string more = findings.coverage ? ",\"coverage\":" + to_json(*findings.coverage) : "";
    if (findings.mutants) more += ",\"mutants\":" + to_json(*findings.mutants);
    write_json_report(run, more, options.output);
  } else {
    write_text_report(run, options.verbose);
    if (findings.coverage) write(to_text(*findings.coverage));
    if (findings.mutants) write(to_text(*findings.mutants));
  }
}

// Everything that reports on a run stands here, one after the other.
Status report(const TestOptions& options, const TestRun& run) {
  Findings findings;
  Status status = run.failed() == 0 ? done : answer_is_no;
  if (!options.junit.empty()) status = graver(status, write_junit(run, options.junit));
  status = graver(status, look_further(options, run, findings));
  write_reports(options, run, findings);
  if (!findings.coverage) return status;
  if (options.coverage.suggest) status = graver(status, write_suggestion(options.coverage, run, *findings.coverage));
  return graver(status, judge(options.coverage, *findings.coverage));
}

Status test(const TestOptions& options) {
  TestRun run;
  if (const Status status = read_all_tests(options, run); status != done) return status;
  run_tests(run);
  return report(options, run);
}

}  // namespace

Command add_test(CLI::App& program) {
  const auto options = std::make_shared<TestOptions>();
  CLI::App& command = *program.add_subcommand("test", "run tests of rules: files *.birthcase.json");
  command.add_option("FILE", options->arguments, "files of tests, or folders of them; - is the standard input")
      ->required();
  command
      .add_option("--profile", options->profiles, "the profile that counts where tests name its id; can be repeated")
      ->option_text("ID|FILE")
      ->expected(1)
      ->take_all();
  command.add_option("--junit", options->junit, "also write the results as JUnit's XML")->option_text("OUT");
  command.add_flag("--verbose", options->verbose, "also name the cases that passed");
  options->data.add_to(command);
  options->coverage.add_to(command);
  options->mutants.add_to(command);
  options->output.add_to(command);
  return {&command, [options] { return test(*options); }};
}

}  // namespace birthcase::cli
