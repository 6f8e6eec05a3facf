#include "program.hpp"

#include <doctest/doctest.h>

using namespace birthcase::cli_tests;

TEST_CASE("help and version are answers, not errors") {
  for (const char* flag : {"--help", "--version"}) {
    const Outcome outcome = run({flag});
    CHECK(outcome.status == 0);
    CHECK(outcome.output.find("birthcase") != std::string::npos);
    CHECK(outcome.errors.empty());
  }
  CHECK(run({"plan", "--help"}).status == 0);
}

TEST_CASE("a wrong call ends with status 2 and one line") {
  const std::vector<std::vector<std::string>> calls{
      {},
      {"no-such-command"},
      {"plan"},
      {"plan", "--no-such-option", "x"},
      {"plan", example("yiwu-local.json"), "--lang", "fr"},
      {"plan", example("yiwu-local.json"), "--as-of", "2019-02-30"},
      {"plan", example("yiwu-local.json"), "--profile", "no-such-profile"},
      {"plan", "/no/such/file"},
      {"plan", "/tmp"},
      {"form"},
      {"form", "--profile", "yiwu", "--service", "no-such-service"},
      {"form", "--profile", "/tmp"},
      {"compare"},
      {"compare", "yiwu", "no-such-profile"},
      {"eval"},
      {"eval", "1 +"},
      {"eval", "a", "--facts", "/no/such/file"},
      {"batch", "/no/such/file"},
      {"batch", "--threads", "0"},
      {"profiles", "no-such-profile"},
  };
  for (const auto& call : calls) {
    const Outcome outcome = run(call);
    CAPTURE(call);
    CAPTURE(outcome.errors);
    CHECK(outcome.status == 2);
    CHECK(outcome.complained_once());
    CHECK(outcome.output.empty());
  }
}

TEST_CASE("a mistyped command is named") { CHECK(run({"plann"}).errors.find("'plann'") != std::string::npos); }

TEST_CASE("what somebody typed is named only where it looks like a name of ours") {
  const std::vector<std::vector<std::string>> calls{
      {"case", "accept", "p1", "张三丰"},
      {"case", "accept", "p1", "33078219900417026X"},
      {"case", "accept", "p1", "--by", "w", "--reason=张三丰"},
      {"case", "hand-in", "p1", "id-card", "--as", "张三丰"},
      {"case", "张三丰"},
      {"张三丰"},
  };
  for (const auto& call : calls) {
    const Outcome outcome = run(call);
    CAPTURE(call);
    CAPTURE(outcome.errors);
    CHECK(outcome.status == 2);
    CHECK(outcome.complained_once());
    CHECK(outcome.errors.find("张三丰") == std::string::npos);
    CHECK(outcome.errors.find("330782") == std::string::npos);
  }
  CHECK(run({"plan", "a.json", "stray"}).errors.find("stray") != std::string::npos);
  CHECK(run({"case", "accept", "p1", "--by", "w", "--reasn=张三丰"}).errors.find("--reasn") != std::string::npos);
}

TEST_CASE("a full disk is reported") {
  const Outcome full = run_into("/dev/full", {"profiles", "base"});
  CHECK(full.status == 2);
  CHECK(full.complained_once());
}

TEST_CASE("the profiles that are built in are listed, and each is printed as it was written") {
  const Outcome list = run({"profiles"});
  CHECK(list.status == 0);
  for (const char* id : {"base", "yiwu", "ruian", "wenling"}) {
    CHECK(list.output.find(id) != std::string::npos);
    const Outcome text = run({"profiles", id});
    CHECK(text.status == 0);
    CHECK(text.output.starts_with("{"));
  }
  CHECK(run({"profiles", "--json"}).output.starts_with("[{\"id\":"));
}

TEST_CASE("a profile from a file may extend the profile beside it") {
  const std::string file = file_with(run({"profiles", "yiwu"}).output, "my-yiwu.json");
  file_with(run({"profiles", "base"}).output, "base.json");
  CHECK(run({"compare", file, "yiwu"}).status == 0);
}

TEST_CASE("a comparison has a block or a column for every profile") {
  const Outcome outcome = run({"compare", "base", "yiwu", "ruian", "wenling"});
  CHECK(outcome.status == 0);
  for (const char* id : {"base", "yiwu", "ruian", "wenling"}) CHECK(outcome.output.find(id) != std::string::npos);
}

TEST_CASE("the form is counted, in both languages") {
  CHECK(run({"form", "--profile", "yiwu"}).output.find("个字段") != std::string::npos);
  CHECK(run({"form", "--profile", "yiwu", "--lang", "en"}).output.find("department fields became") !=
        std::string::npos);
  CHECK(run({"form", "--profile", "yiwu", "--service", "hukou-registration", "--json"})
            .output.find("\"id\":\"hukou-registration\"") != std::string::npos);
}
