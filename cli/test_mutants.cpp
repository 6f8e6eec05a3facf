#include "test_mutants.hpp"

#include "input.hpp"
#include "text/counted.hpp"
#include "text/wrap.hpp"

#include <boost/json/parse.hpp>
#include <fmt/format.h>

#include <filesystem>
#include <map>

namespace birthcase::cli {
namespace {

std::string text_of(const boost::json::value& document, std::string_view key) {
  const auto* top = document.if_object();
  const auto* value = top == nullptr ? nullptr : top->if_contains(key);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

// The profile and what it extends. They have been loaded before, so nothing is wrong with them.
LayeredProfile layers_of(const ProfileSource& source) {
  LayeredProfile profile;
  const ProfileTexts beside = source.texts();
  std::string text = source.text();
  for (;;) {
    const auto document = boost::json::parse(text);
    const std::string below = text_of(document, "extends");
    profile.layers.emplace_back(text_of(document, "id"), std::move(text));
    if (below.empty()) return profile;
    const auto own = beside(below);
    text = own ? *own : *Profile::built_in_text(below);
  }
}

Result<std::map<std::string, std::string>> files_by_id(const std::vector<std::string>& profiles,
                                                       const ProfileData& data) {
  std::map<std::string, std::string> files;
  for (const std::string& file : profiles) {
    const auto profile = load_profile(file, data);
    if (!profile) return profile.error();
    files[profile->id()] = file;
  }
  return files;
}

std::vector<MutationTests> tests_of(const TestRun& run, const std::map<std::string, std::string>& given) {
  std::vector<MutationTests> tests;
  for (std::size_t i = 0; i < run.documents.size(); ++i) {
    const std::string& name = run.documents[i].document();
    const auto folder = std::filesystem::path(name).parent_path();
    const auto lookup = [folder, &given](std::string_view id_or_file) -> Result<LayeredProfile> {
      std::string file(id_or_file);
      const bool beside = file.find('/') != std::string::npos || file.ends_with(".json");
      if (beside) file = (folder / file).string();
      if (const auto known = given.find(file); known != given.end()) file = known->second;
      const auto source = ProfileSource::read(file);
      if (!source) return source.error();
      return layers_of(*source);
    };
    tests.push_back({name, run.texts[i], lookup});
  }
  return tests;
}

Result<std::vector<AcceptedSurvivor>> read_survivors(const std::string& file) {
  if (file.empty()) return std::vector<AcceptedSurvivor>();
  const auto text = read_text(file, max_profile_bytes);
  if (!text) return text.error();
  return survivors_in(*text);
}

std::string line_of(const Survivor& survivor) {
  return text::on_one_line(fmt::format("  {}: {}  ({} {})", survivor.mutant.rule, survivor.mutant.change,
                                       survivor.document, survivor.mutant.path)) +
         '\n';
}

}  // namespace

void MutantOptions::add_to(CLI::App& command) {
  command.add_option("--mutants", mutants, "change each rule in one place; the tests have to notice")
      ->option_text("[RULE]")
      ->expected(0, 1);
  command.add_option("--survivors", survivors, "changes that no test can notice, each with the reason")
      ->option_text("FILE");
}

Status find_mutants(const MutantOptions& options, const TestRun& run, const std::vector<std::string>& profiles,
                    MutationReport& report, bool own) {
  const auto given = files_by_id(profiles, run.data);
  if (!given) return refuse(given.error());
  auto accepted = read_survivors(options.survivors);
  if (!accepted) return refuse(accepted.error(), options.survivors);
  auto found = run_mutants(tests_of(run, *given),
                           {.rule = *options.mutants, .own = own, .accepted = std::move(*accepted), .data = run.data});
  if (!found) return refuse(found.error());
  report = std::move(*found);
  return report.passed() ? done : answer_is_no;
}

std::string to_text(const MutationReport& report) {
  std::string text =
      fmt::format("{0} {0:mutant|mutants}: {1} killed ({2} of them do not load), {3} survived\n",
                  text::counted(report.mutants), report.killed, report.unloadable, report.survivors.size());
  std::string open;
  std::string accepted;
  for (const Survivor& survivor : report.survivors) {
    (survivor.reason.empty() ? open : accepted) += line_of(survivor);
    if (!survivor.reason.empty()) accepted += "    because: " + text::on_one_line(survivor.reason) + '\n';
  }
  if (!open.empty()) text += "survived:\n" + open;
  if (!accepted.empty()) text += "accepted:\n" + accepted;
  if (!report.killed_after_all.empty()) text += "accepted, but killed or not there; take them out:\n";
  for (const AcceptedSurvivor& each : report.killed_after_all)
    text += text::on_one_line(fmt::format("  {}: {}", each.rule, each.change)) + '\n';
  return text;
}

}  // namespace birthcase::cli
