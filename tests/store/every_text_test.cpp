// A secret in every text that a command takes: what is refused is kept nowhere and quoted nowhere, and what is kept is
// gone after an erasure.
#include "every_text.hpp"

#include <birthcase/case_json.hpp>
#include <birthcase/store_json.hpp>

#include "../applications.hpp"
#include "files.hpp"
#include "office.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

constexpr std::uint32_t number = 7;
const std::string id = "yw-1";

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// An ID number, a telephone number, a name: no two of them alike, and none of a family's in `families.hpp`.
std::string fresh_secret(std::size_t form) {
  static std::uint32_t count = 0;
  ++count;
  if (form == 0) return mother_of(700'000 + count);
  if (form == 1) return "188" + std::to_string(10'000'000 + count);
  constexpr std::array<std::string_view, 10> characters{"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
  std::string name = "欧阳";
  for (const char digit : std::to_string(10'000 + count)) name += characters[static_cast<std::size_t>(digit - '0')];
  return name;
}

// In which rows or files texts stand, before anything was erased: then a server has old rows, which say nothing.
std::vector<std::string> standing(const std::string& file, const std::vector<std::string>& texts) {
  std::vector<std::string> found = found_in(file, texts);
  std::erase_if(found, [](const std::string& each) { return each.starts_with("old rows"); });
  return found;
}

// What of a refusal anybody gets to see.
std::string shown(const Refusal& refusal) {
  return to_json(refusal, Language::zh) + to_json(refusal, Language::en) + describe(refusal.to_error());
}

// Works on one case, and tries with each command what happens when its texts are secrets.
class Life {
 public:
  explicit Life(Office& office) : office_(office) {}

  void open(const std::string& application) {
    tries({window, commands::Open{application}},
          [this](const Command& command) { return office_.desk.open(id, built_in("yiwu"), command, now_); });
  }

  void does(CommandBody body) {
    tries({window, std::move(body)},
          [this](const Command& command) { return office_.desk.execute(id, command, now_); });
  }

  Case state() { return office_.state(id); }
  DateTime now() const { return now_; }
  std::string open_message() { return birthcase::tests::open_message(state())->id; }

  const std::set<std::string>& tried() const { return tried_; }  ///< `answer.reason`
  const std::set<std::string>& free() const { return free_; }    ///< those that take any text
  const std::set<std::string>& not_done() const { return not_done_; }
  const std::vector<std::string>& refused() const { return refused_; }
  const std::vector<std::string>& kept() const { return kept_; }

 private:
  template <class Execute>
  void tries(const Command& genuine, Execute execute) {
    now_ += boost::posix_time::minutes(1);
    CAPTURE(kind_of(genuine.body));
    Command secret = genuine;
    std::vector<std::string> planted;
    for (const bool widened : {false, true}) {
      const auto names = names_of_texts(widened ? widen(genuine) : genuine);
      for (std::size_t place = 0; place < names.size(); ++place) {
        tried_.insert(names[place]);
        bool taken = true;
        for (std::size_t form = 0; form < 3 && taken; ++form) taken = is_taken(genuine, widened, place, form, execute);
        if (!taken || widened) continue;
        planted.push_back(fresh_secret(2));
        put_text(secret, place, planted.back());
        free_.insert(names[place]);
      }
    }
    const auto executed = execute(secret);
    const bool keeps = executed && !executed->decision.events.empty();
    auto& where = keeps ? kept_ : refused_;
    where.insert(where.end(), planted.begin(), planted.end());
    if (executed) return;
    const auto plain = execute(genuine);  // the texts do not go with each other
    if (!plain) not_done_.insert(std::string(kind_of(genuine.body)));
  }

  // Only decided where it would be kept: the same command is still to be given in its genuine form.
  template <class Execute>
  bool is_taken(const Command& genuine, bool widened, std::size_t place, std::size_t form, Execute& execute) {
    Command command = widened ? widen(genuine) : genuine;
    const std::string secret = fresh_secret(form);
    put_text(command, place, secret);
    const bool opens = std::holds_alternative<commands::Open>(command.body);
    if (decide(opens ? Case(built_in("yiwu"), id) : state(), command, now_)) return true;
    const auto executed = execute(command);
    REQUIRE_FALSE(executed.has_value());
    CHECK_FALSE(has(shown(executed.error()), secret));
    refused_.push_back(secret);
    return false;
  }

  Office& office_;
  DateTime now_ = at("2019-06-10T09:30");
  std::set<std::string> tried_;
  std::set<std::string> free_;
  std::set<std::string> not_done_;
  std::vector<std::string> refused_;
  std::vector<std::string> kept_;
};

void live(Life& life) {
  life.open(family(number, life.now()));
  life.does(commands::SetFacts{{{"mother.hukou.address", Value::text("城西街道")}}});
  life.does(commands::HandIn{{{.type = "id-card", .holder = "mother"}}});
  life.does(commands::AskLookUp{.look_up = "yiwu/marriage-shared"});
  life.does(commands::AnswerLookUp{.message = id + ":yiwu/marriage-shared:1", .reference = "MZ-1"});
  life.does(commands::NoteLookUp{.look_up = "yiwu/marriage-shared", .reference = "MZ-2"});
  life.does(commands::Accept{});
  life.does(commands::Defer{});
  life.does(commands::Dispatch{});
  life.does(commands::Answer{.message = life.open_message()});
  life.does(commands::Answer{.message = life.open_message(),
                             .result = commands::AnswerKind::returned,
                             .wanted_facts = {"mother.phone"},
                             .wanted_evidence = {{.type = "id-card", .holder = "mother"}},
                             .reason = "号码有误"});
  life.does(commands::Supplement{.facts = {{"mother.phone", Value::text("13900000017")}},
                                 .evidence = {{.type = "id-card", .holder = "mother"}}});
  life.does(commands::Dispatch{});
  life.does(
      commands::Answer{.message = life.open_message(), .result = commands::AnswerKind::failed, .reason = "系统故障"});
  life.does(commands::Retry{"birth-certificate#1"});
  life.does(commands::Dispatch{});
  life.does(completed(life.state(), life.open_message(), number, life.now()));
  life.does(commands::Correct{.facts = {{"mother.hukou.address", Value::text("稠城街道")}},
                              .reason = "填错",
                              .document = "hukou-booklet",
                              .authority = "midwifery-institution"});
  life.does(commands::Deliver{.reference = "SF1"});
  life.does(commands::RepairClock{.reason = "时钟慢了", .since = life.now()});
  life.does(commands::RecordDeath{0});
  life.does(commands::Withdraw{.reason = "不办了"});
  life.does(commands::Close{});
}

}  // namespace

TEST_CASE("a secret in any text of any command is refused and kept nowhere, or is gone once the case is erased") {
  const Folder folder;
  Office office(folder.file());
  Life life(office);
  live(life);
  CHECK(office.state(id).status == CaseStatus::closed);
  CHECK(life.not_done() == std::set<std::string>{"defer"});  // nothing is here as a scan only
  office.carry_all(life.now());

  const auto all_kept = [&] {
    return to_json(office.store->load(id).value().events) + office.store->export_case(id).value() +
           to_json(office.state(id), life.now(), Language::zh);
  };
  CHECK(standing(folder.file(), life.refused()) == std::vector<std::string>());
  const std::string before = all_kept();
  for (const std::string& secret : life.refused()) CHECK_FALSE(has(before, secret));
  std::vector<std::string> stored;
  std::vector<std::string> ignored;  // such as the reason of an answer that wants none
  for (const std::string& secret : life.kept()) (has(before, secret) ? stored : ignored).push_back(secret);
  REQUIRE(stored.size() >= 8);
  CHECK(standing(folder.file(), stored).size() >= stored.size());  // so that the search is known to find
  CHECK(standing(folder.file(), ignored) == std::vector<std::string>());
  for (const std::string name :
       {"answer.reason", "correct.reason", "deliver.reference", "withdraw.reason", "answer-look-up.reference",
        "note-look-up.reference", "repair-clock.reason", "set-facts.facts[].value"}) {
    CAPTURE(name);
    CHECK(life.free().contains(name));
  }

  life.does(commands::Erase{});
  CHECK(office.state(id).erased);
  CHECK(life.tried() == names_of_all_texts());
  std::vector<std::string> secrets = life.kept();
  const Secrets told = secrets_of(number);
  secrets.insert(secrets.end(), {told.name, told.address, told.phone, mother_of(number)});
  CHECK(found_in(folder.file(), secrets) == std::vector<std::string>());
  const std::string after = all_kept();
  for (const std::string& secret : secrets) CHECK_FALSE(has(after, secret));
  CHECK(office.broken() == "");
}

TEST_CASE("no answer of a store or a desk quotes what was typed where an id, a name or a moment belongs") {
  const Folder folder;
  Office office(folder.file());
  office.take_in(id, number, at("2019-06-10T09:30"));
  const DateTime now = at("2019-06-10T10:30");
  for (std::size_t form = 0; form < 3; ++form) {
    const std::string secret = fresh_secret(form);
    CAPTURE(secret);
    std::string said;
    const auto says = [&said](const auto& result) {
      if (!result) said += describe(result.error());
    };
    const auto refuses = [&said](const store::Executed& executed) {
      REQUIRE_FALSE(executed.has_value());
      said += shown(executed.error());
    };
    store::Store& cases = *office.store;
    says(cases.load(secret));
    says(cases.verify(secret));
    says(cases.export_case(secret));
    says(cases.import_case(secret));
    says(cases.import_case("{\"" + secret + "\":1}"));
    says(cases.import_case(R"({"format":")" + secret + "\"}"));
    says(cases.lease({.connector = secret, .now = now}));
    says(cases.lease({.connector = "connector-1", .organisation = secret, .now = now}));
    says(cases.renew(secret, secret, now, 60));
    says(cases.ack(secret, secret));
    says(cases.cases(secret, 10));
    says(cases.erase_unread({.case_id = secret, .by = window, .now = now}));
    refuses(office.desk.open(secret, built_in("yiwu"), {window, commands::Open{secret}}, now));
    refuses(office.desk.execute(secret, {window, commands::Accept{}}, now));
    refuses(office.desk.execute(secret, {window, commands::Erase{}}, now));
    refuses(office.desk.execute(id, {secret, commands::Dispatch{}}, now));
    for (const std::string& command :
         {"\"" + secret + "\"", "{\"" + secret + "\":1}", R"({"do":")" + secret + R"(","by":"x"})",
          R"({"do":"accept","by":"x",")" + secret + "\":1}",
          R"({"do":"answer","by":"x","message":"m","result":")" + secret + "\"}",
          R"({"do":"set-facts","by":"x","facts":[")" + secret + "\"]}",
          R"({"do":"repair-clock","by":"x","reason":"r","to":")" + secret + "\"}"}) {
      const auto parsed = parse_command(command);
      CHECK_FALSE(parsed.has_value());
      says(parsed);
    }
    CHECK_FALSE(has(said, secret));
    CHECK(standing(folder.file(), {secret}) == std::vector<std::string>());
  }
}

TEST_CASE("an id with a number that may be somebody's is given to no new case; ordinary serial numbers are") {
  const Folder folder;
  Office office(folder.file());
  const auto opens = [&](const std::string& case_id) {
    const auto opened = office.open(case_id, number, at("2019-06-10T09:30"));
    return opened ? std::string("opened") : opened.error().code;
  };
  for (const std::string& taken : {mother_of(number), "yw-" + mother_of(number), std::string("13800138000"),
                                   std::string("yw_18810000001-1"), std::string("王小明"), std::string()}) {
    CAPTURE(taken);
    CHECK(opens(taken) == "bad-case-id");
  }
  for (const std::string& free : {std::string("yw-20190610-0001"), std::string("201906100001"),
                                  std::string("20190610000000001234"), std::string("YW.2019_1")}) {
    CAPTURE(free);
    CHECK(opens(free) == "opened");
  }
}

TEST_CASE("who acts is an operator's id: no name, no ID number, no telephone number") {
  const Case fresh(built_in("yiwu"), id);
  const DateTime now = at("2019-06-10T09:30");
  const auto takes = [&](const std::string& by) {
    const auto decided = decide(fresh, {by, commands::Open{"{}"}}, now);
    return decided.has_value() ? std::string("taken") : decided.error().code;
  };
  for (const char* by : {"window-1", "w", "A.Zhang_2@ward-3", "00012345", "link-1", "20190610", "1234567890"}) {
    CAPTURE(by);
    CHECK(takes(by) == "taken");
  }
  for (const std::string& by :
       {std::string(), std::string("王小明"), std::string("window 1"), mother_of(number), std::string("13800138000"),
        std::string("138-0013-8000"), std::string("330782900310123"), std::string("w-33078219900310123X"),
        std::string("0579-8555-1234"), std::string("window/1"), std::string("a\n"), std::string(65, 'a')}) {
    CAPTURE(by);
    CHECK(takes(by) == "bad-actor");
  }
}
