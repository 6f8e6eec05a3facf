// CDA documents of a vaginal birth and of a caesarean section: what they say, and what must be asked.
#include <birthcase/exchange/export.hpp>

#include "applications.hpp"
#include "exchange/records.hpp"

#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

std::string document(const std::string& name) { return source_file("tests/exchange/samples/" + name); }

std::string all_replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

exchange::ImportedBirth read_one(std::string_view map, const std::string& text) {
  auto imported = exchange::import_records(map_named(map), text).value();
  REQUIRE(imported.births.size() == 1);
  return std::move(imported.births.front());
}

// The facts that must be asked.
std::string asked(const exchange::ImportedBirth& birth) {
  std::vector<std::string> paths;
  for (const auto& found : birth.findings) {
    if (found.finding.code == "format-cannot-tell") paths.push_back(found.finding.path);
  }
  return joined(std::move(paths));
}

}  // namespace

TEST_CASE("a record of a vaginal birth says the birth, and what it cannot say is asked") {
  const auto imported = exchange::import_records(map_named("cda-c0015"), document("c0015.xml")).value();
  const auto& birth = imported.births.front();
  CHECK(birth.message == "CDA-1");
  CHECK(fact(birth, "birth.mode") == "vaginal");
  CHECK(fact(birth, "mother.inpatient_number") == "ZY001");
  CHECK(fact(birth, "mother.name") == "李晓梅");
  CHECK(fact(birth, "mother.birth_date") == "1991-03-12");
  CHECK(fact(birth, "birth.institution.name") == "义乌市中心医院（示例）");
  CHECK(fact(birth, "birth.parity") == "1");
  CHECK(fact(birth, "newborn.born_at", 0) == "2019-06-08T14:20:00");
  CHECK(fact(birth, "newborn.weight_g", 0) == "2530");
  CHECK(asked(birth) == "/newborns/0/gestational_weeks, /newborns/0/order");
  REQUIRE(imported.unread.size() == 1);  // the mother's sex, which stands under the element of the newborn's
  CHECK(imported.unread.front().path == "component/structuredBody/component/section/entry/observation/value/@code");
}

TEST_CASE("the same data element is the mother's in one section and the newborn's in another") {
  CHECK(fact(read_one("cda-c0015", document("c0015.xml")), "newborn.sex", 0) == "2");
  const auto boy = read_one("cda-c0016", document("c0016.xml"));
  CHECK(fact(boy, "newborn.sex", 0) == "1");
  CHECK(fact(boy, "mother.sex") == "unknown");
}

TEST_CASE("a record of a caesarean section has no time of birth, and NA is no value") {
  const auto birth = read_one("cda-c0016", document("c0016.xml"));
  REQUIRE(birth.application);
  CHECK(fact(birth, "birth.mode") == "caesarean");
  CHECK(fact(birth, "newborn.born_at", 0) == "unknown");
  CHECK(fact(birth, "newborn.length_cm", 0) == "unknown");
  CHECK(asked(birth) == "/newborns/0/born_at, /newborns/0/gestational_weeks, /newborns/0/order");
}

TEST_CASE("two documents of one mother are twins of one application; a new version of a document is not") {
  const auto map = map_named("cda-c0015");
  const std::string first = document("c0015.xml");
  const std::string second = all_replaced(
      all_replaced(all_replaced(first, "CDA-1", "CDA-2"), "\"20190608142000\"", "\"20190608142600\""), "2530", "2410");
  std::string version = all_replaced(
      all_replaced(first, "<setId root=\"2.16.156.10011.1.1\" extension=\"CDA-1\"/>", "<setId extension=\"S\"/>"),
      "CDA-1", "CDA-3");
  const std::string_view twins[] = {first, second};
  const auto imported = exchange::import_records(map, twins).value();
  REQUIRE(imported.births.size() == 1);
  REQUIRE(imported.births.front().application);
  CHECK(imported.births.front().application->newborn_count() == 2);
  CHECK(fact(imported.births.front(), "newborn.weight_g", 0) == "2530");
  CHECK(fact(imported.births.front(), "newborn.weight_g", 1) == "2410");
  const std::string newer = all_replaced(all_replaced(version, "CDA-3", "CDA-4"), "20190608160000", "20190609090000");
  const std::string corrected = all_replaced(newer, "2530", "2350");
  for (const auto& texts : {std::array<std::string_view, 2>{version, corrected}, {corrected, version}}) {
    const auto one = exchange::import_records(map, texts).value();
    REQUIRE(one.births.size() == 1);
    CHECK(one.births.front().application->newborn_count() == 1);
    CHECK(fact(one.births.front(), "newborn.weight_g", 0) == "2350");
    CHECK(one.births.front().message == "CDA-4");
  }
}

TEST_CASE("a document of another kind is refused, and so is one without the mother's number") {
  CHECK(findings_of(read_one("cda-c0015", document("c0016.xml"))) == "record-not-meant templateId/@root");
  const auto nobody = read_one("cda-c0015", all_replaced(document("c0015.xml"), "\"ZY001\"", "\"NA\""));
  CHECK_FALSE(nobody.application);
  CHECK(findings_of(nobody).find("source-value-missing recordTarget/patientRole/id") != std::string::npos);
}

TEST_CASE("a text that cannot be read among several is named by its number") {
  const std::string good = document("c0015.xml");
  const std::string_view texts[] = {good, std::string_view(good).substr(0, good.size() / 2)};
  const auto imported = exchange::import_records(map_named("cda-c0015"), texts);
  REQUIRE(imported.has_error());
  CHECK(imported.error().document == "2");
}
