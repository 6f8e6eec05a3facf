// What is wanted of the family: as data, as JSON, on the supplement notice, and on no other paper otherwise.
#include <birthcase/documents.hpp>
#include <birthcase/supplement.hpp>

#include "case_story.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;
using commands::AnswerKind;

namespace {

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

Story returned_by_the_police() {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30").does(commands::Dispatch{});
  story.answers("birth-certificate#1", AnswerKind::completed, story.results_of("birth-certificate#1"));
  story.does(commands::Dispatch{});
  story.at("2019-06-10T15:00")
      .does(commands::Answer{.message = story.message_of("hukou-registration#1"),
                             .result = AnswerKind::returned,
                             .wanted_facts = {"settlement.household.head_name"},
                             .wanted_evidence = {{.type = "marriage-certificate"}},
                             .reason = "两处姓名不一致"});
  return story;
}

std::string text_of(const Story& story, PaperKind kind, Language language = Language::zh) {
  const auto paper = paper_of(story.state(), kind, story.now().date(), language, "public-security");
  REQUIRE_MESSAGE(paper.has_value(), describe(paper.error()));
  return to_text(*paper, 200);
}

/// What stands from one heading to the next.
std::string part(const std::string& text, std::string_view heading) {
  const auto from = text.find(heading);
  if (from == std::string::npos) return {};
  const auto to = text.find("──", text.find("\n\n", from));
  return text.substr(from, to == std::string::npos ? to : to - from);
}

}  // namespace

TEST_CASE("the supplement notice says what, for what, why, by when and how") {
  const Story story = returned_by_the_police();
  const std::string notice = text_of(story, PaperKind::supplement_notice);
  CHECK(has(notice, "补正告知书"));
  CHECK(has(notice, "结婚证"));
  CHECK(has(notice, "户主姓名"));
  CHECK(has(notice, "出生户口登记"));
  CHECK(has(notice, "公安部门"));
  CHECK(has(notice, "两处姓名不一致"));
  CHECK(has(notice, "法律未规定补正期限"));
  CHECK(has(notice, "2019年6月17日"));  // five working days after the 10th
  CHECK(has(notice, "补正方式"));
  const std::string english = text_of(story, PaperKind::supplement_notice, Language::en);
  CHECK(has(english, "marriage certificate"));
  CHECK_FALSE(has(english, "户"));
}

TEST_CASE("as JSON it stands in the state of the case, and is null where nothing is wanted") {
  Story story = returned_by_the_police();
  const auto supplement_of = [&] { return boost::json::parse(to_json(story.state(), story.now())).at("supplement"); };
  const auto notice = supplement_of();
  CHECK(notice.at_pointer("/items/0/fact") == "settlement.household.head_name");
  CHECK(notice.at_pointer("/items/1/document/type") == "marriage-certificate");
  CHECK(notice.at_pointer("/items/1/label") == "结婚证");
  CHECK(notice.at_pointer("/items/1/because") == "两处姓名不一致");
  CHECK(notice.at_pointer("/items/1/by_department") == true);
  CHECK(notice.at("told_by") == "2019-06-17");
  CHECK(notice.at("answer_by").is_null());
  story.does(commands::Supplement{.facts = {{"settlement.household.head_name", Value::text("王建国")}},
                                  .evidence = {{.type = "marriage-certificate"}}});
  CHECK(supplement_of().is_null());
  CHECK(supplement_notice(story.state()).error().kind == ErrorKind::missing);
}

TEST_CASE("neither the one-time notice nor the hand-over sheet says that a wanted document need not be brought") {
  Story story = returned_by_the_police();
  const std::string notice = text_of(story, PaperKind::notice);
  CHECK(has(part(notice, "需提交的材料"), "结婚证"));
  CHECK_FALSE(has(part(notice, "免提交的材料"), "结婚证"));
  const std::string sheet = text_of(story, PaperKind::hand_over_sheet);
  CHECK(has(sheet, "另行要求补交"));
  CHECK_FALSE(has(sheet, "民政部门数据共享"));
  story.does(commands::Supplement{.facts = {{"settlement.household.head_name", Value::text("王建国")}},
                                  .evidence = {{.type = "marriage-certificate"}}});
  CHECK(has(text_of(story, PaperKind::hand_over_sheet), "原件已收"));
}

TEST_CASE("a document that no rule asks for is on the papers and in the message once the department has asked") {
  Story story = returned_by_the_police();
  story.does(commands::Supplement{.step = "hukou-registration#1"}).does(commands::Dispatch{});
  story.does(commands::Answer{.message = story.message_of("hukou-registration#1"),
                              .result = AnswerKind::returned,
                              .wanted_evidence = {{.type = "delivery-record"}}});
  CHECK(has(part(text_of(story, PaperKind::notice), "需提交的材料"), "接生记录证明书"));
  CHECK(has(text_of(story, PaperKind::supplement_notice), "接生记录证明书"));
  story.does(commands::Supplement{.evidence = {{.type = "delivery-record", .newborn = 0}}}).does(commands::Dispatch{});
  bool referred = false;
  for (const EvidenceReference& each : story.sent().back().evidence) referred |= each.type == "delivery-record";
  CHECK(referred);
  CHECK(has(text_of(story, PaperKind::hand_over_sheet), "接生记录证明书"));
}

TEST_CASE("what a correction asks is on the supplement notice too") {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30");
  CHECK(supplement_notice(story.state()).error().kind == ErrorKind::missing);
  story.does(commands::Correct{
      .facts = {{"marriage.status", Value::text("10")}}, .reason = "told wrongly", .document = "id-card"});
  const std::string notice = text_of(story, PaperKind::supplement_notice);
  CHECK(has(notice, "亲子鉴定证明"));
  CHECK(has(notice, "情况更正后需要"));
}

TEST_CASE("a return that says nothing is on the notice with its reason") {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30").does(commands::Dispatch{});
  story.answers("birth-certificate#1", AnswerKind::returned, {}, "扫描件不清");
  const std::string notice = text_of(story, PaperKind::supplement_notice);
  CHECK(has(notice, "扫描件不清"));
  CHECK(has(notice, "请向窗口问明"));
}

TEST_CASE("a family that is sent to another way in is told what to bring there") {
  Story story("wenling");
  story.accepted(Example::named("wenling-unnamed").set("/mother/hukou/division", "341226"), "2019-04-29T09:15");
  const std::string notice = text_of(story, PaperKind::notice);
  CHECK(has(notice, "到市行政服务中心办理时需提交的材料"));
  CHECK(has(part(notice, "到市行政服务中心办理时需提交的材料"), "居民身份证"));
}

TEST_CASE("a document is handed in for one person: the only one who has to bring it, or the one that is named") {
  Story story("yiwu");
  Example family = Example::named("yiwu-local").hand_in_nothing();
  story.at("2019-06-10T09:30").does(commands::Open{boost::json::serialize(family.document())});
  CHECK(story.refused(commands::HandIn{{{.type = "id-card"}}}) == "holder-missing");
  story.does(commands::HandIn{{{.type = "id-card", .holder = "mother", .as = HandedInAs::scan},
                               {.type = "id-card", .holder = "father", .as = HandedInAs::scan}}});
  const Date friday(2019, 6, 14);
  story.does(commands::Accept{{{.type = "id-card", .holder = "mother", .until = friday},
                               {.type = "id-card", .holder = "father", .until = friday}}});
  CHECK(story.refused(commands::Supplement{.evidence = {{.type = "id-card"}}}) == "holder-missing");
  story.does(commands::Supplement{.evidence = {{.type = "id-card", .holder = "father"}}});
  CHECK(story.state().deferrals.at(0).open());
  CHECK_FALSE(story.state().deferrals.at(1).open());
}
