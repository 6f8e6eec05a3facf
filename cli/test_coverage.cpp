#include "test_coverage.hpp"

#include "input.hpp"
#include "output_file.hpp"
#include "text/counted.hpp"
#include "text/wrap.hpp"

#include <boost/json/parse.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string_view>

namespace birthcase::cli {
namespace {

namespace fs = std::filesystem;

Status excuse(const std::string& document, const std::string& text, Coverage& coverage) {
  const auto excuses = excuses_in(text, document);
  if (!excuses) return refuse(excuses.error());
  Status status = done;
  for (const Excuse& each : *excuses) {
    if (auto accepted = coverage.excuse(each); !accepted) status = refuse(accepted.error());
  }
  return status;
}

// The condition with «…» around the part, wherever it stands.
std::string marked(const std::string& condition, const std::string& part) {
  std::string text;
  std::size_t from = 0;
  for (auto at = condition.find(part); at != std::string::npos; at = condition.find(part, from)) {
    text += condition.substr(from, at - from) + "«" + part + "»";
    from = at + part.size();
  }
  return from == 0 ? "«" + part + "» of " + condition : text + condition.substr(from);
}

std::string line_of(const Obligation& obligation) {
  if (obligation.atom.empty()) return obligation.what;
  const std::string answer = obligation.what.substr(0, obligation.what.find(':'));
  return answer + ": " + marked(obligation.condition, obligation.atom);
}

std::string joined(const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, ", ")); }

std::string heading(const Obligation& obligation) {
  std::string text =
      fmt::format("{} {}  ({} {}", obligation.table, obligation.rule, obligation.document, obligation.path);
  if (obligation.profiles.size() != 1 || obligation.profiles.front() != obligation.document) {
    text += "; in " + joined(obligation.profiles);
  }
  return text + ")\n";
}

template <class Wanted>
std::string by_rule(const Coverage& coverage, const Wanted& wanted) {
  std::string text;
  const Obligation* last = nullptr;
  for (const Obligation& obligation : coverage.obligations()) {
    if (!wanted(obligation)) continue;
    const bool same = last != nullptr && last->rule == obligation.rule && last->path == obligation.path &&
                      last->document == obligation.document;
    if (!same) text += "  " + heading(obligation);
    text += "    - " + text::on_one_line(line_of(obligation)) + '\n';
    if (!obligation.excuse.empty()) text += "      because: " + text::on_one_line(obligation.excuse) + '\n';
    last = &obligation;
  }
  return text;
}

bool is_file_name(std::string_view name) noexcept {
  return name.find('/') != std::string_view::npos || name.ends_with(".json");
}

// A file beside the tests as a document beside `to` names it.
std::string seen_from(const fs::path& to, const fs::path& file) {
  const fs::path place = fs::absolute(file).lexically_normal();
  const std::string name = place.lexically_proximate(fs::absolute(to).lexically_normal().parent_path()).string();
  return is_file_name(name) ? name : "./" + name;
}

// How the tests name their profiles, where by file and not by id.
std::map<std::string, std::string, std::less<>> names_of_profiles(const TestRun& run, const fs::path& suggested) {
  std::map<std::string, std::string, std::less<>> names;
  for (std::size_t i = 0; i < run.documents.size(); ++i) {
    const fs::path tests = run.documents[i].document();
    const auto document = boost::json::parse(run.texts[i]);
    const auto& cases = document.at("cases").as_array();
    for (std::size_t j = 0; j < cases.size(); ++j) {
      const auto* own = cases[j].as_object().if_contains("profile");
      const std::string name((own != nullptr ? *own : document.at("profile")).as_string());
      if (!is_file_name(name)) continue;
      names.emplace(run.documents[i].cases()[j].profile.id(),
                    seen_from(suggested.empty() ? tests : suggested, tests.parent_path() / name));
    }
  }
  return names;
}

std::string cases(std::size_t count) { return fmt::format("{0} {0:case|cases}", text::counted(count)); }

}  // namespace

void CoverageOptions::add_to(CLI::App& command) {
  command.add_flag("--coverage", coverage, "also say what the tests have shown of each rule, and what not");
  command.add_flag("--own", own, "look only at the rules that the tested profiles add or change, not at those below");
  command.add_option("--min", min, "fail where less than so many percent have been shown")
      ->option_text("N")
      ->check(CLI::Range(0.0, 100.0));
  command.add_option("--suggest", suggest, "write tests for what is missing, to a file or the standard output")
      ->option_text("[FILE]")
      ->expected(0, 1);
}

Status cover(const CoverageOptions& options, const TestRun& run, Coverage& coverage) {
  for (const RuleTests& tests : run.documents) {
    for (const RuleTest& test : tests.cases()) coverage.see(plan(test.profile, test.application, test.as_of));
  }
  Status status = done;
  for (std::size_t i = 0; i < run.documents.size(); ++i) {
    status = graver(status, excuse(run.documents[i].document(), run.texts[i], coverage));
  }
  for (const Error& needless : coverage.needless_excuses()) status = refuse(needless);
  if (options.own) coverage.leave_out_inherited();
  return status;
}

std::string to_text(const Coverage& coverage) {
  const CoverageTotal all = coverage.total();
  std::string text =
      fmt::format("coverage of rules: {:.1f} % ({} of {}", std::min(coverage.percent(), 100.0), all.seen, all.demanded);
  text += all.excused == 0 ? ")\n" : fmt::format(", {} excused)\n", all.excused);
  for (const CoverageTotal& total : coverage.totals()) {
    text += fmt::format("  {:<13} {:>4} of {:>4}", total.table, total.seen, total.demanded);
    text += total.excused == 0 ? "\n" : fmt::format(", {} excused\n", total.excused);
  }
  const std::string missing = by_rule(coverage, [](const Obligation& each) { return each.missing(); });
  const std::string excused = by_rule(coverage, [](const Obligation& each) { return each.excused(); });
  if (!missing.empty()) text += "missing:\n" + missing;
  if (!excused.empty()) text += "excused:\n" + excused;
  return text;
}

Status write_suggestion(const CoverageOptions& options, const TestRun& run, const Coverage& coverage) {
  const RuleTest* first = nullptr;
  for (const RuleTests& tests : run.documents) {
    if (first == nullptr && !tests.cases().empty()) first = &tests.cases().front();
  }
  if (first == nullptr) return done;
  const Suggestion suggestion = suggest(
      coverage, {.as_of = first->as_of,
                 .names = names_of_profiles(run, options.takes_output() ? fs::path() : fs::path(*options.suggest))});
  std::string summary = fmt::format("{} suggested for {} of {} that are missing", cases(suggestion.cases),
                                    suggestion.covered.size(), suggestion.covered.size() + suggestion.not_found.size());
  if (!suggestion.not_found.empty()) summary += "; for the others no application was found";
  complain(summary);
  for (const std::size_t place : suggestion.not_found) {
    const Obligation& obligation = coverage.obligations()[place];
    complain(fmt::format("  {} {}: {}", obligation.table, obligation.rule, obligation.what));
  }
  if (suggestion.cases == 0) return done;
  if (options.takes_output()) {
    write_json(suggestion.document);
  } else if (auto written = write_file(*options.suggest, suggestion.document); !written) {
    return refuse(written.error());
  }
  return done;
}

Status judge(const CoverageOptions& options, const Coverage& coverage) {
  if (!options.min || coverage.percent() >= *options.min) return done;
  const CoverageTotal all = coverage.total();
  complain(
      fmt::format("coverage is {} of {}, which is less than the {} % of --min", all.seen, all.demanded, *options.min));
  return answer_is_no;
}

}  // namespace birthcase::cli
