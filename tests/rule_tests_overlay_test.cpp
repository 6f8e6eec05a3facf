// How a case's facts are laid over those of its document.
#include "rule_tests.hpp"

using namespace birthcase;
using namespace birthcase::tests;

namespace {

// Facts of the application that a case makes of a base.
Application made(std::string_view base, std::string_view given) {
  const RuleTests tests = tests_of(fmt::format(
      R"({{"profile": "yiwu", "as_of": "2019-06-10", "base": {}, "cases": [{{"name": "a", "given": {}, "expect": {{"due": null}}}}]}})",
      base, given));
  return tests.cases().front().application;
}

std::string fact(const Application& application, std::string_view name, std::uint16_t newborn = FactRef::family) {
  return to_string(application.get(name, newborn).value());
}

}  // namespace

TEST_CASE("objects are merged key by key") {
  const Application application =
      made(R"({"mother": {"name": "李晓梅", "hukou": {"division": "330782"}}, "channel": "hospital"})",
           R"({"mother": {"hukou": {"division": "330108", "kind": "family"}}})");
  CHECK(fact(application, "mother.name") == "李晓梅");
  CHECK(fact(application, "mother.hukou.division") == "330108");
  CHECK(fact(application, "mother.hukou.kind") == "family");
  CHECK(fact(application, "channel") == "hospital");
}

TEST_CASE("null is a value: it was told that there is none") {
  const Application application = made(R"({"father": {"name": "王建国"}})", R"({"father": null})");
  CHECK(fact(application, "father") == "null");
  CHECK(fact(application, "father.name") == "null");
}

TEST_CASE("a null of the base gives way to a group") {
  CHECK(fact(made(R"({"father": null})", R"({"father": {"name": "王建国"}})"), "father.name") == "王建国");
}

TEST_CASE("unknown takes a fact or a group away") {
  const Application application =
      made(R"({"father": {"name": "王建国", "phone": "13800000002"}, "marriage": {"status": "20"}})",
           R"({"father": {"phone": {"unknown": true}}, "marriage": {"unknown": true}})");
  CHECK(fact(application, "father.name") == "王建国");
  CHECK(application.get("father.phone").value().is_unknown());
  CHECK(application.get("marriage").value().is_unknown());
}

TEST_CASE("what was never known can be made unknown") {
  CHECK(made("{}", R"({"mother": {"name": {"unknown": true}}})").get("mother.name").value().is_unknown());
}

TEST_CASE("newborns are merged by their place, and more can follow") {
  const Application application =
      made(R"({"newborns": [{"name": "王子涵", "sex": "2"}]})",
           R"({"newborns": [{"name": "王子萱"}, {"name": "王子轩", "sex": {"unknown": true}}]})");
  REQUIRE(application.newborn_count() == 2);
  CHECK(fact(application, "newborn.name", 0) == "王子萱");
  CHECK(fact(application, "newborn.sex", 0) == "2");
  CHECK(fact(application, "newborn.name", 1) == "王子轩");
  CHECK(application.get("newborn.sex", 1).value().is_unknown());
}

TEST_CASE("newborns that a case does not mention stay") {
  const Application application =
      made(R"({"newborns": [{"name": "王子涵"}, {"name": "王子萱"}]})", R"({"newborns": [{}]})");
  REQUIRE(application.newborn_count() == 2);
  CHECK(fact(application, "newborn.name", 1) == "王子萱");
}

TEST_CASE("other lists, and an empty one, replace what was there") {
  const Application application = made(R"({"newborns": [{"name": "王子涵"}], "services": ["maternity-benefit"],
               "evidence": [{"type": "id-card", "holder": "mother"}]})",
                                       R"({"newborns": [], "services": [], "evidence": []})");
  CHECK(application.newborn_count() == 0);
  CHECK(fact(application, "services") == "[]");
  CHECK(application.facts()->evidence.empty());
}

TEST_CASE("the base stays as it is from case to case") {
  const RuleTests tests =
      tests_of(R"({"profile": "yiwu", "as_of": "2019-06-10", "base": {"newborns": [{"name": "王子涵"}]}, "cases": [
      {"name": "a", "given": {"newborns": [{"name": {"unknown": true}}]}, "expect": {"facts": {"newborns[0].name": {"unknown": true}}}},
      {"name": "b", "expect": {"facts": {"newborns[0].name": "王子涵"}}}]})");
  CHECK(run(tests).passed == 2);
}
