// Facts put one by one: types, checks, groups, newborns, documents.
#include <birthcase/application.hpp>

#include "application_profile.hpp"

#include <doctest/doctest.h>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace birthcase;
using birthcase::tests::small_profile;
using birthcase::tests::small_profile_with;

namespace {

Value text(std::string_view words) { return Value::text(std::string(words)); }

Application with(std::string_view name, Value value, std::uint16_t newborn = FactRef::family) {
  Application application(small_profile());
  application.put(name, std::move(value), newborn).value();
  return application;
}

ErrorKind refusal(const Result<void>& result) {
  REQUIRE(!result);
  return result.error().kind;
}

// The codes of the findings, after a look at whether each message exists in both languages.
std::vector<std::string> codes(const Application& application) {
  std::vector<std::string> all;
  for (const Finding& finding : application.findings()) {
    CHECK_FALSE(finding.message.zh.empty());
    CHECK_FALSE(finding.message.en.empty());
    all.push_back(finding.code);
  }
  return all;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a fact that was never put is unknown") {
  const Application application(small_profile());
  CHECK(application.get("mother.name").value().is_unknown());
  CHECK(application.get("mother").value().is_unknown());
  CHECK(application.newborn_count() == 0);
}

TEST_CASE("text is read as the type of its field") {
  CHECK(with("father.birth_date", text("1990-02-28")).get("father.birth_date").value() ==
        Value::date(CivilDate{1990, 2, 28}));
  CHECK(with("birth.licensed", text("true")).get("birth.licensed").value().is_true());
  const Application newborn = with("newborn.length_cm", text(" 50.5 "), 0);
  CHECK(newborn.get("newborn.length_cm", 0).value() == Value::number(*Number::parse("50.5")));
  CHECK(with("newborn.born_at", text("2019-05-06T14:30+08:00"), 0).findings().empty());
  CHECK(with("services", text("certificate,benefit")).get("services").value().as_list().size() == 2);
}

TEST_CASE("a value of another type is refused and changes nothing") {
  Application application = with("mother.name", text("王芳"));
  CHECK(refusal(application.put("mother.name", Value::number(3))) == ErrorKind::wrong_type);
  CHECK(refusal(application.put("mother.hukou.division", Value::number(330782))) == ErrorKind::wrong_type);
  CHECK(refusal(application.put("birth.licensed", Value::number(1))) == ErrorKind::wrong_type);
  CHECK(refusal(application.put("mother", text("王芳"))) == ErrorKind::wrong_type);
  CHECK(refusal(application.put("newborns", text("王"))) == ErrorKind::wrong_type);
  CHECK(application.get("mother.name").value() == text("王芳"));
  CHECK(application.get("birth").value().is_unknown());
}

TEST_CASE("the error about a code given as a number says to write it as text") {
  Application application(small_profile());
  const auto result = application.put("mother.hukou.division", Value::number(330782));
  CHECK(result.error().message.find("write it as text") != std::string::npos);
  CHECK(result.error().path == "/mother/hukou/division");
}

TEST_CASE("a name that does not exist comes with the nearest that does") {
  Application application(small_profile());
  const auto result = application.put("mother.nmae", text("王芳"));
  CHECK(refusal(result) == ErrorKind::unknown_name);
  CHECK(result.error().message.find("'mother.name'") != std::string::npos);
  CHECK(result.error().message.find("王芳") == std::string::npos);
  CHECK(refusal(application.put("jurisdiction.division", text("330782"))) == ErrorKind::unknown_name);
}

TEST_CASE("text that is not UTF-8 is refused") {
  Application application(small_profile());
  CHECK(refusal(application.put("mother.name", text("\xCD\xF5"))) == ErrorKind::encoding);
  CHECK(application.get("mother.name").value().is_unknown());
}

TEST_CASE("a value that its check refuses is kept, reported and unknown to the rules") {
  const Application application = with("father.birth_date", text("1990-02-30"));
  CHECK(application.get("father.birth_date").value() == text("1990-02-30"));
  REQUIRE(application.findings().size() == 1);
  const Finding& finding = application.findings()[0];
  CHECK(finding.code == "bad-format");
  CHECK(finding.severity == Severity::error);
  CHECK(finding.path == "/father/birth_date");
  CHECK(finding.message.en.find("1990") == std::string::npos);
  CHECK(application.facts()->refused.size() == 1);
}

TEST_CASE("each check has its code") {
  const std::pair<std::string_view, std::pair<std::string_view, std::string_view>> cases[] = {
      {"empty-text", {"mother.name", "  "}},         {"control-character", {"mother.hukou.address", "a\x01z"}},
      {"bad-format", {"mother.name", "王5"}},        {"bad-format", {"mother.id_number", "110105194912310021"}},
      {"bad-format", {"mother.phone", "12"}},        {"unknown-code", {"mother.hukou.division", "999999"}},
      {"unknown-code", {"settlement.with", "aunt"}}, {"too-long", {"mother.name", "一二三四五六七八九十百"}},
  };
  for (const auto& [code, fact] : cases) {
    CAPTURE(code);
    CHECK(codes(with(fact.first, text(fact.second))) == Codes{std::string(code)});
  }
  CHECK(codes(with("newborn.length_cm", text("500"), 0)) == Codes{"out-of-range"});
  CHECK(codes(with("newborn.length_cm", text("long"), 0)) == Codes{"bad-format"});
}

TEST_CASE("length is counted in characters, and the shortest form decides") {
  CHECK(codes(with("newborn.name", text("𠮷𠮷𠮷𠮷𠮷𠮷"), 0)).empty());
  CHECK(codes(with("newborn.name", text("𠮷𠮷𠮷𠮷𠮷𠮷𠮷"), 0)) == Codes{"too-long"});
}

TEST_CASE("a private-use character is kept and flagged, a rare one is kept") {
  const Application application = with("mother.name", text("王\xEE\x80\x80"));
  CHECK(codes(application) == Codes{"private-use-character"});
  CHECK(application.findings()[0].severity == Severity::warning);
  CHECK(application.facts()->refused.empty());
  CHECK(codes(with("mother.name", text("王㛃𠮷"))).empty());
}

TEST_CASE("numbers of documents are made plain before they are stored") {
  CHECK(with("mother.id_number", text("１１０１０５ 19491231 002x")).get("mother.id_number").value() ==
        text("11010519491231002X"));
  CHECK(with("mother.passport", text("e 1234-5678")).get("mother.passport").value() == text("E12345678"));
}

TEST_CASE("putting a fact again takes its findings away") {
  Application application = with("father.birth_date", text("soon"));
  application.put("father.birth_date", text("1990-01-01")).value();
  CHECK(application.findings().empty());
  CHECK(application.facts()->refused.empty());
  application.put("father.birth_date", text("soon")).value();
  application.put("father", Value::null()).value();
  CHECK(application.findings().empty());
}

TEST_CASE("findings stand in the order of the facts") {
  Application application = with("newborn.name", text("1"), 0);
  application.put("newborn.name", text("2"), 1).value();
  application.put("father.name", text("3")).value();
  application.put("newborn.length_cm", text("x"), 0).value();
  std::vector<std::string> paths;
  for (const Finding& finding : application.findings()) paths.push_back(finding.path);
  CHECK(paths ==
        std::vector<std::string>{"/father/name", "/newborns/0/name", "/newborns/0/length_cm", "/newborns/1/name"});
}

TEST_CASE("a group that is null makes all in it null") {
  Application application = with("father.name", text("李强"));
  application.put("father", Value::null()).value();
  CHECK(application.get("father").value().is_null());
  CHECK(application.get("father.name").value().is_null());
  CHECK(application.get("father.hukou").value().is_null());
  CHECK(application.get("father.hukou.division").value().is_null());
}

TEST_CASE("a fact put into a group that was null opens it, and the others in it are unknown") {
  Application application = with("father", Value::null());
  application.put("father.hukou.division", text("330782")).value();
  CHECK(application.get("father").value() == Value::context({}));
  CHECK(application.get("father.name").value().is_unknown());
  CHECK(application.get("father.hukou").value() == Value::context({}));
}

TEST_CASE("null put into a group that is null changes nothing") {
  Application application = with("father", Value::null());
  application.put("father.name", Value::null()).value();
  CHECK(application.get("father").value().is_null());
}

TEST_CASE("clearing makes unknown again, with the groups that held nothing else") {
  Application application = with("mother.hukou.division", text("330782"));
  application.put("mother.name", text("王芳")).value();
  application.clear("mother.hukou.division").value();
  CHECK(application.get("mother.hukou").value().is_unknown());
  CHECK(application.get("mother").value() == Value::context({}));
  application.clear("mother").value();
  CHECK(application.get("mother.name").value().is_unknown());
  application.put("father", Value::null()).value();
  application.clear("father.name").value();
  CHECK(application.get("father.name").value().is_null());
  application.put("father", Value()).value();
  CHECK(application.get("father.name").value().is_unknown());
}

TEST_CASE("newborns are added one after the other") {
  Application application(small_profile());
  CHECK(refusal(application.put("newborn.name", text("王一"))) == ErrorKind::out_of_range);
  CHECK(refusal(application.put("newborn.name", text("王一"), 1)) == ErrorKind::out_of_range);
  CHECK(refusal(application.put("mother.name", text("王芳"), 0)) == ErrorKind::out_of_range);
  CHECK(refusal(application.put("newborn.name", Value::number(1), 0)) == ErrorKind::wrong_type);
  CHECK(application.newborn_count() == 0);
  for (std::uint16_t i = 0; i < Application::max_newborns; ++i) application.put("newborn.name", text("王"), i).value();
  CHECK(refusal(application.put("newborn.name", text("王"), 16)) == ErrorKind::out_of_range);
  CHECK(!application.get("newborn.name", 16));
  CHECK(!application.clear("newborn.name", 16));
}

TEST_CASE("the services asked for are services of the profile") {
  Application application(small_profile());
  const auto result = application.put("services", text("certificate,benefits"));
  CHECK(refusal(result) == ErrorKind::unknown_name);
  CHECK(result.error().path == "/services/1");
  CHECK(result.error().message.find("'benefit'") != std::string::npos);
  application.put("services", Value::list({text("benefit")})).value();
  CHECK(application.facts()->asked_for == ServiceSet::of(ServiceId(1)));
  application.clear("services").value();
  CHECK(application.facts()->asked_for.empty());
}

TEST_CASE("a document handed in names what exists") {
  Application application = with("newborn.name", text("王一"), 0);
  const auto result = application.hand_in("id-crad", "mother");
  CHECK(refusal(result) == ErrorKind::unknown_name);
  CHECK(result.error().path == "/evidence/0/type");
  CHECK(result.error().message.find("'id-card'") != std::string::npos);
  CHECK(refusal(application.hand_in("id-card", "aunt")) == ErrorKind::unknown_name);
  CHECK(refusal(application.hand_in("birth-certificate", {}, HandedInAs::original, 1)) == ErrorKind::out_of_range);
  CHECK(refusal(application.hand_in("id-card", "mother", HandedInAs::copy, 0)) == ErrorKind::contradiction);
  CHECK(application.facts()->evidence.empty());
}

TEST_CASE("a newborn's document is the only newborn's unless it says whose it is") {
  Application application = with("newborn.name", text("王一"), 0);
  application.hand_in("birth-certificate").value();
  CHECK(application.facts()->evidence[0].newborn == 0);
  application.put("newborn.name", text("王二"), 1).value();
  CHECK(refusal(application.hand_in("birth-certificate")) == ErrorKind::missing);
}

TEST_CASE("a document handed in twice is there once, and as often as it has manners") {
  Application application(small_profile());
  application.hand_in("id-card", "mother", HandedInAs::scan).value();
  application.hand_in("id-card", "mother", HandedInAs::scan).value();
  application.hand_in("id-card", "mother").value();
  CHECK(application.facts()->evidence.size() == 2);
}

TEST_CASE("copies do not see each other's changes") {
  Application first = with("mother.name", text("王芳"));
  const auto kept = first.facts();
  const Application second = first;
  first.put("mother.name", text("李丽")).value();
  CHECK(second.get("mother.name").value() == text("王芳"));
  CHECK(second.facts() == kept);
  CHECK(first.facts() != kept);
}

TEST_CASE("under another profile the facts stay, are checked again, and what it does not know is named") {
  Application application = with("mother.name", text("王芳芳"));
  application.put("father", Value::null()).value();
  application.put("newborn.card.number", text("12"), 0).value();
  application.put("services", text("certificate,benefit")).value();
  application.hand_in("id-card", "mother").value();
  application.hand_in("birth-certificate").value();
  std::string text_of_other = small_profile_with(R"("format": "name", "max_length": 10)", R"("max_length": 2)");
  for (const std::string_view part : {"newborn.card.number", "\"benefit\"", "\"id-card\""}) {
    std::string other(part);
    other[other.size() / 2] = 'q';
    text_of_other.replace(text_of_other.find(part), part.size(), other);
  }
  const Application moved = application.under(Profile::parse(text_of_other).value());
  CHECK(codes(moved) ==
        Codes{"too-long", "fact-unknown-to-profile", "fact-unknown-to-profile", "fact-unknown-to-profile"});
  CHECK(moved.get("mother.name").value() == text("王芳芳"));
  CHECK(moved.get("father.hukou.division").value().is_null());
  CHECK(moved.newborn_count() == 1);
  CHECK(moved.facts()->evidence.size() == 1);
  CHECK(moved.facts()->asked_for == ServiceSet::of(ServiceId(0)));
  CHECK(moved.findings()[1].path == "/services/1");
  CHECK(moved.findings()[3].path == "/evidence/0");
}

TEST_CASE("every name is read alike: composed, with one dot, and its characters looked at") {
  for (const std::string_view profile_id : birthcase::Profile::built_in_ids()) {
    const Profile profile = Profile::built_in(profile_id).value();
    for (const Field& field : profile.rules().fields) {
      if (field.format != Format::name) continue;
      CAPTURE(field.id);
      Application application(profile);
      const std::uint16_t whose = field.per_newborn() ? std::uint16_t{0} : FactRef::family;
      application.put(field.id, text("阿依古丽•买买提"), whose).value();
      CHECK(application.get(field.id, whose).value() == text("阿依古丽·买买提"));
      CHECK(codes(application).empty());
      application.put(field.id, text("沈?😀"), whose).value();
      CHECK(codes(application) == Codes{"lost-character", "symbol-in-name"});
      CHECK(application.facts()->refused.size() == 1);
      application.put(field.id, text("赵C"), whose).value();
      CHECK(codes(application) == Codes{"mixed-scripts"});
      CHECK(application.facts()->refused.empty());
    }
  }
}

TEST_CASE("each fault of a name has its code, its place and what to do") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"control-character", "沈\uFE00微"},
      {"control-character", "沈\u200B微"},
      {"lost-character", "沈？微"},
      {"bad-format", "沈１"},
      {"full-width-character", "Ａnna"},
      {"symbol-in-name", "沈😀"},
      {"look-alike-character", "沈⼾"},
      {"combining-mark", "沈\u20DD"},
      {"private-use-character", "沈\uE000"},
      {"mixed-scripts", "沈C"},
      {"name-spacing", "沈 微"},
      {"name-punctuation", "沈-微"},
  };
  for (const auto& [code, name] : cases) {
    CAPTURE(code);
    const Application application = with("mother.name", text(name));
    CHECK(codes(application) == Codes{std::string(code)});
    const std::string position = code == "full-width-character" ? "1" : "2";
    CHECK(application.findings()[0].message.zh.find("第" + position + "个字符") != std::string::npos);
    CHECK(application.findings()[0].message.en.find("character " + position) != std::string::npos);
  }
}

TEST_CASE("a number that is only unusual counts, with a warning") {
  const Profile yiwu = Profile::built_in("yiwu").value();
  for (const auto& [field, typed, stored] :
       {std::tuple{"card.debit_account", "6228 4800 0000 0000 019", "6228480000000000019"},
        std::tuple{"mother.phone", "8555 1234", "85551234"}}) {
    CAPTURE(std::string(field));
    Application application(yiwu);
    application.put(field, text(typed)).value();
    CHECK(codes(application) == Codes{"unusual-number"});
    CHECK(application.findings()[0].severity == Severity::warning);
    CHECK(application.facts()->refused.empty());
    CHECK(application.get(field).value() == text(stored));
  }
  Application application(yiwu);
  application.put("card.debit_account", text("19000150800112233445")).value();
  application.put("father.phone", text("0579-85551234-802")).value();
  CHECK(codes(application).empty());
  CHECK(application.get("father.phone").value() == text("057985551234-802"));
  application.put("father.phone", text("54321")).value();
  CHECK(codes(application) == Codes{"bad-format"});
}
