/// What `birthcase test` has read and run, for everything that reports on it.
#pragma once

#include <birthcase/profile.hpp>
#include <birthcase/result.hpp>
#include <birthcase/testing.hpp>

#include "output.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace birthcase::cli {

/// The documents of one call and, in the same places, their reports.
struct TestRun {
  ProfileData data;  ///< what the profiles were loaded with
  std::vector<RuleTests> documents;
  std::vector<std::string> texts;  ///< as they were read
  std::vector<RuleTestReport> reports;

  std::size_t passed() const noexcept;
  std::size_t failed() const noexcept;
};

/// The profiles that tests name: of `--profile` by their ids, built-in ones, and files beside the tests.
class ProfilesOfTests {
 public:
  /// `data`: what the profiles are loaded with.
  explicit ProfilesOfTests(ProfileData data) : data_(std::move(data)), built_in_(built_in_with(data_)) {}

  /// A profile to be taken instead of, or besides, the built-in one of its id. Errors name the file.
  Result<void> add(const std::string& id_or_file);

  /// The profile that a document in this folder names. An error about the name itself has no document.
  Result<Profile> find(std::string_view id_or_file, const std::string& folder);

  /// The ids that were added and that no document asked for.
  std::vector<std::string> unused() const;

 private:
  ProfileData data_;
  ProfileLookup built_in_;
  std::map<std::string, Profile, std::less<>> added_;   // by id
  std::map<std::string, Profile, std::less<>> loaded_;  // by id or path
  std::set<std::string, std::less<>> used_;
};

/// The files that the arguments mean: files as they are; of folders all `*.birthcase.json` below them, sorted.
/// Errors: `missing` for what cannot be read and for a folder without tests; they name the argument.
Result<std::vector<std::string>> test_files(const std::vector<std::string>& arguments);

/// Reads and checks every document; complains about each that is wrong, with its place.
Status read_tests(const std::vector<std::string>& files, ProfilesOfTests& profiles, TestRun& run);

/// Runs every document that was read; `visit`, if given, sees each plan.
void run_tests(TestRun& run, const PlanVisitor& visit = {});

}  // namespace birthcase::cli
