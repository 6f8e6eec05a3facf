#include "program.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace birthcase::cli_tests;

namespace {

namespace fs = std::filesystem;

// A new folder beside the other files of the tests.
std::string folder(const std::string& name) {
  const fs::path path = fs::path(file_with("", "beside")).parent_path() / name;
  fs::remove_all(path);
  return path.string();
}

std::string text_of(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("init writes a profile that loads, and a test of it that passes, over every built-in profile") {
  for (const char* below : {"base", "yiwu", "ruian", "wenling"}) {
    CAPTURE(below);
    const std::string dir = folder(std::string("init-") + below);
    const Outcome outcome = run({"init", "my-city", "--dir", dir, "--division", "330523", "--extends", below});
    CHECK(outcome.status == 0);
    CHECK(outcome.errors.empty());
    CHECK(lines_of(outcome.output) == std::vector{dir + "/my-city.json", dir + "/my-city.birthcase.json"});
    CHECK(text_of(dir + "/my-city.json").find('@') == std::string::npos);
    CHECK(text_of(dir + "/my-city.birthcase.json").find('@') == std::string::npos);
    const Outcome form = run({"form", "--profile", dir + "/my-city.json", "--json"});
    CAPTURE(form.errors);
    CHECK(form.status == 0);
    const Outcome tests = run({"test", dir + "/my-city.birthcase.json"});
    CAPTURE(tests.output);
    CHECK(tests.status == 0);
    CHECK(tests.output.find("2 passed, 0 failed") != std::string::npos);
  }
}

TEST_CASE("a division is named by its place; without one the skeleton has some county's, to be replaced") {
  const std::string named = folder("init-named");
  CHECK(run({"init", "anji", "--dir", named, "--division", "330523"}).status == 0);
  CHECK(text_of(named + "/anji.json").find("安吉县") != std::string::npos);
  const std::string unnamed = folder("init-unnamed");
  CHECK(run({"init", "anji", "--dir", unnamed}).status == 0);
  CHECK(run({"test", unnamed + "/anji.birthcase.json"}).status == 0);
}

TEST_CASE("init may build on a profile in the folder") {
  const std::string dir = folder("init-beside");
  CHECK(run({"init", "province", "--dir", dir}).status == 0);
  CHECK(run({"init", "my-city", "--dir", dir, "--extends", "province"}).status == 0);
  const Outcome tests = run({"test", dir + "/my-city.birthcase.json"});
  CAPTURE(tests.output);
  CHECK(tests.status == 0);
}

TEST_CASE("init never writes over a file") {
  for (const char* name : {"my-city.json", "my-city.birthcase.json"}) {
    const std::string dir = folder("init-twice");
    fs::create_directories(dir);
    const std::string file = dir + '/' + name;
    std::ofstream(file) << "mine";
    const Outcome outcome = run({"init", "my-city", "--dir", dir});
    CHECK(outcome.status == 2);
    CHECK(outcome.complained_once());
    CHECK(outcome.errors.find("is there already") != std::string::npos);
    CHECK(text_of(file) == "mine");
    CHECK(std::distance(fs::directory_iterator(dir), fs::directory_iterator()) == 1);
  }
}

TEST_CASE("init refuses what is no id, what is built in, and what does not exist") {
  const std::string dir = folder("init-refused");
  for (const char* id : {"My-City", "my_city", "../city", "-city", "city-", "my--city", "城", "", "yiwu"}) {
    CAPTURE(id);
    const Outcome outcome = run({"init", id, "--dir", dir});
    CHECK(outcome.status == 2);
    CHECK(outcome.complained_once());
  }
  CHECK(run({"init", "city", "--dir", dir, "--division", "000001"}).complained_once());
  CHECK(run({"init", "city", "--dir", dir, "--division", "330599"}).errors.find("330523 安吉县") != std::string::npos);
  CHECK(run({"init", "city", "--dir", dir, "--extends", "nowhere"}).complained_once());
  CHECK_FALSE(fs::exists(dir));
}

TEST_CASE("a code that only holds the place is marked as everything that is to be checked") {
  const auto marks_of = [](const std::string& text) {
    std::size_t marks = 0;
    for (auto at = text.find("待核"); at != std::string::npos; at = text.find("待核", at + 1)) ++marks;
    return marks;
  };
  const std::string without = folder("init-without");
  const Outcome outcome = run({"init", "my-city", "--dir", without});
  CHECK(outcome.status == 0);
  CHECK(outcome.errors.find("--division") != std::string::npos);
  const std::string with = folder("init-with");
  CHECK(run({"init", "my-city", "--dir", with, "--division", "330523"}).errors.empty());
  for (const char* file : {"/my-city.json", "/my-city.birthcase.json"}) {
    CAPTURE(file);
    CHECK(marks_of(text_of(without + file)) > marks_of(text_of(with + file)));
    CHECK(text_of(without + file).find("--division，110101") != std::string::npos);
  }
}
