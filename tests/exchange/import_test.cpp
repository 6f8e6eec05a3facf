// Records of a hospital become applications or findings.
#include <birthcase/plan_json.hpp>
#include <birthcase/text.hpp>

#include "applications.hpp"
#include "exchange/records.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

// A map of rows `A`, `B` … of comma-separated texts in UTF-8.
exchange::Map map_of(const std::string& rows, const std::string& more = {}) {
  const std::string json = R"({"id": "m", "version": "1", "title": {"zh": "例", "en": "m"}, "format": "delimited",
    "sources": {"S": "invented"}, "certainty": "assumed", )" +
                           more + R"("rows": [)" + rows + "]}";
  auto map = exchange::Map::parse(built_in("base"), json);
  REQUIRE(map.has_value());
  return *map;
}

exchange::ImportedBirth only(const exchange::Map& map, const std::string& text) {
  auto imported = exchange::import_records(map, text).value();
  REQUIRE(imported.births.size() == 1);
  return std::move(imported.births.front());
}

}  // namespace

TEST_CASE("a hospital's view of fifty births, some broken, becomes fifty drafts or findings") {
  const auto map = map_named("hospital-view");
  const std::string text = to_gb18030(view_of_births(50)).value();
  const auto imported = exchange::import_records(map, text).value();
  REQUIRE(imported.births.size() == 50);
  CHECK(imported.applications() == 50 - refused_rows(50));
  CHECK(refused_rows(50) == 5);
  for (std::size_t i = 0; i < imported.births.size(); ++i) {
    const auto& birth = imported.births[i];
    CAPTURE(i);
    CHECK(birth.records == std::vector<std::size_t>{i + 1});
    if (!birth.application) CHECK_FALSE(birth.findings.empty());
  }
  const auto& first = imported.births.front();
  CHECK(findings_of(first) == "none");
  CHECK(fact(first, "mother.name") == "周敏");
  CHECK(fact(first, "mother.hukou.address") == "测试路0号, 2室");
  CHECK(fact(first, "mother.ethnicity") == "01");
  CHECK(fact(first, "birth.mode") == "caesarean");
  CHECK(fact(first, "birth.complications") == "false");
  CHECK(fact(first, "newborn.weight_g", 0) == "2000");
  CHECK(fact(first, "newborn.gestational_weeks", 0) == "39");
  CHECK(fact(first, "newborn.gestational_days", 0) == "2");
  CHECK(fact(first, "newborn.born_at", 0) == "2019-06-01T14:20:00");
  CHECK(first.message == "FM00000");
  REQUIRE(first.sent_at);
  CHECK(to_string(*first.sent_at) == "2019-06-01T09:00");
}

TEST_CASE("each fault of a row is said by its column and line, and no finding tells a value") {
  const auto map = map_named("hospital-view");
  const auto imported = exchange::import_records(map, to_gb18030(view_of_births(35)).value()).value();
  const auto of = [&imported](std::size_t row) -> const exchange::ImportedBirth& { return imported.births[row]; };
  CHECK(findings_of(of(6)) == "source-code-unknown 婴儿性别");
  CHECK(findings_of(of(13)) == "source-date-unreadable 出生时间");
  CHECK(findings_of(of(20)) == "source-out-of-range 体重(kg)");
  CHECK(findings_of(of(27)) == "none");
  CHECK(findings_of(of(34)) == "source-row-unreadable ");
  CHECK(of(13).findings.front().line == 15);
  CHECK(of(13).findings.front().column > 60);
  CHECK(of(20).application);
  CHECK(fact(of(20), "newborn.weight_g", 0) == "unknown");
  CHECK(fact(of(27), "newborn.length_cm", 0) == "unknown");
  for (const auto& birth : imported.births) {
    for (const auto& found : birth.findings) {
      for (const std::string_view typed : {"未说明", "昨天夜里", "3300", "多一格"}) {
        CHECK(found.finding.message.zh.find(typed) == std::string::npos);
        CHECK(found.finding.message.en.find(typed) == std::string::npos);
      }
    }
  }
}

TEST_CASE("rows with the same inpatient number are the newborns of one birth") {
  const auto map = map_of(R"({"from": "no", "to": "mother.inpatient_number"}, {"from": "m", "to": "mother.name"},
                             {"from": "sex", "to": "newborn.sex"})",
                          R"("same_birth": ["no"], )");
  auto imported = exchange::import_records(map, "no,m,sex\n1,甲,1\n2,乙,2\n1,甲,2\n1,丙,1\n,丁,1\n,戊,1\n").value();
  REQUIRE(imported.births.size() == 4);
  const auto& triplets = imported.births.front();
  CHECK(triplets.records == std::vector<std::size_t>{1, 3, 4});
  CHECK(triplets.application->newborn_count() == 3);
  CHECK(fact(triplets, "newborn.sex", 1) == "2");
  CHECK(fact(triplets, "mother.name") == "甲");
  CHECK(findings_of(triplets) == "records-differ m");
  CHECK(triplets.findings.front().line == 5);
}

TEST_CASE("texts that mean nothing, texts that mean none, and defaults") {
  const auto map = map_of(R"({"from": "a", "to": "birth.institution.name", "none": "/"},
                             {"from": "b", "to": "birth.attendant_name"},
                             {"from": "c", "to": "birth.place_kind", "default": "hospital"})",
                          R"("missing": ["NA", "9999"], )");
  const auto birth = only(map, "a,b,c\n/,NA,9999\n");
  CHECK(fact(birth, "birth.institution.name") == "null");
  CHECK(fact(birth, "birth.attendant_name") == "unknown");
  CHECK(fact(birth, "birth.place_kind") == "hospital");
  CHECK(birth.sources.back().fallback);
}

TEST_CASE("a row with a condition reads what the others have put, and texts that the map names") {
  const auto map = map_of(R"({"from": "b", "to": "father.name", "when": "marriage.status = \"20\" and kind = \"x\""},
                             {"from": "a", "to": "marriage.status"})",
                          R"("named": {"kind": "c"}, )");
  CHECK(fact(only(map, "a,b,c\n20,甲,x\n"), "father.name") == "甲");
  CHECK(fact(only(map, "a,b,c\n20,甲,y\n"), "father.name") == "unknown");
  CHECK(fact(only(map, "a,b,c\n10,甲,x\n"), "father.name") == "unknown");
  const auto imported = exchange::import_records(map, "a,b,c\n10,甲,x\n20,乙,x\n").value();
  CHECK(imported.rows[0].not_asked == 1);
  CHECK(imported.rows[0].read == 1);
}

TEST_CASE("every value keeps where it was read") {
  const auto map = map_named("d301-xml");
  const auto imported = exchange::import_records(map, R"(<csyxzm>
  <Upload_cszmqf><SJXT_ID>A-1</SJXT_ID><XSE_CSRQ>201906081420</XSE_CSRQ></Upload_cszmqf>
  <Upload_cszmqf><SJXT_ID>A-2</SJXT_ID><XSE_CSRQ>201906091420</XSE_CSRQ><MQ_XM>甲</MQ_XM><NEU>1</NEU></Upload_cszmqf>
</csyxzm>)")
                            .value();
  REQUIRE(imported.births.size() == 2);
  const auto& second = imported.births[1];
  CHECK(second.message == "A-2");
  const auto name = std::find_if(second.sources.begin(), second.sources.end(),
                                 [](const exchange::FactSource& source) { return source.path == "MQ_XM"; });
  REQUIRE(name != second.sources.end());
  CHECK(name->record == 2);
  CHECK(name->line == 3);
  REQUIRE(imported.unread.size() == 1);
  CHECK(imported.unread.front().path == "NEU");
  const auto json = boost::json::parse(exchange::to_json(map, imported, Language::en));
  CHECK(json.at_pointer("/births/1/message") == "A-2");
  CHECK(json.at_pointer("/births/1/application/mother/name") == "甲");
  CHECK(json.at_pointer("/births/1/sources/0/line") == 3);
}

TEST_CASE("what the profile's own checks say is told with the place in the source") {
  const auto map = map_of(R"({"from": "a", "to": "mother.phone"}, {"from": "b", "to": "mother.id_type"})");
  const auto birth = only(map, "a,b\n12,01\n");
  REQUIRE(birth.application);
  REQUIRE(birth.findings.size() == 1);
  CHECK(birth.findings.front().source == "a");
  CHECK(birth.findings.front().finding.path == "/mother/phone");
}

TEST_CASE("a text without a record says where the map looks") {
  const auto map = map_named("henan-sfb");
  const auto imported = exchange::import_records(map, "<Envelope><Body/></Envelope>");
  REQUIRE(imported.has_error());
  CHECK(imported.error().kind == ErrorKind::missing);
  CHECK(imported.error().message.find("Body/csyxzmSfb") != std::string::npos);
}

TEST_CASE("days are read as a pattern says, and no other day") {
  const auto read = [](const std::string& pattern, const std::string& text) {
    const auto map = map_of(R"({"from": "a", "to": "mother.birth_date", "date": ")" + pattern + "\"}");
    return fact(only(map, "a\n" + text + "\n"), "mother.birth_date");
  };
  CHECK(read("yyyyMMdd", "19910312") == "1991-03-12");
  CHECK(read("yyyy/M/d", "1991/3/2") == "1991-03-02");
  CHECK(read("yyyy年M月d日", "1991年3月12日") == "1991-03-12");
  CHECK(read("yyyy-MM-dd[ HH:mm:ss]", "1991-03-12 00:00:00") == "1991-03-12");
  CHECK(read("yyyy-MM-dd[ HH:mm:ss]", "1991-03-12") == "1991-03-12");
  for (const std::string text : {"19910230", "1991031", "1991-03-12", "199103121", "x"}) {
    CAPTURE(text);
    CHECK(read("yyyyMMdd", text) == "unknown");
  }
}

TEST_CASE("a table whose first row does not name the columns is refused, and nothing of it is told") {
  const auto imported = exchange::import_records(map_named("hospital-view"), to_gb18030("张三,女\n李四,男\n").value());
  REQUIRE(imported.has_error());
  CHECK(imported.error().kind == ErrorKind::missing);
  CHECK(imported.error().message.find("first row") != std::string::npos);
}
