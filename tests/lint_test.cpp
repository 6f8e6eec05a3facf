// What is remarked on, what is left alone, and what the manual says about it.
#include <birthcase/lint.hpp>

#include "profile_layers.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

std::string source_text(const std::string& file) {
  std::ifstream stream(std::string(BIRTHCASE_SOURCE_DIR) + "/" + file);
  REQUIRE(stream.good());
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::vector<LintRemark> remarks_on(std::string_view members) {
  const std::string small(small_profile_text);
  return lint(layer(members),
              [&small](std::string_view id) {
                return id == "small" ? std::optional<std::string_view>(small) : std::nullopt;
              })
      .value();
}

// A layer of a place, so that unused things are looked for.
std::vector<LintRemark> remarks_in_place(const std::string& members) {
  return remarks_on(R"("jurisdiction": {"division": "330782", "label": {"zh": "义乌市", "en": "Yiwu"}}, )" + members);
}

std::vector<std::string> codes_of(const std::vector<LintRemark>& remarks) {
  std::vector<std::string> codes;
  for (const LintRemark& remark : remarks) codes.push_back(remark.code);
  return codes;
}

using Codes = std::vector<std::string>;

constexpr std::string_view posted =
    R"({"id": "d", "method": "mail", "label": {"zh": "邮寄", "en": "post"}, "source": "T"})";

}  // namespace

TEST_CASE("the built-in profiles have nothing to remark on") {
  for (const std::string_view id : Profile::built_in_ids()) {
    const auto remarks = lint(*Profile::built_in_text(id)).value();
    CAPTURE(std::string(id));
    for (const LintRemark& remark : remarks) FAIL_CHECK(remark.path << ": " << remark.message.en);
  }
}

TEST_CASE("the manual has every code with its severity, and no other") {
  std::map<std::string, std::string> written;
  const std::string page = source_text("docs/lint.md");
  const std::regex row("\\n\\| `([a-z-]+)` \\| (error|warning|info) \\|");
  for (std::sregex_iterator at(page.begin(), page.end(), row), end; at != end; ++at) written[(*at)[1]] = (*at)[2];
  std::map<std::string, std::string> known;
  for (const LintCode& code : lint_codes()) known[std::string(code.code)] = to_string(code.severity);
  CHECK(std::is_sorted(lint_codes().begin(), lint_codes().end(),
                       [](const LintCode& a, const LintCode& b) { return a.code < b.code; }));
  for (const auto& [code, severity] : known) {
    CAPTURE(code);
    CHECK(written[code] == severity);
  }
  CHECK(written.size() == known.size());
}

TEST_CASE("every code is given for a broken profile of its own") {
  // Tested below, as it takes a profile without people; and by cli/lint_size, as it takes very many rules.
  std::set<std::string> given{"alternative-never-accepted", "rules-not-compared"};
  const auto expected = boost::json::parse(source_text("tests/data/broken-profiles/expected.json"));
  for (const auto& entry : expected.as_object()) {
    if (const auto* code = entry.value().as_object().if_contains("code")) given.emplace(code->as_string());
  }
  for (const LintCode& code : lint_codes()) {
    CAPTURE(std::string(code.code));
    CHECK(given.contains(std::string(code.code)));
  }
}

TEST_CASE("a document that does instead for nobody is remarked on") {
  const auto remarks = remarks_on(R"("holders": [{"id": "mother", "remove": true}, {"id": "father", "remove": true}],
      "evidence": [{"id": "id-card", "alternatives": [{"evidence": "birth-certificate", "when": "true", "source": "T"}]}])");
  CHECK(codes_of(remarks) == Codes{"alternative-never-accepted"});
}

TEST_CASE("a profile that does not load has an error, not remarks") {
  const auto remarks = lint(R"({"id": "x", "extends": "base", "sharez": []})");
  REQUIRE_FALSE(remarks.has_value());
  CHECK(remarks.error().path == "/sharez");
}

TEST_CASE("a vocabulary of no place may have words that it does not use itself") {
  const std::string office = R"("organisations": [{"id": "x", "label": {"zh": "室", "en": "room"}}])";
  CHECK(remarks_on(office).empty());
  CHECK(codes_of(remarks_in_place(office)) == Codes{"unused-organisation"});
}

TEST_CASE("what a layer below leaves unused is not remarked on above") {
  CHECK(remarks_in_place(R"("note": {"zh": "注", "en": "note"})").empty());
}

TEST_CASE("a layer may overrule the rules below") {
  const std::string below =
      small_profile_with("\"services\": [\n", "\"deliveries\": [" + std::string(posted) + "], \"services\": [\n");
  const auto remarks = lint(layer(R"("deliveries": [{"id": "e", "method": "none", "label": {"zh": "无", "en": "none"},
                                     "source": "T"}])"),
                            [&below](std::string_view) { return std::optional<std::string_view>(below); });
  CHECK(remarks.value().empty());
}

TEST_CASE("several earlier rules together may leave nothing to a later one") {
  const auto lane = [](const std::string& id, const std::string& services) {
    return R"({"id": ")" + id + R"(", "services": [)" + services + R"(], "lane": "joint", "source": "T"})";
  };
  const std::string one = lane("a", R"("certificate")");
  const std::string two = lane("b", R"("benefit")");
  const std::string both = lane("c", R"("certificate", "benefit")");
  CHECK(codes_of(remarks_on(R"("lanes": [)" + one + "," + two + "," + both + "]")) == Codes{"rule-shadowed"});
  CHECK(remarks_on(R"("lanes": [)" + one + "," + both + "]").empty());
  CHECK(remarks_on(R"("lanes": [)" + one + "," + two + "]").empty());
}

TEST_CASE("an exception with dates before a rule without is no overlap and no gap") {
  const std::string exception =
      R"({"id": "a", "valid": {"from": "2019-01-01", "until": "2019-12-31"}, "within": {"working_days": 5}, "source": "T"})";
  const std::string always = R"({"id": "b", "within": {"working_days": 3}, "source": "T"})";
  CHECK(remarks_on(R"("promises": [)" + exception + "," + always + "]").empty());
  CHECK(codes_of(remarks_on(R"("promises": [)" + always + "," + exception + "]")) == Codes{"rule-shadowed"});
}

TEST_CASE("versions that follow each other day by day are in order") {
  const auto promises = [](const std::string& until, const std::string& from) {
    return R"("promises": [{"id": "a", "valid": {"until": ")" + until +
           R"("}, "within": {"working_days": 5}, "source": "T"}, {"id": "b", "valid": {"from": ")" + from +
           R"("}, "within": {"working_days": 3}, "source": "T"}])";
  };
  CHECK(remarks_on(promises("2019-05-31", "2019-06-01")).empty());
  CHECK(codes_of(remarks_on(promises("2019-05-31", "2019-06-02"))) == Codes{"versions-gap"});
  CHECK(codes_of(remarks_on(promises("2019-05-31", "2019-05-31"))) == Codes{"versions-overlap"});
}

TEST_CASE("a plain sentence is a source; a key that does not exist is not") {
  const auto cited = [](const std::string& source) {
    return codes_of(remarks_on(R"("lanes": [{"id": "a", "lane": "joint", "source": ")" + source + "\"}]"));
  };
  CHECK(cited("the role names the person").empty());
  CHECK(cited("GB 11643").empty());
  CHECK(cited("T §3").empty());
  CHECK(cited("repost (T)").empty());
  CHECK(cited("U §3") == Codes{"source-unknown"});
}

TEST_CASE("abbreviations need no translation") {
  const auto label = [](const std::string& zh, const std::string& en) {
    return codes_of(
        remarks_on(R"("organisations": [{"id": "x", "label": {"zh": ")" + zh + R"(", "en": ")" + en + "\"}}]"));
  };
  CHECK(label("EMS", "EMS").empty());
  CHECK(label("EMS 快递", "EMS courier").empty());
  CHECK(label("瑞安", "Ruian (瑞安)").empty());
  CHECK(label("courier", "courier") == Codes{"label-untranslated"});
  CHECK(label("快递", "快递") == Codes{"label-untranslated"});
}

TEST_CASE("remarks come in the order of the text, with line and column") {
  const auto remarks = remarks_in_place(
      "\n\"evidence\": [{\"id\": \"x\", \"label\": {\"zh\": \"纸\", \"en\": \"paper\"}}],\n"
      "\"organisations\": [{\"id\": \"y\", \"label\": {\"zh\": \"室\", \"en\": \"room\"}}]");
  REQUIRE(codes_of(remarks) == Codes{"unused-evidence", "unused-organisation"});
  CHECK(remarks[0].line == 2);
  CHECK(remarks[0].column == 14);
  CHECK(remarks[0].path == "/evidence/0");
  CHECK(remarks[0].document == "top");
  CHECK(remarks[1].line == 3);
}

TEST_CASE("remarks from elsewhere are given their place in the text") {
  std::vector<LintRemark> remarks(3);
  remarks[0].document = remarks[1].document = "top";
  remarks[0].path = "/note/en";
  remarks[1].path = "/note";
  remarks[2].document = "unheard-of";
  place(remarks, layer("\n\"note\": {\"zh\": \"注\", \"en\": \"note\"}"),
        [](std::string_view) { return std::optional<std::string_view>(small_profile_text); });
  CHECK(remarks[0].path == "/note");
  CHECK(remarks[0].line == 2);
  CHECK(remarks[0].column == 9);
  CHECK(remarks[1].path == "/note/en");
  CHECK(remarks[2].line == 0);
}
