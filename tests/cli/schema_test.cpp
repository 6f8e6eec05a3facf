#include "program.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace birthcase::cli_tests;

namespace {

std::string schema_file(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(BIRTHCASE_SOURCE_DIR "/schemas/" + name + ".schema.json", std::ios::binary).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("the schemas of profiles, rule tests and holiday notices are printed as they were written") {
  for (const char* name : {"profile", "rule-tests", "calendar"}) {
    const Outcome outcome = run({"schema", name});
    CHECK(outcome.status == 0);
    CHECK(outcome.output.starts_with("{"));
    CHECK(outcome.output == schema_file(name));
  }
}

TEST_CASE("the schema of applications is that of the form") {
  for (const char* profile : {"base", "yiwu"}) {
    CHECK(run({"schema", "application", "--profile", profile}).output ==
          run({"form", "--profile", profile, "--json-schema"}).output);
  }
  CHECK(run({"schema", "application"}).output == run({"form", "--profile", "base", "--json-schema"}).output);
}

TEST_CASE("there is no other schema") {
  for (const auto& call : std::vector<std::vector<std::string>>{
           {"schema"}, {"schema", "plan"}, {"schema", "application", "--profile", "nowhere"}}) {
    const Outcome outcome = run(call);
    CHECK(outcome.status == 2);
    CHECK(outcome.complained_once());
  }
}
