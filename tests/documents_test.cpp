// The papers: what stands on them, and that nothing else does.
#include <birthcase/documents.hpp>
#include <birthcase/plan_json.hpp>
#include <birthcase/text.hpp>

#include "applications.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

template <class Block, class Visit>
void each(const Paper& paper, const Visit& visit) {
  for (const paper::Block& block : paper.blocks) {
    if (const Block* wanted = std::get_if<Block>(&block)) visit(*wanted);
  }
}

/// The boxes by their fact; fails the test where one stands twice.
std::map<std::string, paper::Box> boxes_of(const Paper& paper) {
  std::map<std::string, paper::Box> boxes;
  each<paper::Boxes>(paper, [&](const paper::Boxes& group) {
    for (const paper::Box& box : group.boxes) {
      if (!box.fact.empty()) CHECK_MESSAGE(boxes.emplace(box.fact, box).second, box.fact);
    }
  });
  return boxes;
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string text_of(const Paper& paper) { return to_text(paper, 200); }

constexpr Language languages[] = {Language::zh, Language::en};

template <class Visit>
void each_example(const Visit& visit) {
  for (const std::string& name : Example::names()) {
    CAPTURE(name);
    for (const Language language : languages) {
      CAPTURE(static_cast<int>(language));
      visit(Example::named(name), language);
    }
  }
}

}  // namespace

TEST_CASE("every fact that is asked stands on the form once, for each newborn where it is a newborn's") {
  each_example([](const Example& example, Language language) {
    const Plan plan = example.plan();
    const auto boxes = boxes_of(application_form(plan, language));
    for (const FormField& field : plan.form.fields) {
      if (field.source != FieldSource::applicant && field.source != FieldSource::undetermined) continue;
      const std::string fact = fact_name(plan.profile(), {field.field->slot.index, field.newborn});
      REQUIRE_MESSAGE(boxes.contains(fact), fact);
      CHECK(boxes.at(fact).label == field.field->label.in(language));
      CHECK(boxes.at(fact).required == field.required);
    }
  });
}

TEST_CASE("what is known stands on the form wherever it is from, and the rest is listed as nothing to fill in") {
  each_example([](const Example& example, Language language) {
    const Plan plan = example.plan();
    const Paper form = application_form(plan, language);
    const auto boxes = boxes_of(form);
    std::string unasked;
    each<paper::Table>(form, [&](const paper::Table& table) {
      for (const auto& row : table.rows) unasked += row.back().text;
    });
    for (const FormField& field : plan.form.fields) {
      const std::string own = fact_name(plan.profile(), {field.field->slot.index, field.newborn});
      // What several children have in common may stand in the one box of all.
      const auto of_child = own.find("].");
      const bool of_all = !boxes.contains(own) && of_child != std::string::npos && plan.newborns() > 1;
      const std::string fact = of_all ? own.substr(of_child + 2) : own;
      const bool in_box = boxes.contains(fact);
      const bool asked = field.source == FieldSource::applicant || field.source == FieldSource::undetermined;
      CHECK_MESSAGE(in_box == (asked || field.value != nullptr), fact);
      if (!in_box) CHECK_MESSAGE(has(unasked, field.field->label.in(language)), fact);
      // What the family told, if only for all children at once, is from nowhere else.
      const bool told = plan.provenance({field.field->slot.index, field.newborn}).origin == Origin::told;
      if (in_box && !asked && !told) CHECK_MESSAGE(!boxes.at(fact).remark.empty(), fact);
    }
  });
}

TEST_CASE("what would decide something has a box too, with what can be ticked") {
  const Plan plan = Example::named("yiwu-half-filled").plan();
  const auto boxes = boxes_of(application_form(plan));
  for (const Undetermined& open : plan.undetermined) {
    const bool elsewhere = boxes.contains(fact_name(plan.profile(), open.fact));
    const bool of_hospital = fact_name(plan.profile(), open.fact).starts_with("newborns[0].");
    CHECK_MESSAGE((elsewhere || of_hospital), fact_name(plan.profile(), open.fact));
  }
  CHECK(boxes.at("mother.hukou.division").value.empty());
  CHECK_FALSE(boxes.contains("delivery.method"));  // Yiwu posts everything: nothing depends on it
  // In Ruian it decides whether the booklet is posted, and to whom.
  const Plan booklet = Example::named("ruian-with-benefit").remove("/delivery/method").plan();
  const paper::Box method = boxes_of(application_form(booklet)).at("delivery.method");
  CHECK(method.value.empty());
  CHECK(method.choices == std::vector<paper::Choice>{{"邮寄"}, {"网点领取"}});
}

TEST_CASE("of an empty application the form asks what all the rest follows from") {
  const Plan plan = Example(R"({"profile": "wenling"})").plan(built_in("wenling"), Date(2019, 6, 10));
  const auto boxes = boxes_of(application_form(plan));
  for (const char* fact :
       {"applicant.role", "marriage.status", "father", "mother.hukou.division", "channel", "services"}) {
    REQUIRE_MESSAGE(boxes.contains(fact), fact);
    CHECK(boxes.at(fact).value.empty());
  }
  CHECK(boxes.at("services").choices == std::vector<paper::Choice>{{"生育医疗保险待遇申领"}});
}

TEST_CASE("codes are printed by their labels, places in full, days in the manner of the language") {
  const Plan plan = Example::named("yiwu-twins").plan();
  const auto zh = boxes_of(application_form(plan));
  CHECK(zh.at("mother.ethnicity").value == "汉族");
  CHECK(zh.at("settlement.division").value == "浙江省金华市义乌市");
  CHECK(zh.at("newborns[1].born_at").value == "2019年6月8日 14:26");
  CHECK(zh.at("settlement.with").value == "随父");
  CHECK(zh.at("channel").value == "医院出生联办窗口");
  CHECK(zh.at("birth.complications").value == "否");
  const auto en = boxes_of(application_form(plan, Language::en));
  CHECK(en.at("mother.ethnicity").value == "Han");
  CHECK(en.at("newborns[0].birth_date").value == "2019-06-08");
  CHECK(en.at("settlement.with").value == "father");
}

TEST_CASE("what is told for all children and what each child has is printed once") {
  const auto boxes = [](const Example& family) { return boxes_of(application_form(family.plan())); };
  const auto only = boxes(Example::named("yiwu-local"));
  CHECK(only.at("newborns[0].settlement.with").value == "随父");
  CHECK(only.at("newborns[0].insurance.division").value == "浙江省金华市义乌市");
  CHECK_FALSE(only.contains("settlement.with"));
  CHECK_FALSE(only.contains("settlement.address"));
  const auto alike = boxes(Example::named("yiwu-twins"));
  CHECK(alike.contains("settlement.address"));
  CHECK_FALSE(alike.contains("newborns[0].settlement.with"));
  CHECK_FALSE(alike.contains("newborns[1].settlement.address"));
  const auto apart = boxes(Example::named("yiwu-twins-apart"));
  CHECK(apart.at("newborns[0].settlement.with").value != apart.at("newborns[1].settlement.with").value);
  CHECK_FALSE(apart.contains("settlement.with"));
  const auto open = boxes(Example::named("yiwu-local").remove("/settlement/with"));
  CHECK(open.at("newborns[0].settlement.with").value.empty());
  CHECK_FALSE(open.contains("settlement.with"));
}

TEST_CASE("a child's settlement stands under the settlement, and of several children under each one's") {
  const auto titles = [](std::string_view example) {
    std::vector<std::string> all;
    each<paper::Boxes>(application_form(Example::named(example).plan()), [&](const paper::Boxes& group) {
      const auto about = [](const paper::Box& box) { return box.fact.find("settlement.with") != std::string::npos; };
      if (std::any_of(group.boxes.begin(), group.boxes.end(), about)) all.push_back(group.title);
    });
    return all;
  };
  CHECK(titles("yiwu-local") == std::vector<std::string>{"落户"});
  CHECK(titles("yiwu-twins") == std::vector<std::string>{"落户"});
  const auto apart = titles("yiwu-twins-apart");
  REQUIRE(apart.size() == 2);
  CHECK(apart[0].starts_with("落户 1"));
  CHECK(apart[1].starts_with("落户 2"));
}

TEST_CASE("no box offers an answer that is asked back") {
  const Plan plan = Example::named("yiwu-local").remove("/marriage/status").plan();
  const paper::Box status = boxes_of(application_form(plan)).at("marriage.status");
  CHECK(std::count(status.choices.begin(), status.choices.end(), paper::Choice{"已婚"}) == 1);
  CHECK(std::count(status.choices.begin(), status.choices.end(), paper::Choice{"未说明的婚姻状况"}) == 0);
}

TEST_CASE("what is told for all newborns stands with each of them, save where one differs") {
  const auto one = boxes_of(application_form(Example::named("yiwu-local").plan()));
  CHECK_FALSE(one.contains("settlement.with"));
  CHECK(one.at("newborns[0].settlement.with").value == "随父");
  const auto apart =
      boxes_of(application_form(Example::named("yiwu-twins").set("/newborns/1/settlement/with", "mother").plan()));
  CHECK(apart.at("newborns[1].settlement.with").value == "随母");
}

TEST_CASE("a child that is known to have no name yet is called so") {
  const Plan plan = Example::named("wenling-unnamed").plan();
  CHECK(boxes_of(application_form(plan)).at("newborns[0].name").value == "未取名");
  CHECK(has(text_of(notice(plan)), "新生儿：未取名"));
}

TEST_CASE("what has no published limit is not said to be told later") {
  const std::string branch = text_of(notice(Example::named("ruian-bank-branch").plan()));
  CHECK(has(branch, "未公布办结时限"));
  CHECK_FALSE(has(branch, "受理后另行告知"));
}

TEST_CASE("the form says that there is no father, and asks nothing about him") {
  const auto plan = Example::named("yiwu-unmarried-mother").set("/father", nullptr).plan();
  const auto boxes = boxes_of(application_form(plan));
  CHECK(boxes.at("father").label == "父亲");
  CHECK(boxes.at("father").value == "无");
  CHECK(std::none_of(boxes.begin(), boxes.end(), [](const auto& box) { return box.first.starts_with("father."); }));
}

TEST_CASE("a value that its format refuses is printed as it was put, with a remark") {
  const auto plan = Example::named("yiwu-local").set("/father/phone", "12").plan();
  const auto boxes = boxes_of(application_form(plan));
  CHECK(boxes.at("father.phone").value == "12");
  CHECK(boxes.at("father.phone").remark == "格式不符，请更正");
}

TEST_CASE("each of those who sign has a part: what the attendant states is not among what the family signs") {
  const Paper form = application_form(Example::named("yiwu-twins").plan());
  std::vector<std::set<std::string>> parts;
  for (const paper::Block& block : form.blocks) {
    if (std::holds_alternative<paper::Heading>(block)) parts.emplace_back();
    const auto* group = std::get_if<paper::Boxes>(&block);
    if (group == nullptr || parts.empty()) continue;
    for (const paper::Box& box : group->boxes) parts.back().insert(box.fact);
  }
  REQUIRE(parts.size() >= 3);
  CHECK(parts[0].contains("newborns[0].name"));
  CHECK(parts[0].contains("newborns[1].name"));
  CHECK(parts[1].contains("newborns[1].weight_g"));
  CHECK(parts[1].contains("birth.attendant_name"));
  CHECK(parts[2].contains("insurance.type"));
  CHECK(parts[2].contains("applied_at"));
}

TEST_CASE("a form's groups are the profile's; without them fields stand under a holder or under other") {
  const Plan plan = Example::named("ruian-with-benefit").plan();
  std::vector<std::string> titles;
  each<paper::Boxes>(application_form(plan), [&](const paper::Boxes& group) { titles.push_back(group.title); });
  for (const char* title :
       {"申请人", "母亲", "父亲", "婚姻与居住", "新生儿", "参保与社会保障卡", "生育待遇", "证件领取"}) {
    CHECK_MESSAGE(std::find(titles.begin(), titles.end(), title) != titles.end(), title);
  }
  boost::json::value document = built_in_document("base");
  document.as_object().erase("groups");
  document.as_object().erase("application_form");
  const Plan bare = Example::named("yiwu-local").plan(profile_of(document), Date(2019, 6, 10));
  titles.clear();
  each<paper::Boxes>(application_form(bare), [&](const paper::Boxes& group) { titles.push_back(group.title); });
  CHECK(std::find(titles.begin(), titles.end(), "母亲") != titles.end());
  CHECK(std::find(titles.begin(), titles.end(), "其他") != titles.end());
  CHECK(application_form(bare).title == "申请表");
}

TEST_CASE("the form is the city's: its title, its window, the services that are joined there for this family") {
  const Paper ruian = application_form(Example::named("ruian-with-benefit").plan(), Language::zh, "ra-1");
  CHECK(ruian.title == "瑞安市新生儿联办事项申请表");
  CHECK(ruian.office == "新生儿事项联办窗口");
  CHECK(ruian.head.front().value == "ra-1");
  const std::string services = text_of(ruian);
  CHECK(has(services, "[√] 生育医疗保险待遇申领"));
  CHECK_FALSE(has(services, "预防接种证"));
}

TEST_CASE("the notice lists what to bring with the reason, what perhaps, what not, and where else to go") {
  const std::string half = text_of(notice(Example::named("yiwu-half-filled").plan()));
  CHECK(has(half, "共 1 件"));
  CHECK(has(half, "是否提交：结婚证"));
  CHECK(has(half, "由“新生儿出生医学证明申领”产生"));
  CHECK(has(half, "医保部门"));
  CHECK(has(half, "义乌联办窗口不办理此项"));
  CHECK(has(half, "纸质材料统一后台交换前"));
  const std::string other = text_of(notice(Example::named("yiwu-non-local-applicant").plan()));
  CHECK(has(other, "父母一方或双方户籍不在义乌"));
  const std::string en = to_html(notice(Example::named("yiwu-both-from-elsewhere").plan(), Language::en));
  CHECK(has(en, "has no Yiwu hukou; registration and what follows it"));
}

TEST_CASE("the notice says what has to be put right by the place on the form, never by the value") {
  const auto plan = Example::named("yiwu-twins").set("/newborns/1/weight_g", "77").plan();
  const std::string text = text_of(notice(plan));
  CHECK(has(text, "出生体重（克）（新生儿 2）"));
  CHECK_FALSE(has(text, "77"));
}

TEST_CASE("every document that concerns the family stands in the notice") {
  each_example([](const Example& example, Language language) {
    const Plan plan = example.plan();
    const std::string text = text_of(notice(plan, language));
    for (const EvidenceItem& item : plan.evidence) {
      if (item.status != EvidenceStatus::not_required) CHECK(has(text, item.type->label.in(language)));
    }
    for (const ServiceLane& lane : plan.services) {
      if (lane.lane == Lane::elsewhere) CHECK(has(text, lane.service->label.in(language)));
    }
  });
}

TEST_CASE("a document that this family has no use for is not in its notice") {
  const std::string text = text_of(notice(Example::named("yiwu-local").plan()));
  for (const char* other : {"迟领说明", "接生记录证明书", "非婚生育说明", "亲子鉴定证明"})
    CHECK_FALSE(has(text, other));
}

TEST_CASE("the notice promises a day only to those who can be taken in") {
  CHECK(has(text_of(notice(Example::named("yiwu-local").plan())), "最迟于2019年6月"));
  const std::string half = text_of(notice(Example::named("yiwu-half-filled").plan()));
  CHECK_FALSE(has(half, "最迟于"));
  CHECK(has(half, "办结时限自受理之日起计算"));
}

TEST_CASE("the same plan gives the same bytes") {
  each_example([](const Example& example, Language language) {
    const auto once = [&] {
      return to_html(application_form(example.plan(), language)) + to_html(notice(example.plan(), language));
    };
    CHECK(once() == once());
  });
}
