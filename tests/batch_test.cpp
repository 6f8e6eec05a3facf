// Many births at once: what is grouped, and what is said where a column is wrong. That the answers are those of plans
// is tested over random families.
#include <birthcase/batch.hpp>

#include "applications.hpp"

#include <doctest/doctest.h>

namespace {

using namespace birthcase;

const Date day(2019, 6, 10);

Value text(std::string words) { return Value::text(std::move(words)); }

Result<EvidenceOfBirths> answered(const Births& births) { return evidence_of(tests::built_in("yiwu"), births, day); }

Error refusal(const Births& births) {
  const auto result = answered(births);
  REQUIRE(!result);
  return result.error();
}

}  // namespace

TEST_CASE("births that rules cannot tell apart are planned once") {
  const std::vector<std::uint32_t> each{0, 1, 2, 3};
  const Births births{4, {{"mother.name", {text("李梅"), text("王芳"), text("张静"), text("陈敏")}, each}}, {}};
  const auto batch = answered(births).value();
  CHECK(batch.planned == 1);
  CHECK(batch.answer == std::vector<std::uint32_t>{0, 0, 0, 0});
  CHECK(batch.answers.size() == 1);
}

TEST_CASE("a batch without births, and births of whom nothing is told") {
  CHECK(answered({}).value().answers.empty());
  CHECK(answered({.count = 3}).value().planned == 1);
}

TEST_CASE("two columns that a rule compares") {
  const std::vector<std::uint32_t> collectors{0, 1};
  const std::vector<std::uint32_t> mothers{0, 0};
  const std::vector<std::uint32_t> alike{0, 0};
  const Births births{2,
                      {{"applicant.role", {text("mother")}, alike},
                       {"mother.name", {text("李梅")}, mothers},
                       {"collector.name", {text("李梅"), text("王芳")}, collectors}},
                      {}};
  CHECK(answered(births).value().planned == 2);
}

TEST_CASE("a document that the family has in hand") {
  const std::vector<std::uint32_t> lists{0, BatchColumn::not_told};
  const std::vector<std::uint32_t> sexes{0, 0};
  Births births{2, {{"newborns[0].sex", {text("1")}, sexes}}, BatchDocuments{{{{"birth-certificate"}}}, lists}};
  const auto batch = answered(births).value();
  CHECK(batch.answer[0] != batch.answer[1]);
  births.documents->values = {{{"no-such-paper"}}};
  const Error error = refusal(births);
  CHECK(error.kind == ErrorKind::unknown_name);
  CHECK(error.path == "/0/0/type");
  CHECK(error.message.starts_with("column 'documents': "));
}

TEST_CASE("an error names the column, never what it holds") {
  const std::vector<std::uint32_t> codes{0, 1};
  const std::vector<std::uint32_t> beyond{0, 2};
  const std::vector<std::uint32_t> too_few{0};
  const std::vector<Value> statuses{text("20"), text("10")};

  CHECK(refusal({2, {{"mother.nme", statuses, codes}}, {}}).kind == ErrorKind::unknown_name);
  CHECK(refusal({2, {{"marriage.status", statuses, beyond}}, {}}).message ==
        "column 'marriage.status': birth 1 has the code 2, and there are 2 values");
  CHECK(refusal({2, {{"marriage.status", statuses, too_few}}, {}}).message ==
        "column 'marriage.status': has 1 code for 2 births");
  CHECK(refusal({2, {{"marriage.status", statuses, codes}, {"marriage.status", statuses, codes}}, {}}).kind ==
        ErrorKind::contradiction);

  const Error wrong = refusal({2, {{"mother.name", {text("李梅"), Value::number(7)}, codes}}, {}});
  CHECK(wrong.kind == ErrorKind::wrong_type);
  CHECK(wrong.path == "/1");
  CHECK(wrong.message.starts_with("column 'mother.name': "));
  CHECK(wrong.message.find("李梅") == std::string::npos);
}

TEST_CASE("what stands in a group that is null cannot be told as well") {
  const std::vector<std::uint32_t> second{BatchColumn::not_told, 0};
  Births births{2, {{"father", {Value::null()}, second}, {"father.name", {text("王强")}, second}}, {}};
  const Error error = refusal(births);
  CHECK(error.kind == ErrorKind::contradiction);
  CHECK(error.message == "column 'father.name': birth 1 has it in 'father', which is null");
  births.facts[1].values = {Value::null()};
  CHECK(answered(births).has_value());
  births.facts[0].values = {text("王强")};
  CHECK(refusal(births).kind == ErrorKind::wrong_type);
}

TEST_CASE("as many newborns as are told of") {
  const std::vector<std::uint32_t> all{0, 0};
  const std::vector<std::uint32_t> second{BatchColumn::not_told, 0};
  const Births births{2, {{"newborns[0].sex", {text("1")}, all}, {"newborns[1].sex", {text("2")}, second}}, {}};
  const auto batch = answered(births).value();
  const auto newborns = [&](std::size_t birth) {
    std::uint16_t last = 0;
    for (const EvidenceItem& item : batch.answers[batch.answer[birth]].evidence) {
      if (item.newborn != FactRef::family) last = std::max(last, item.newborn);
    }
    return last;
  };
  CHECK(newborns(0) == 0);
  CHECK(newborns(1) == 1);
}
