#include <birthcase/application.hpp>
#include <birthcase/plan.hpp>
#include <birthcase/plan_json.hpp>

#include "command.hpp"
#include "contents.hpp"
#include "data_files.hpp"
#include "input.hpp"
#include "json_error.hpp"
#include "lines.hpp"
#include "pipeline.hpp"
#include "profile_choice.hpp"
#include "terminal.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <system_error>
#include <thread>

namespace birthcase::cli {
namespace {

constexpr unsigned most_threads = 256;

struct BatchOptions {
  std::string file = "-";
  std::string profile;
  std::string as_of;
  DataFiles data;
  unsigned threads = std::clamp(std::thread::hardware_concurrency(), 1U, most_threads);
  ContentsOptions contents;
  Language language = Language::zh;
};

struct Day {
  std::optional<Date> as_of;  // for every line, if it was given
  Date today;
};

Result<std::string> plan_of(const Line& line, ProfileChoice& profiles, const Day& day, const BatchOptions& options) {
  if (line.too_long) return line_too_long();
  const auto profile = profiles.of(line.text);
  if (!profile) return profile.error();
  const auto application = Application::parse(*profile, line.text);
  if (!application) return application.error();
  const Date as_of = day.as_of.value_or(applied_on(*application).value_or(day.today));
  return to_json(plan(*profile, *application, as_of), options.language, options.contents.contents());
}

Answer answer_to(const Line& line, ProfileChoice& profiles, const Day& day, const BatchOptions& options) {
  auto plan = plan_of(line, profiles, day, options);
  if (plan) return {std::move(*plan), false};
  return {boost::json::serialize(boost::json::object{{"line", line.number}, {"error", error_json(plan.error())}}),
          true};
}

/// A line on the standard error that is written over again, where that is a terminal and the answers are not.
class Progress {
 public:
  void show(const PipelineCounts& counts) {
    const auto now = std::chrono::steady_clock::now();
    if (!shown_ || now - last_ < std::chrono::milliseconds(200)) return;
    last_ = now;
    std::fprintf(stderr, "\r%zu lines, %zu errors", counts.lines, counts.failed);
    std::fflush(stderr);
  }

  void end(const PipelineCounts& counts) const {
    if (shown_) std::fprintf(stderr, "\r%zu lines, %zu errors\n", counts.lines, counts.failed);
  }

 private:
  bool shown_ = is_terminal(stderr) && !is_terminal(stdout);
  std::chrono::steady_clock::time_point last_;
};

Status run(const BatchOptions& options) {
  const auto as_of = date_of("--as-of", options.as_of);
  if (!as_of) return refuse(as_of.error());
  const auto data = options.data.read();
  if (!data) return refuse(data.error());
  ProfileChoice profiles(*data);
  if (const auto chosen = profiles.choose(options.profile); !chosen) return refuse(chosen.error());
  auto lines = LineReader::open(options.file);
  if (!lines) return refuse(lines.error(), shown(options.file));

  const Day day{*as_of, today()};
  Progress progress;
  const auto counts = run_pipeline(
      *lines, options.threads, [&](const Line& line) { return answer_to(line, profiles, day, options); },
      [&](const PipelineCounts& so_far) { progress.show(so_far); });
  flush();
  progress.end(counts);
  if (lines->failure() != 0) {
    complain(std::string(shown(options.file)) +
             ": cannot be read: " + std::generic_category().message(lines->failure()));
    return wrong_input;
  }
  return counts.failed == 0 ? done : answer_is_no;
}

}  // namespace

Command add_batch(CLI::App& program) {
  auto options = std::make_shared<BatchOptions>();
  CLI::App& command = *program.add_subcommand("batch", "a plan for each line: applications in, plans out, in order");
  command.add_option("FILE", options->file, "one application in JSON a line (default: standard input)");
  command.add_option("--profile", options->profile, "for all lines; else each application names its own")
      ->option_text("ID|FILE");
  command.add_option("--as-of", options->as_of, "the day whose rules count (default: that of applied_at, else today)")
      ->option_text("DATE");
  command.add_option("--threads", options->threads, "how many threads (default: as many as there are processors)")
      ->check(CLI::Range(1U, most_threads))
      ->option_text("N");
  options->data.add_to(command);
  options->contents.add_to(command);
  add_language(command, options->language);
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli
