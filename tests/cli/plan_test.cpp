#include "program.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace birthcase::cli_tests;

namespace {

std::string text_of(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("a plan is printed for people, in Chinese unless asked otherwise") {
  const Outcome zh = run({"plan", example("yiwu-local.json")});
  CHECK(zh.status == 0);
  CHECK(zh.output.find("办理路线") != std::string::npos);
  CHECK(zh.errors.empty());
  const Outcome en = run({"plan", example("yiwu-local.json"), "--lang", "en"});
  CHECK(en.output.find("Documents to bring") != std::string::npos);
}

TEST_CASE("a plan and a form are written as Markdown and as a page of HTML, too") {
  const auto in_format = [](const char* format) {
    return run({"plan", example("yiwu-twins.json"), "--explain", "--lang", "en", "--format", format});
  };
  const Outcome markdown = in_format("markdown");
  CHECK(markdown.status == 0);
  CHECK(markdown.output.starts_with("# "));
  CHECK(markdown.output.find("\n## Documents to bring") != std::string::npos);
  CHECK(markdown.output.find("| Document | Whose | Original | Copies |") != std::string::npos);
  CHECK(markdown.output.find("| --- | --- | ---: | ---: |") != std::string::npos);
  CHECK(markdown.output.find("| rule ") != std::string::npos);
  const Outcome html = in_format("html");
  CHECK(html.output.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
  CHECK(html.output.find("<td class=\"right\"><bdi>1</bdi></td>") != std::string::npos);
  CHECK(html.output.find("<tr class=\"note\"><td colspan=\"6\">") != std::string::npos);
  CHECK(html.output.ends_with("</html>\n"));
  const Outcome form = run({"form", "--profile", "yiwu", "--lang", "en", "--format", "markdown"});
  CHECK(form.output.find("| newborn.name |") != std::string::npos);
  const std::string file = example("yiwu-local.json");
  CHECK(run({"plan", file, file, "--format", "html"}).complained_once());
  CHECK(run({"plan", file, "--json", "--format", "html"}).status == 2);
}

TEST_CASE("a plan for people says which organisations are asked about what, by which facts, and what came of it") {
  constexpr std::string_view family = R"({"profile": "yiwu", "applied_at": "2019-06-10T09:30", "channel": "hospital",
      "applicant": {"role": "mother"}, "marriage": {"status": "20"}, "settlement": {"with": "father"},
      "mother": {"name": "李晓梅", "id_type": "01", "hukou": {"division": "330782"}},
      "father": {"name": "王建国", "id_type": "01", "hukou": {"division": "330782"}}, "newborns": [{"name": "王子涵"}],
      "look_ups": [{"id": "yiwu/marriage-shared", "result": "not_found"}]})";
  const auto section = [](const std::string& text, std::string_view from, std::string_view until) {
    const auto begin = text.find(from);
    REQUIRE(begin != std::string::npos);
    return text.substr(begin, text.find(until, begin) - begin);
  };
  const std::string zh = section(run({"plan", "-"}, std::string(family)).output, "共享查询", "还要问清");
  for (const char* words : {"民政部门", "结婚证", "未查到", "公安部门", "居民户口簿（父亲）", "父亲姓名", "未查询"}) {
    CHECK_MESSAGE(zh.find(words) != std::string::npos, zh);
  }
  CHECK_MESSAGE(zh.find("缺少查询条件：") != std::string::npos, zh);
  CHECK(zh.find("王建国") == std::string::npos);
  const std::string en =
      section(run({"plan", "-", "--lang", "en", "--explain"}, std::string(family)).output, "Look-ups", "Still to ask");
  for (const char* words : {"civil affairs", "marriage certificate", "not found", "public security", "father's name",
                            "open", "not known yet: ", "yiwu/marriage-shared"}) {
    CHECK_MESSAGE(en.find(words) != std::string::npos, en);
  }
}

TEST_CASE("a plan that counts on nobody's data has no look-ups to print") {
  const Outcome outcome = run({"plan", "-", "--profile", "base"}, R"({"services": [], "father": null,
      "benefit": {"claimed_by": "none"}, "newborns": [{"alive": false}]})");
  CHECK_MESSAGE(outcome.output.find("共享查询") == std::string::npos, outcome.output);
}

TEST_CASE("a finding says where by the fact's label and its name, and in JSON by the pointer") {
  const std::string late = R"({"profile": "yiwu", "applied_at": "2019-06-10T09:30",
      "newborns": [{"born_at": "2019-06-11T08:00"}]})";
  CHECK(run({"plan", "-"}, late).output.find("出生时间 newborns[0].born_at") != std::string::npos);
  const std::string en = run({"plan", "-", "--lang", "en"}, late).output;
  CHECK_MESSAGE(en.find("birth newborns[0].born_at)") != std::string::npos, en);  // the label is wrapped before
  CHECK(en.find("/newborns") == std::string::npos);
  CHECK(run({"plan", "-", "--json"}, late).output.find("/newborns/0/born_at") != std::string::npos);
}

TEST_CASE("documents that are still missing and questions that are open are no reason to refuse") {
  const Outcome outcome = run({"plan", example("yiwu-half-filled.json")});
  CHECK(outcome.status == 0);
}

TEST_CASE("an application that breaks a rule is answered, with status 1") {
  const Outcome outcome = run({"plan", example("wenling-mobile-too-early.json"), "--json"});
  CHECK(outcome.status == 1);
  CHECK(outcome.output.find("\"severity\":\"error\"") != std::string::npos);
}

TEST_CASE("what cannot be accepted is promised no day, and what is still open is not listed as handled elsewhere") {
  const Outcome refused = run({"plan", example("wenling-mobile-too-early.json"), "--lang", "en"});
  CHECK(refused.status == 1);
  CHECK(refused.output.find("Route") != std::string::npos);
  CHECK(refused.output.find("working days") == std::string::npos);
  CHECK(refused.output.find("2019-05-15") == std::string::npos);
  const Outcome open = run({"plan", "-", "--as-of", "2019-06-10", "--lang", "en"}, R"({"profile": "wenling"})");
  CHECK(open.output.find("Not through this window") == std::string::npos);
  CHECK(open.output.find("where to go for: maternity benefit") != std::string::npos);
}

TEST_CASE("a plan of which nothing is known says neither that nothing is needed nor that everything is filled in") {
  const Outcome zh = run({"plan", "-", "--as-of", "2019-06-10"}, R"({"profile": "wenling"})");
  CHECK(zh.output.find("无需提交材料") == std::string::npos);
  CHECK(zh.output.find("尚不能确定") != std::string::npos);
  CHECK(zh.output.find("应填内容均已填写") == std::string::npos);
}

TEST_CASE("a question names no field that is on the form whatever the answer") {
  const Outcome outcome = run({"plan", BIRTHCASE_SOURCE_DIR "/tests/data/families/ruian-little-known.json"});
  CHECK(outcome.output.find("随父或随母落户") != std::string::npos);
  CHECK(outcome.output.find("是否填写：母亲姓名") == std::string::npos);
}

TEST_CASE("a file and the standard input give the same bytes, and so does a second run") {
  const std::string file = example("yiwu-twins.json");
  const Outcome first = run({"plan", file, "--json"});
  CHECK(first.output == run({"plan", "-", "--json"}, text_of(file)).output);
  CHECK(first.output == run({"plan", file, "--json"}).output);
}

TEST_CASE("indented and compact JSON say the same") {
  const std::string file = example("yiwu-twins.json");
  const auto compact = boost::json::parse(run({"plan", file, "--json"}).output);
  CHECK(compact == boost::json::parse(run({"plan", file, "--pretty"}).output));
}

TEST_CASE("as much of the JSON as is wanted, of one application and of many") {
  const std::string file = example("yiwu-twins.json");
  const Outcome bare = run({"plan", file, "--json", "--parts", "undetermined,evidence", "--no-labels", "--no-reasons"});
  CHECK(bare.status == 0);
  CHECK(bare.output.starts_with(R"({"evidence":[{"type":)"));
  CHECK(bare.output.ends_with(",\"undetermined\":[]}\n"));
  for (const char* key : {"\"label\"", "\"why\""}) CHECK(bare.output.find(key) == std::string::npos);
  const auto whole = boost::json::parse(run({"plan", file, "--json"}).output);
  const auto form = boost::json::parse(run({"plan", file, "--pretty", "--parts", "form"}).output);
  CHECK(form == boost::json::value{{"form", whole.at("form")}});
  const std::string line = text_of(file);
  CHECK(run({"batch", "--parts", "due"}, boost::json::serialize(boost::json::parse(line))).output ==
        run({"plan", file, "--json", "--parts", "due"}).output);
  for (const std::vector<std::string>& wrong :
       {std::vector<std::string>{"--parts", "papers", "--json"}, {"--parts", "due"}, {"--no-labels"}}) {
    std::vector<std::string> call{"plan", file};
    call.insert(call.end(), wrong.begin(), wrong.end());
    const Outcome refused = run(call);
    CHECK(refused.status == 2);
    CHECK(refused.complained_once());
    CHECK(refused.output.empty());
  }
  CHECK(run({"plan", file, "--json", "--parts", "papers"}).errors.find("it has profile, as_of") != std::string::npos);
}

TEST_CASE("the day can be given, else it is that of the application") {
  const std::string file = example("yiwu-local.json");
  CHECK(run({"plan", file, "--json", "--as-of", "2019-06-03"}).output.find("\"as_of\":\"2019-06-03\"") !=
        std::string::npos);
}

TEST_CASE("several applications are planned one after the other, and a bad one does not stop the rest") {
  const std::string bad = file_with("{\"mothr\":{}}", "bad.json");
  const Outcome outcome = run({"plan", bad, example("yiwu-local.json"), "--json", "--profile", "yiwu"});
  CHECK(outcome.status == 2);
  CHECK(outcome.complained_once());
  CHECK(lines_of(outcome.output).size() == 1);
}

TEST_CASE("an input that is wrong is refused with its place and never quoted") {
  const std::vector<std::string> texts{
      "",
      "{",
      "[]",
      "{\"mother\":{\"name\":5}}",
      "{\"mother\":{\"nam\":\"王秘密\"}}",
      "{\"profile\":\"/etc/passwd\"}",
      "{\"a\":\"\xff\"}",
      std::string(1000, '['),
      std::string((std::size_t{1} << 20) + 1, ' '),
  };
  for (const std::string& text : texts) {
    for (const bool named : {true, false}) {
      std::vector<std::string> call{"plan", "-"};
      if (named) call.insert(call.end(), {"--profile", "yiwu"});
      const Outcome outcome = run(call, text);
      CAPTURE(outcome.errors);
      const bool mere_profile = named && text.find("passwd") != std::string::npos;
      CHECK(outcome.status == (mere_profile ? 0 : 2));
      if (!mere_profile) CHECK(outcome.complained_once());
      if (!mere_profile) CHECK(outcome.errors.starts_with("standard input"));
      CHECK(outcome.errors.find("秘密") == std::string::npos);
    }
  }
}

TEST_CASE("a file that never ends is not read to its end") {
  const Outcome outcome = run({"plan", "/dev/zero", "--profile", "yiwu"});
  CHECK(outcome.status == 2);
  CHECK(outcome.complained_once());
}
