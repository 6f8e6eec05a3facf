// Institutions by their many names; how a profile lists them: profiles/tests.
#include <birthcase/institutions.hpp>

#include "applications.hpp"
#include "profile_layers.hpp"

#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

Institutions two() {
  Institutions institutions;
  REQUIRE_FALSE(institutions.add({"first",
                                  "47000001233078213A1001",
                                  {"某市第一人民医院", "First Hospital"},
                                  {"市一院"},
                                  {"城东院区"},
                                  "T",
                                  false}));
  REQUIRE_FALSE(institutions.add({"second", "", {"某市妇幼保健院", "Maternity Hospital"}, {}, {}, "T", false}));
  return institutions;
}

Error refused(const std::string& institutions) {
  const auto loaded = parse_layer("\"institutions\": [" + institutions + "]");
  REQUIRE_FALSE(loaded.has_value());
  return loaded.error();
}

}  // namespace

TEST_CASE("an institution is found by name, alias, campus, name with campus and code") {
  const Institutions institutions = two();
  for (const std::string_view text :
       {"某市第一人民医院", "市一院", "城东院区", "某市第一人民医院城东院区", "某市第一人民医院（城东院区）",
        "市一院(城东院区)", "某市第一人民医院 城东院区", "某市第一人民医院·城东院区", "first hospital",
        "某市第一人民医院（产科）", "市一院(东楼)", "47000001233078213A1001",
        "４７０００００１２３３０７８２１３ａ１００１"}) {
    CAPTURE(std::string(text));
    const Institution* const found = institutions.find(text);
    REQUIRE(found != nullptr);
    CHECK(found->id == "first");
  }
  CHECK(institutions.find("某市妇幼保健院")->id == "second");
}

TEST_CASE("what is only like an institution's name is not found") {
  const Institutions institutions = two();
  for (const std::string_view text : {"", "第一人民医院", "某市第一人民医院分院", "某市第二人民医院", "（）", "\xFF"}) {
    CAPTURE(std::string(text));
    CHECK(institutions.find(text) == nullptr);
  }
}

TEST_CASE("a name is found behind the divisions that its place lies in") {
  Institutions institutions = two();
  institutions.lies_in({"某某省", "大州市", "某市"});
  for (const std::string_view text :
       {"某某省某市第一人民医院", "某某省大州市某市第一人民医院", "大州市某市第一人民医院", "某某大州某市第一人民医院",
        "（某某省）某市第一人民医院", "某某省某市第一人民医院（总院）", "大州市　某市第一人民医院城东院区"}) {
    CAPTURE(std::string(text));
    const Institution* const found = institutions.find(text);
    REQUIRE(found != nullptr);
    CHECK(found->id == "first");
  }
  for (const std::string_view text :
       {"某某省市一院", "大州市第一人民医院", "某某省城东院区", "别的省某市第一人民医院"}) {
    CAPTURE(std::string(text));
    CHECK(institutions.find(text) == nullptr);
  }
}

TEST_CASE("hospitals of Wenling and Ruian are found with province and city, and no others are") {
  const auto id_of = [](std::string_view profile, std::string_view name) {
    const Institution* const found = built_in(profile).rules().institutions.find(name);
    return found == nullptr ? std::string("none") : found->id;
  };
  CHECK(id_of("wenling", "浙江省温岭市第一人民医院") == "wenling-first");
  CHECK(id_of("wenling", "浙江省台州市温岭市第一人民医院（总院）") == "wenling-first");
  CHECK(id_of("wenling", "台州市温岭市妇幼保健院") == "wenling-mch");
  CHECK(id_of("wenling", "浙江省台州市肿瘤医院") == "taizhou-cancer");
  CHECK(id_of("wenling", "温岭市台州市肿瘤医院") == "taizhou-cancer");
  CHECK(id_of("wenling", "浙江温岭东方医院") == "wenling-oriental");
  CHECK(id_of("ruian", "浙江省温州市瑞安市人民医院（瑞祥院区）") == "ruian-peoples-hospital");
  CHECK(id_of("ruian", "浙江省温州医科大学附属第三医院") == "ruian-peoples-hospital");
  for (const std::string_view other : {"浙江省肿瘤医院", "浙江省中医院", "台州市中医院", "台州市第一人民医院",
                                       "浙江东方医院", "台州东方医院", "江苏省温岭市第一人民医院"}) {
    CAPTURE(std::string(other));
    CHECK(id_of("wenling", other) == "none");
  }
}

TEST_CASE("two institutions cannot be written alike") {
  Institutions institutions = two();
  CHECK(institutions.add({"third", "", {"某市第三医院", "Third"}, {"市一院"}, {}, "T", false}) == "市一院");
  CHECK(institutions.all().size() == 2);
  CHECK(institutions.find("某市第三医院") == nullptr);
}

TEST_CASE("a list of institutions that cannot be right does not load") {
  constexpr std::string_view first =
      R"({"id": "first", "code": null, "name": {"zh": "一院", "en": "First"}, "source": "T"})";
  CHECK(refused(std::string(first) + R"(, {"id": "second", "code": null, "name": {"zh": "（一院）", "en": "Second"},
                "source": "T"})")
            .kind == ErrorKind::contradiction);
  CHECK(refused(R"({"id": "first", "name": {"zh": "一院", "en": "First"}, "source": "T"})").kind == ErrorKind::missing);
  CHECK(refused(R"({"id": "unlisted", "code": null, "name": {"zh": "一院", "en": "First"}, "source": "T"})").kind ==
        ErrorKind::contradiction);
}

TEST_CASE("a list with more ways to write its institutions than anybody looks through does not load") {
  const auto with = [](int aliases, int campuses) {
    const auto names = [](const char* name, int count) {
      std::string all;
      for (int i = 0; i < count; ++i) all += (i == 0 ? "\"" : ", \"") + std::string(name) + std::to_string(i) + "\"";
      return "[" + all + "]";
    };
    return R"({"id": "first", "code": null, "name": {"zh": "一院", "en": "First"}, "source": "T", "aliases": )" +
           names("甲", aliases) + R"(, "campuses": )" + names("乙", campuses) + "}";
  };
  CHECK(parse_layer("\"institutions\": [" + with(20, 20) + "]").has_value());
  CHECK(refused(with(2000, 2000)).kind == ErrorKind::out_of_range);
  CHECK(refused(with(2000, 0)).path == "/institutions/0/campuses");
}

TEST_CASE("the seven of Wenling and the hospital of Ruian's station are found by the names of the sources") {
  const auto& wenling = built_in("wenling").rules().institutions;
  CHECK(wenling.all().size() == 7);
  for (const std::string_view name :
       {"市一院", "市中医院", "台州市肿瘤医院", "台州市中西医结合医院", "市四院", "市妇保院", "温岭东方医院"}) {
    CAPTURE(std::string(name));
    CHECK(wenling.find(name) != nullptr);
  }
  CHECK(wenling.find("温岭市第一人民医院") == wenling.find("市一院"));
  CHECK(wenling.find("台州恩泽医院") == nullptr);
  const auto& ruian = built_in("ruian").rules().institutions;
  REQUIRE(ruian.all().size() == 1);
  CHECK(ruian.find("瑞安市人民医院（瑞祥院区）") == &ruian.all().front());
  CHECK(ruian.find("瑞安市妇幼保健院") == nullptr);
  for (const auto& each : wenling.all()) CHECK(each.code.empty());
  CHECK(built_in("yiwu").rules().institutions.empty());
}

TEST_CASE("a rule that compares with an institution that is not in the list does not load") {
  const auto loaded = Profile::parse(R"({"id": "town", "extends": "ruian", "channels": [
      {"id": "hospital", "when": "birth.institution.id = \"ruian-peoples-hospitall\""}]})");
  REQUIRE_FALSE(loaded.has_value());
  CHECK(loaded.error().message.find("ruian-peoples-hospital") != std::string::npos);
}

TEST_CASE("the institution of a birth follows from its name, from its code, or is told") {
  const auto id_of = [](std::string_view profile, std::string_view field, std::string_view value) {
    Application application(built_in(profile));
    application.put("channel", Value::text("hospital")).value();
    application.put(field, Value::text(std::string(value))).value();
    const Plan made = plan(built_in(profile), application, Date(2019, 6, 10));
    const auto slot = built_in(profile).rules().schema.find("birth.institution.id")->slot;
    return made.value({slot.index, FactRef::family});
  };
  CHECK(id_of("wenling", "birth.institution.name", "温岭市第一人民医院") == Value::text("wenling-first"));
  CHECK(id_of("wenling", "birth.institution.name", "台州恩泽医院") == Value::text("unlisted"));
  CHECK(id_of("wenling", "birth.institution.id", "wenling-mch") == Value::text("wenling-mch"));
  CHECK(id_of("wenling", "birth.mode", "vaginal").is_unknown());
  CHECK(id_of("yiwu", "birth.institution.name", "义乌市中心医院").is_unknown());
}
