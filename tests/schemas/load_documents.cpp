// Whether the library takes each document of the standard input, one a line: `ok`, or what is wrong with it.
//   load_documents profile|rule-tests|calendar [PROFILE…]: the texts of other profiles, by the files' names
#include <birthcase/calendar.hpp>
#include <birthcase/coverage.hpp>
#include <birthcase/profile.hpp>
#include <birthcase/testing.hpp>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <string>

namespace {

using birthcase::Error;
using birthcase::Profile;

std::optional<Error> fault_of_profile(const std::string& line, const birthcase::ProfileTexts& texts) {
  const auto profile = Profile::parse(line, texts);
  return profile ? std::nullopt : std::optional(profile.error());
}

std::optional<Error> fault_of_rule_tests(const std::string& line, std::map<std::string, Profile>& known) {
  const auto look_up = [&known](std::string_view id) -> birthcase::Result<Profile> {
    if (const auto found = known.find(std::string(id)); found != known.end()) return found->second;
    auto profile = birthcase::look_up_built_in(id);
    if (profile) known.emplace(id, *profile);
    return profile;
  };
  const auto tests = birthcase::RuleTests::parse(line, look_up);
  if (!tests) return tests.error();
  const auto excuses = birthcase::excuses_in(line);
  return excuses ? std::nullopt : std::optional(excuses.error());
}

std::optional<Error> fault_of_calendar(const std::string& line) {
  const auto notices = birthcase::parse_holiday_notices(line);
  return notices ? std::nullopt : std::optional(notices.error());
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view kind = argc > 1 ? argv[1] : "";
  std::map<std::string, std::string, std::less<>> below;
  for (int i = 2; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    below[std::filesystem::path(argv[i]).stem().string()] =
        std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  const birthcase::ProfileTexts texts = [&below](std::string_view id) -> std::optional<std::string_view> {
    const auto found = below.find(id);
    return found == below.end() ? std::nullopt : std::optional<std::string_view>(found->second);
  };
  std::map<std::string, Profile> profiles;
  for (std::string line; std::getline(std::cin, line);) {
    const auto fault = kind == "rule-tests" ? fault_of_rule_tests(line, profiles)
                       : kind == "calendar" ? fault_of_calendar(line)
                                            : fault_of_profile(line, texts);
    std::cout << (fault ? birthcase::describe(*fault) : "ok") << '\n';
  }
}
