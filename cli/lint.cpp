#include <birthcase/lint.hpp>

#include "command.hpp"
#include "data_files.hpp"
#include "input.hpp"
#include "json_error.hpp"
#include "text/wrap.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <vector>

#if BIRTHCASE_ANALYSIS
#include "analysis/lint.hpp"
#include "words.hpp"
#endif

namespace birthcase::cli {
namespace {

#if BIRTHCASE_ANALYSIS
constexpr bool compares_rules = true;
#else
constexpr bool compares_rules = false;
#endif

struct LintOptions {
  std::vector<std::string> profiles;
  bool strict = false;
  DataFiles data;
  JsonOutput output;
  Language language = Language::zh;
};

// What was found in one profile: that it does not load, or what is odd about it.
struct Linted {
  std::string name;
  std::optional<Error> error;
  std::vector<LintRemark> remarks;

  auto count(Severity severity) const {
    return std::count_if(remarks.begin(), remarks.end(),
                         [severity](const LintRemark& remark) { return remark.severity == severity; });
  }
};

// What conditions really mean, as far as this program can tell.
std::vector<LintRemark> compare_rules([[maybe_unused]] const Profile& profile) {
#if BIRTHCASE_ANALYSIS
  return analysis::semantic_lint(profile);
#else
  return {};
#endif
}

Linted look_through(const ProfileSource& source, const ProfileData& data) {
  Linted linted{.name = source.name(), .error = {}, .remarks = {}};
  auto remarks = lint(source.text(), source.texts(), data);
  if (!remarks) {
    linted.error = source.named(remarks.error());
    return linted;
  }
  linted.remarks = std::move(*remarks);
  const Profile profile = Profile::parse(source.text(), source.texts(), data).value();
  auto compared = compare_rules(profile);
  std::move(compared.begin(), compared.end(), std::back_inserter(linted.remarks));
  place(linted.remarks, source.text(), source.texts());
  for (LintRemark& remark : linted.remarks) {
    if (remark.document == profile.id()) remark.document = source.name();
  }
  return linted;
}

std::string line_of(const LintRemark& remark, Language language) {
  Error line{.document = remark.document, .path = remark.path, .line = remark.line, .column = remark.column};
  line.message = std::string(to_string(remark.severity)) + ": " + remark.message.in(language) +
                 std::string(command_line::clause_separator.in(language)) + remark.suggestion.in(language) + " [" +
                 remark.code + ']';
  return text::printable(describe(line)) + '\n';
}

std::string summary_of(const Linted& linted, const Words& words) {
  const auto errors = linted.count(Severity::error) + (linted.error ? 1 : 0);
  const auto warnings = linted.count(Severity::warning);
  const auto notes = linted.count(Severity::info);
  if (errors + warnings + notes == 0) return words(command_line::nothing_to_remark, linted.name) + '\n';
  return words(command_line::remarks_counted, linted.name, errors, warnings, notes) + '\n';
}

std::string text_of(const Linted& linted, Language language) {
  std::string text;
  if (linted.error) {
    Error error = *linted.error;
    error.message.insert(0, "error: ");
    text += text::printable(describe(error)) + '\n';
  }
  for (const LintRemark& remark : linted.remarks) text += line_of(remark, language);
  return text + summary_of(linted, Words(language));
}

boost::json::object json_of(const LintRemark& remark, Language language) {
  boost::json::object json{{"severity", to_string(remark.severity)}, {"code", remark.code}};
  if (!remark.rule.empty()) json["rule"] = remark.rule;
  json["document"] = remark.document;
  json["path"] = remark.path;
  if (remark.line != 0) json["line"] = remark.line;
  if (remark.column != 0) json["column"] = remark.column;
  json["message"] = remark.message.in(language);
  json["suggestion"] = remark.suggestion.in(language);
  return json;
}

boost::json::object json_of(const Linted& linted, Language language) {
  boost::json::object json{{"profile", linted.name}};
  if (linted.error) {
    json["error"] = error_json(*linted.error);
    json["error"].get_object()["document"] = linted.error->document;
    if (linted.error->line != 0) json["error"].get_object()["line"] = linted.error->line;
  }
  boost::json::array remarks;
  for (const LintRemark& remark : linted.remarks) remarks.push_back(json_of(remark, language));
  json["remarks"] = std::move(remarks);
  return json;
}

void print(const std::vector<Linted>& all, const LintOptions& options) {
  if (options.output.wanted()) {
    boost::json::array profiles;
    for (const Linted& linted : all) profiles.push_back(json_of(linted, options.language));
    options.output.write(boost::json::serialize(
        boost::json::object{{"profiles", std::move(profiles)}, {"rules_compared", compares_rules}}));
    return;
  }
  for (const Linted& linted : all) write(text_of(linted, options.language));
  if (compares_rules || all.empty()) return;
  write(std::string(command_line::rules_not_compared.in(options.language)) + '\n');
}

Status run(const LintOptions& options) {
  const auto data = options.data.read();
  if (!data) return refuse(data.error());
  std::vector<Linted> all;
  Status status = done;
  for (const std::string& name : options.profiles) {
    const auto source = ProfileSource::read(name);
    if (!source) {
      status = refuse(source.error());
      continue;
    }
    const Linted& linted = all.emplace_back(look_through(*source, *data));
    const auto notes = options.strict ? 0 : linted.count(Severity::info);
    const bool clean = !linted.error && static_cast<long>(linted.remarks.size()) == notes;
    status = graver(status, clean ? done : answer_is_no);
  }
  if (!all.empty()) print(all, options);
  return status;
}

}  // namespace

Command add_lint(CLI::App& program) {
  auto options = std::make_shared<LintOptions>();
  CLI::App& command = *program.add_subcommand("lint", "everything that is wrong or odd about a profile");
  command.add_option("PROFILE", options->profiles, "built-in profiles or profiles' files")
      ->option_text("ID|FILE ...")
      ->required();
  command.add_flag("--strict", options->strict, "notes count as well as warnings and errors");
  options->data.add_to(command);
  options->output.add_to(command);
  add_language(command, options->language);
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli
