// What a draft is told of what it notes.
#include "case_story.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;

TEST_CASE("a value that does not pass its check is noted in a draft, and remarked on once") {
  Story story("yiwu");
  const auto text = boost::json::serialize(Example::named("yiwu-local").document());
  story.at("2019-06-10T09:30").does(commands::Open{text});
  const auto remarks = [&] {
    const auto& findings = story.last().findings;
    return std::count_if(findings.begin(), findings.end(),
                         [](const Finding& finding) { return finding.path == "/mother/id_number"; });
  };
  story.does(commands::SetFacts{{{"mother.phone", Value::text("13900000009")}}});
  CHECK(story.last().findings.empty());
  story.does(commands::SetFacts{{{"mother.id_number", Value::text("330782199004170261")}}});
  CHECK(remarks() > 0);
  story.does(commands::SetFacts{{{"mother.phone", Value::text("13900000008")}}});
  CHECK(remarks() == 0);
}

TEST_CASE("what is no fact's name is not shown: it may be somebody's") {
  Story story("yiwu");
  story.at("2019-06-10T09:30").does(commands::Open{"{}"});
  const auto refusal_of = [&](std::string name) {
    const Command set{"window-1", commands::SetFacts{{{std::move(name), Value::text("1")}}}};
    return decide(story.state(), set, story.now()).error();
  };
  for (const char* name : {"张三丰", "33078219900417026X", "a123456"}) {
    const Refusal refusal = refusal_of(name);
    CHECK(refusal.path.find(name) == std::string::npos);
    CHECK(refusal.message.zh.find(name) == std::string::npos);
  }
  CHECK(refusal_of("mother.phon").message.en.find("'mother.phone'") != std::string::npos);
}
