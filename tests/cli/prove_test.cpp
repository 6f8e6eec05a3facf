// `birthcase prove`: one property, or files of them; and that plans show what their counterexamples say.
#include "program.hpp"
#include "proof_text.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace birthcase::cli_tests;
namespace js = boost::json;

#if BIRTHCASE_ANALYSIS

namespace {

Outcome prove(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "prove");
  arguments.insert(arguments.end(), {"--as-of", "2019-06-04"});
  return run(arguments);
}

std::string complaint(std::vector<std::string> arguments) {
  const Outcome outcome = prove(std::move(arguments));
  CHECK(outcome.status == 2);
  CHECK(outcome.output.empty());
  CHECK(outcome.complained_once());
  return outcome.errors;
}

// A file with these properties of Yiwu, each an object.
std::string proof_file(const std::string& properties) {
  return file_with(R"({"profile": "yiwu", "as_of": "2019-06-04", "newborns": 1, "properties": [)" + properties + "]}",
                   "some.proofs.json");
}

std::string text_of(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

// The statuses of a plan's documents of this type, as `birthcase plan` answers.
std::vector<std::string> statuses(const std::string& application, std::string_view type, const std::string& day) {
  const Outcome planned = run({"plan", application, "--as-of", day, "--json"});
  CAPTURE(planned.errors);
  std::vector<std::string> statuses;
  const js::value plan = js::parse(planned.output);
  for (const js::value& item : plan.at("evidence").as_array()) {
    if (item.at("type").as_string() == type) statuses.emplace_back(item.at("status").as_string());
  }
  return statuses;
}

std::string lane(const std::string& application, std::string_view service, const std::string& day) {
  const js::value plan = js::parse(run({"plan", application, "--as-of", day, "--json"}).output);
  for (const js::value& item : plan.at("services").as_array()) {
    if (item.at("id").as_string() == service) return std::string(item.at("lane").as_string());
  }
  return "none";
}

}  // namespace

TEST_CASE("a property that holds is answered in one line and with the status of success") {
  const Outcome outcome =
      prove({"yiwu", "not(brings.marriage-certificate)", "--given", "mother.hukou.division = jurisdiction.division",
             "--given", "father.hukou.division = jurisdiction.division"});
  CHECK(outcome.status == 0);
  CHECK(outcome.errors.empty());
  CHECK(outcome.output == "holds: for every application with up to 2 newborns\n");
  CHECK(prove({"yiwu", "true", "--newborns", "1"}).output == "holds: for every application with up to 1 newborn\n");
}

TEST_CASE("a property that fails is answered with an application, which plan accepts and which shows it") {
  const std::string file = file_with("", "counterexample.json");
  const Outcome outcome = prove({"yiwu", "not(brings.marriage-certificate)", "--given",
                                 "mother.hukou.division = jurisdiction.division", "--write", file});
  CHECK(outcome.status == 1);
  CHECK(outcome.errors.empty());
  CHECK(outcome.output.starts_with("fails: for this application, where brings.marriage-certificate = true\n{\n"));
  CHECK(outcome.output.ends_with(text_of(file)));
  CHECK(statuses(file, "marriage-certificate", "2019-06-04") == std::vector<std::string>{"bring"});
}

TEST_CASE("what is wrong on purpose in the cities' files is reproduced by plan") {
  const std::string file = file_with("", "wrong.json");
  REQUIRE(prove({"ruian", "not(brings.marriage-certificate)", "--given",
                 "applicant.hukou.division = jurisdiction.division", "--write", file})
              .status == 1);
  CHECK(statuses(file, "marriage-certificate", "2019-06-04") == std::vector<std::string>{"bring"});
  REQUIRE(
      run({"prove", "wenling", "not(brings.hukou-booklet)", "--as-of", "2019-07-10", "--given",
           R"(mother.hukou.division = "330106")", "--given", R"(father.hukou.division = "330106")", "--write", file})
          .status == 1);
  const auto booklets = statuses(file, "hukou-booklet", "2019-07-10");
  CHECK(std::find(booklets.begin(), booklets.end(), "bring") != booklets.end());
  REQUIRE(prove({"yiwu", "step.hukou-registration", "--given", "mother.hukou.division = jurisdiction.division",
                 "--given", "newborn.alive = true", "--write", file})
              .status == 1);
  CHECK(lane(file, "hukou-registration", "2019-06-04") != "joint");
}

TEST_CASE("the JSON of an answer says what the text says, and on what it rests") {
  const Outcome outcome = prove({"yiwu", "not(brings.marriage-certificate)", "--json"});
  CHECK(outcome.status == 1);
  const js::value json = js::parse(outcome.output);
  CHECK(json.at("verdict") == "fails");
  CHECK(json.at("newborn") == 0);
  CHECK(json.at("because").at("brings.marriage-certificate") == true);
  CHECK(json.at("counterexample").at("profile") == "yiwu");
  CHECK(prove({"yiwu", "true", "--newborns", "1", "--json"}).output == "{\"verdict\":\"holds\"}\n");
}

TEST_CASE("what hangs on functions that the solver cannot look into is undecided, and the answer is no") {
  const Outcome outcome = prove({"yiwu", "count(services) != 1", "--newborns", "1", "--json"});
  CHECK(outcome.status == 1);
  const js::value json = js::parse(outcome.output);
  CHECK(json.at("verdict") == "undecided");
  CHECK(json.at("reason").as_string().starts_with("it depends on functions that the solver cannot look into"));
  CHECK(birthcase::cli::proof_text({.reason = {"so", "so it is"}}, 2, birthcase::Language::en) ==
        "undecided: so it is\n");
}

TEST_CASE("what a function says of a code is decided: each code is asked") {
  const std::string zhejiang = "starts with(mother.hukou.division, \"33\")";
  CHECK(prove({"yiwu", zhejiang, "--given", "mother.hukou.division = \"330782\"", "--newborns", "1"}).status == 0);
  const Outcome elsewhere =
      prove({"yiwu", "not(" + zhejiang + ")", "--given", "mother.hukou.division != null", "--newborns", "1"});
  CHECK(elsewhere.status == 1);
  CHECK(elsewhere.output.find("\"division\": \"33") != std::string::npos);
  CHECK(prove({"yiwu", "contains(marriage.status, \"2\")", "--given", "marriage.status in (\"20\", \"21\")",
               "--newborns", "1"})
            .status == 0);
}

TEST_CASE("a proof is told in the language that is asked for") {
  CHECK(prove({"yiwu", "true", "--newborns", "1", "--lang", "zh"}).output == "成立：至多1名新生儿的每一份申请\n");
  CHECK(prove({"yiwu", "true", "--newborns", "1"}).output == "holds: for every application with up to 1 newborn\n");
  const Outcome fails = prove({"yiwu", "mother != null", "--newborns", "1", "--lang", "zh"});
  CHECK(fails.output.starts_with("不成立：如下面这份申请"));
}

TEST_CASE("a channel that the profile does not have is a mistake and no family") {
  CHECK(complaint({"yiwu", "channel = \"hospitl\""}).find("did you mean \"hospital\"?") != std::string::npos);
}

TEST_CASE("what holds because nobody is as given is no answer") {
  const Outcome outcome =
      prove({"yiwu", "brings.marriage-certificate", "--given", "father = null and father != null", "--newborns", "1"});
  CHECK(outcome.status == 1);
  CHECK(outcome.output == "holds, but for nobody: no application is as given\n");
  const Outcome file = run({"prove", proof_file(R"({"name": "n", "given": "father = null and father != null",
                                                    "property": "true"})")});
  CHECK(file.status == 1);
  CHECK(file.output.find("  FAIL holds: n\n       but for nobody") != std::string::npos);
}

TEST_CASE("a text that is wrong is named, with its column and the nearest name") {
  CHECK(complaint({"yiwu", "not(brings.marriage-certificat)"}) ==
        "property, column 5: there is no \"brings.marriage-certificat\"; did you mean "
        "\"brings.marriage-certificate\"?\n");
  CHECK(complaint({"yiwu", "lane.hukou = \"joint\""}).find("did you mean \"lane.hukou-registration\"?") !=
        std::string::npos);
  CHECK(complaint({"yiwu", "operated.nobody = null"}).find("after \"operated.\" comes one of: birth-certificate, ") !=
        std::string::npos);
  CHECK(complaint({"yiwu", "lane.hukou-registration = \"jiont\""}).find("did you mean \"joint\"?") !=
        std::string::npos);
  CHECK(complaint({"yiwu", "true", "--given", "true", "--given", "mother.naem = null"}) ==
        "--given 2, column 1: there is no \"mother.naem\"; did you mean \"mother.name\"?\n");
  CHECK(complaint({"yiwu", "mother.name"}).starts_with("property, column 1: a condition answers true or false"));
}

TEST_CASE("a call that cannot be meant is refused") {
  CHECK(complaint({"yiwu"}).find("a profile and one property") != std::string::npos);
  CHECK(complaint({"yiwu", "true", "true"}).find("a profile and one property") != std::string::npos);
  CHECK(complaint({"nowhere", "true"}).starts_with("nowhere: is neither a built-in profile"));
  CHECK(complaint({proof_file(R"({"name": "n", "property": "true"})")}).find("files say it themselves") !=
        std::string::npos);
  CHECK(run({"prove", "/no/such.proofs.json"}).status == 2);
  CHECK(run({"prove", "yiwu", "true", "--as-of", "2019-02-30"}).status == 2);
}

TEST_CASE("a file of properties is answered property by property; what did not come as expected is shown") {
  const std::string file = proof_file(R"json(
    {"name": "right", "source": "B", "property": "lane.maternity-benefit = \"not_offered\""},
    {"name": "wrong, and known to be", "property": "not(brings.marriage-certificate)", "expect": "fails"},
    {"name": "wrong", "property": "not(brings.marriage-certificate)"},
    {"name": "right, and not expected to be", "property": "true", "expect": "fails"})json");
  const Outcome outcome = run({"prove", file});
  CHECK(outcome.status == 1);
  const auto lines = lines_of(outcome.output);
  REQUIRE(lines.size() > 6);
  CHECK(lines[0] == file);
  CHECK(lines[1] == "  ok   holds: right");
  CHECK(lines[2] == "  ok   fails: wrong, and known to be");
  CHECK(lines[3] == "  FAIL fails: wrong");
  CHECK(lines[4] == "       where brings.marriage-certificate = true");
  CHECK(lines[5] == "{");
  CHECK(lines[lines.size() - 3] == "  FAIL holds: right, and not expected to be");
  CHECK(lines.back() == "2 as expected, 2 otherwise");

  const js::value json = js::parse(run({"prove", file, "--json"}).output);
  CHECK(json.at("as_expected") == 2);
  CHECK(json.at("otherwise") == 2);
  const js::value& document = json.at("documents").at(0);
  CHECK(document.at("profile") == "yiwu");
  const js::value first{
      {"name", "right"}, {"source", "B"}, {"expected", "holds"}, {"as_expected", true}, {"verdict", "holds"}};
  CHECK(document.at("properties").at(0) == first);
  CHECK(document.at("properties").at(2).at("as_expected") == false);
  CHECK(document.at("properties").at(2).at("counterexample").is_object());
}

TEST_CASE("a file that is wrong is refused with line, column and place before anything is proved") {
  const auto refusal = [](const std::string& text) {
    const std::string file = file_with(text, "broken.proofs.json");
    const Outcome outcome = run({"prove", file});
    CHECK(outcome.status == 2);
    CHECK(outcome.output.empty());
    CHECK(outcome.complained_once());
    return outcome.errors.substr(std::min(file.size(), outcome.errors.size()));
  };
  const std::string top = "{\"profile\": \"yiwu\", \"as_of\": \"2019-06-04\",\n \"properties\": [";
  CHECK(refusal(top + R"({"name": "n", "property": "brings.id-crad"}]})") ==
        ":2:43: /properties/0/property: column 1 of the condition: there is no \"brings.id-crad\"; did you mean "
        "\"brings.id-card\"?\n");
  CHECK(refusal(top + R"({"name": "n", "property": "true", "given": ["true", "lane.x = 1"]}]})")
            .starts_with(":2:69: /properties/0/given/1: column 1 of the condition: there is no \"lane.x\"; after"));
  CHECK(refusal(top + R"({"name": "n", "propety": "true"}]})")
            .starts_with(":2:42: /properties/0/propety: there is no key 'propety'; did you mean 'property'?"));
  CHECK(refusal(top + R"({"name": "n", "property": "true", "expect": "hold"}]})")
            .starts_with(":2:61: /properties/0/expect: \"holds\" or \"fails\" belongs here"));
  CHECK(refusal(top + R"({"name": "n", "property": "true"}, {"name": "n", "property": "true"}]})")
            .starts_with(":2:61: /properties/1/name: another property has this name"));
  CHECK(refusal(top + "]}").starts_with(":2:16: /properties: there is no property"));
  CHECK(refusal(top).starts_with(":2:17: "));
  CHECK(refusal(R"({"profile": "yiwo", "as_of": "2019-06-04", "properties": []})")
            .starts_with(":1:13: /profile: there is no profile 'yiwo'"));
  CHECK(refusal(R"({"profile": "yiwu", "properties": []})").starts_with(":1:1: 'as_of' is missing"));
  CHECK(refusal(R"({"profile": "yiwu", "as_of": "2019-06-04", "newborns": 7, "properties": []})")
            .starts_with(":1:56: /newborns: a number from 1 to 6 belongs here"));
  CHECK(refusal(R"({"profile": "yiwu", "as_of": "2019-06-04", "properties": [{"name": "n", "newborns": 0,
    "property": "true"}]})")
            .starts_with(":1:85: /properties/0/newborns: a number from 1 to 6 belongs here"));
}

TEST_CASE("a property can be about fewer children than its file") {
  const std::string file = file_with(R"json({"profile": "yiwu", "as_of": "2019-06-04", "newborns": 2, "properties": [
    {"name": "one", "newborns": 1, "property": "not(count(newborns) = 2)"},
    {"name": "two", "property": "not(count(newborns) = 2)", "expect": "fails"}]})json",
                                     "fewer.proofs.json");
  const Outcome outcome = run({"prove", file});
  CAPTURE(outcome.errors);
  CHECK(lines_of(outcome.output).back() == "2 as expected, 0 otherwise");
}

TEST_CASE("a folder means the files of properties in it; a profile may stand beside its file") {
  CHECK(complaint({BIRTHCASE_SOURCE_DIR "/docs"}).find("files say it themselves") != std::string::npos);
  const Outcome none = run({"prove", BIRTHCASE_SOURCE_DIR "/docs"});
  CHECK(none.status == 2);
  CHECK(none.errors.find("has no *.proofs.json in it") != std::string::npos);
  file_with(R"({"id": "town", "extends": "yiwu", "title": {"zh": "镇", "en": "town"}})", "town.json");
  const std::string file =
      file_with(R"json({"profile": "town.json", "as_of": "2019-06-04", "newborns": 1, "properties": [
    {"//": "a comment", "name": "n", "property": "not(brings.debit-authorisation)"}]})json",
                "town.proofs.json");
  const Outcome outcome = run({"prove", file});
  CAPTURE(outcome.errors);
  CHECK(outcome.status == 0);
  CHECK(lines_of(outcome.output).back() == "1 as expected, 0 otherwise");
}

#else

TEST_CASE("a program without the solver says so") {
  const Outcome outcome = run({"prove", "yiwu", "true"});
  CHECK(outcome.status == 2);
  CHECK(outcome.complained_once());
  CHECK(outcome.errors.find("without the solver Z3") != std::string::npos);
}

#endif
