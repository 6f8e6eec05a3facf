// plan_files DAY FILE...: the plan of each application as JSON, a line each. An empty DAY is that of `applied_at`.
#include <birthcase/birthcase.hpp>

#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>

namespace {

std::string read_file(const char* name) {
  std::ifstream file(name, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

void plan_file(const char* name, const std::optional<birthcase::Date>& day) {
  const std::string json = read_file(name);
  const auto id = birthcase::profile_named_in(json).value().value_or("");
  const auto profile = birthcase::Profile::built_in(id).value();
  const auto application = birthcase::Application::parse(profile, json).value();
  const auto as_of = birthcase::day_to_plan(application, day).value();
  std::cout << birthcase::to_json(birthcase::plan(profile, application, as_of)) << '\n';
}

}  // namespace

int main(int count, char** arguments) {
  const std::string day = arguments[1];
  for (int i = 2; i < count; ++i) {
    try {
      plan_file(arguments[i], day.empty() ? std::nullopt : std::optional(birthcase::parse_date(day).value()));
    } catch (const birthcase::BadResult& failure) {
      std::cerr << arguments[i] << ": " << describe(failure.error()) << '\n';
      return 1;
    }
  }
}
