#include "test_run.hpp"

#include "input.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <system_error>

namespace birthcase::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view test_ending = ".birthcase.json";

Error about(std::string document, Error error) {
  error.document = std::move(document);
  return error;
}

Error nothing_there(std::string message) {
  Error error;
  error.kind = ErrorKind::missing;
  error.message = std::move(message);
  return error;
}

bool names_a_file(std::string_view name) noexcept {
  return name.find('/') != std::string_view::npos || name.ends_with(".json");
}

Result<std::vector<std::string>> tests_below(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code failure;
  fs::recursive_directory_iterator entry(folder, failure);
  for (; !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
    std::error_code ignored;
    std::string file = entry->path().string();
    if (file.ends_with(test_ending) && entry->is_regular_file(ignored)) files.push_back(std::move(file));
  }
  if (failure) return about(folder, nothing_there("cannot be read: " + failure.message()));
  if (files.empty()) return about(folder, nothing_there("has no *" + std::string(test_ending) + " in it"));
  std::sort(files.begin(), files.end());
  return files;
}

// A profile was given where its tests are wanted.
bool is_profile(const std::string& text) {
  boost::system::error_code failed;
  const auto document = boost::json::parse(text, failed);
  const auto* top = document.if_object();
  return top != nullptr && top->contains("id") && !top->contains("cases");
}

Result<RuleTests> read_document(const std::string& file, const std::string& text, ProfilesOfTests& profiles) {
  const std::string folder = fs::path(file == "-" ? std::string() : file).parent_path().string();
  const auto lookup = [&](std::string_view id_or_file) { return profiles.find(id_or_file, folder); };
  auto tests = RuleTests::parse(text, lookup, std::string(shown(file)));
  if (tests || !is_profile(text)) return tests;
  return nothing_there("is a profile; tests of its rules stand in a file of their own, *" + std::string(test_ending));
}

}  // namespace

std::size_t TestRun::passed() const noexcept {
  std::size_t count = 0;
  for (const RuleTestReport& report : reports) count += report.passed;
  return count;
}

std::size_t TestRun::failed() const noexcept {
  std::size_t count = 0;
  for (const RuleTestReport& report : reports) count += report.failed;
  return count;
}

Result<void> ProfilesOfTests::add(const std::string& id_or_file) {
  auto profile = load_profile(id_or_file, data_);
  if (!profile) return profile.error();
  added_.insert_or_assign(profile->id(), *profile);
  return {};
}

Result<Profile> ProfilesOfTests::find(std::string_view id_or_file, const std::string& folder) {
  if (const auto given = added_.find(id_or_file); given != added_.end()) {
    used_.emplace(id_or_file);
    return given->second;
  }
  std::string key(id_or_file);
  if (names_a_file(id_or_file)) key = (fs::path(folder) / key).string();
  if (const auto known = loaded_.find(key); known != loaded_.end()) return known->second;
  std::error_code ignored;
  if (key != id_or_file || names_a_file(id_or_file)) {
    if (!fs::exists(key, ignored)) return nothing_there("there is no such file beside this one");
  }
  auto profile = names_a_file(id_or_file) ? load_profile(key, data_) : built_in_(key);
  if (profile) loaded_.emplace(key, *profile);
  return profile;
}

std::vector<std::string> ProfilesOfTests::unused() const {
  std::vector<std::string> ids;
  for (const auto& [id, profile] : added_) {
    if (!used_.contains(id)) ids.push_back(id);
  }
  return ids;
}

Result<std::vector<std::string>> test_files(const std::vector<std::string>& arguments) {
  std::vector<std::string> files;
  for (const std::string& argument : arguments) {
    std::error_code ignored;
    if (argument == "-" || !fs::is_directory(argument, ignored)) {
      files.push_back(argument);
      continue;
    }
    auto found = tests_below(argument);
    if (!found) return found.error();
    files.insert(files.end(), found->begin(), found->end());
  }
  return files;
}

Status read_tests(const std::vector<std::string>& files, ProfilesOfTests& profiles, TestRun& run) {
  Status status = done;
  for (const std::string& file : files) {
    auto text = read_text(file, RuleTests::max_document_bytes);
    auto tests = text ? read_document(file, *text, profiles) : Result<RuleTests>(text.error());
    if (tests) {
      run.documents.push_back(std::move(*tests));
      run.texts.push_back(std::move(*text));
    } else {
      const bool in_profile = !tests.error().document.empty();
      status = refuse(tests.error(), in_profile ? std::string_view() : shown(file));
    }
  }
  return status;
}

void run_tests(TestRun& run, const PlanVisitor& visit) {
  for (const RuleTests& tests : run.documents) {
    const auto start = std::chrono::steady_clock::now();
    run.reports.push_back(birthcase::run(tests, visit));
    run.reports.back().seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }
}

}  // namespace birthcase::cli
