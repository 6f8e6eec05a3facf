// Rows and documents held against a replay: nothing is wrong with what was done at a desk, and nothing comes in that
// says otherwise than its events.
#include "chain.hpp"
#include "files.hpp"
#include "office.hpp"
#include "raw.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");

std::string broken(store::Desk& desk) {
  std::string lines;
  for (const store::Break& each : desk.verify().value().breaks) {
    lines += each.case_id + "/" + std::to_string(each.sequence) + " " + each.where + ": " + each.what + "\n";
  }
  return lines;
}

NamedFact fact(std::string name, std::string value) { return {std::move(name), Value::text(std::move(value))}; }

// What a window or a connector may do at any time, likely or not.
void do_anything(Office& office, const std::string& case_id, std::uint32_t number, std::mt19937& random,
                 const DateTime& now) {
  const auto dice = random() % 100;
  if (dice < 15) {
    const auto leased = office.store->lease({.connector = "a", .now = now, .seconds = 600, .limit = 3}).value();
    for (const auto& each : leased) {
      if (random() % 3 == 0) office.store->renew(each.message_id, "a", now, static_cast<int>(random() % 900)).value();
      if (random() % 2 == 0) office.store->ack(each.message_id, "a").value();
    }
  } else if (dice < 22) {
    (void)office.execute(case_id, commands::AskLookUp{}, now);
  } else if (dice < 25) {
    for (const SentMessage& each : office.state(case_id).messages) {
      if (each.look_up.empty() || each.status != SentMessage::Status::open) continue;
      (void)office.execute(
          case_id, commands::AnswerLookUp{.message = each.id, .result = LookUpState::not_found, .reference = "r"}, now);
    }
  } else if (dice < 30) {
    (void)office.execute(
        case_id,
        commands::Correct{
            .facts = {fact("mother.phone", "13900000009")}, .reason = secrets_of(number).reason, .document = "id-card"},
        now);
  } else if (dice < 34) {
    (void)office.execute(case_id, commands::RecordDeath{.newborn = 0}, now);
  } else if (dice < 38) {
    (void)office.execute(case_id, commands::Withdraw{.reason = secrets_of(number).reason}, now);
  } else if (dice < 42) {
    (void)office.execute(case_id, commands::Erase{}, now);
  } else if (const auto next = something_to_do(office.state(case_id), random, number, now)) {
    (void)office.execute(case_id, *next, now);
  } else {
    (void)office.execute(case_id, commands::Close{}, now);
  }
}

// A document whose chain was computed anew after something in it was changed, as one can who knows how it is done.
class Forged {
 public:
  explicit Forged(const std::string& exported) : document_(boost::json::parse(exported)) {}

  boost::json::value& at(std::string_view pointer) {
    return const_cast<boost::json::value&>(document_.at_pointer(pointer));  // 1.81 has no other at_pointer
  }

  std::string text() {
    std::string previous;
    for (auto& value : document_.as_object()["events"].as_array()) {
      auto& event = value.as_object();
      store::KeptEvent kept{.sequence = event["sequence"].to_number<std::uint64_t>(),
                            .at = std::string(event["at"].as_string()),
                            .by = std::string(event["by"].as_string()),
                            .type = std::string(event["type"].as_string()),
                            .data = std::string(event["data"].as_string())};
      if (!event["personal"].is_null()) event["personal_digest"] = digest(event["personal"]);
      for (auto& message : document_.as_object()["messages"].as_array()) {
        if (message.as_object()["sequence"] != event["sequence"] || message.as_object()["body"].is_null()) continue;
        event["message_digest"] = digest(message.as_object()["body"]);
      }
      kept.personal_digest = event["personal_digest"].as_string();
      kept.message_digest = event["message_digest"].as_string();
      previous = store::hash_of(document_.as_object()["case"].as_string(), previous, kept);
      event["hash"] = previous;
    }
    document_.as_object()["head"] = previous;
    return boost::json::serialize(document_);
  }

 private:
  static std::string digest(const boost::json::value& personal) {
    std::string salt;
    const std::string digits(personal.at("salt").as_string());
    for (std::size_t place = 0; place < digits.size(); place += 2) {
      salt += static_cast<char>(std::stoi(digits.substr(place, 2), nullptr, 16));
    }
    return store::digest_of({salt, std::string(personal.at("text").as_string())});
  }

  boost::json::value document_;
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto place = text.find(from);
  REQUIRE(place != std::string::npos);
  return text.replace(place, from.size(), to);
}

}  // namespace

TEST_CASE(
    "whatever is done at a desk, its rows are what a replay gives, and its documents come in elsewhere as equal") {
  const Folder folder;
  Office here(folder.file("here.db"));
  std::mt19937 random(20191118);
  DateTime now = monday;
  for (std::uint32_t number = 1; number <= 10; ++number) {
    const std::string id = "yw-" + std::to_string(number);
    here.open(id, number, now).value();
    for (int count = 0; count < 25; ++count) {
      now += boost::posix_time::minutes(static_cast<long>(random() % 200));
      do_anything(here, id, number, random, now);
    }
    CAPTURE(id);
    REQUIRE(broken(here.desk) == "");
  }
  Office there(folder.file("there.db"));
  for (const store::Summary& each : here.store->cases("", 100).value()) {
    CAPTURE(each.case_id);
    const std::string exported = here.store->export_case(each.case_id).value();
    const auto taken = there.store->import_case(exported);
    if (!taken) CAPTURE(taken.error().message);
    REQUIRE(taken.has_value());
    CHECK(there.store->export_case(each.case_id).value() == exported);
  }
  CHECK(broken(there.desk) == "");
  there.desk.refill_look_ups(now).value();
  CHECK(broken(there.desk) == "");
  CHECK(there.desk.repair("", now).value().mended.empty());
}

TEST_CASE("a document that says otherwise than its events does not come in, though its chain holds") {
  const Folder folder;
  Office here(folder.file("here.db"));
  Office there(folder.file("there.db"));
  here.take_in("yw-1", 1, monday);
  const std::string exported = here.store->export_case("yw-1").value();
  Forged forged(exported);
  REQUIRE(forged.text() == boost::json::serialize(boost::json::parse(exported)));  // forging nothing changes nothing
  SUBCASE("status") { forged.at("/status") = "closed"; }
  SUBCASE("the organisation that a message goes to") { forged.at("/messages/0/organisation") = "bank"; }
  SUBCASE("the step that a message is about") { forged.at("/messages/0/step") = "somewhere"; }
  SUBCASE("what a message says") {
    auto& body = forged.at("/messages/0/body/text");
    body = replaced(std::string(body.as_string()), secrets_of(1).name, secrets_of(2).name);
  }
  SUBCASE("to whom a message says that it goes") {
    auto& body = forged.at("/messages/0/body/text");
    const std::string organisation(forged.at("/messages/0/organisation").as_string());
    body = replaced(std::string(body.as_string()), "\"organisation\":\"" + organisation, "\"organisation\":\"bank");
    forged.at("/messages/0/organisation") = "bank";
  }
  SUBCASE("a message arrived that nobody carried") { forged.at("/messages/0/acknowledged") = true; }
  SUBCASE("an event that cannot follow") {
    forged.at("/events/1/type") = "closed";
    forged.at("/events/1/data") = "{}";
  }
  SUBCASE("texts of other rules") {
    auto& text = forged.at("/layers/0/text");
    text = std::string(text.as_string()) + " ";
  }
  const auto taken = there.store->import_case(forged.text());
  REQUIRE_FALSE(taken.has_value());
  CHECK(taken.error().kind == ErrorKind::contradiction);
  CHECK(taken.error().message.find(secrets_of(1).name) == std::string::npos);
  CHECK(there.store->cases("", 10).value().empty());
}

TEST_CASE("a draft comes in where its profile is known") {
  const Folder folder;
  const Profile own = Profile::parse(R"({"id": "our-town", "extends": "yiwu"})").value();
  const store::ProfileById profiles = [&own](std::string_view id) -> Result<Profile> {
    if (id == "our-town") return own;
    return Profile::built_in(id);
  };
  const auto here = store::open(folder.file("here.db")).value();
  store::Desk desk(*here, profiles);
  desk.open("ot-1", own, {window, commands::Open{family(1, monday)}}, monday).value();
  const std::string exported = here->export_case("ot-1").value();

  const auto there = store::open(folder.file("there.db")).value();
  CHECK(there->import_case(exported).error().kind == ErrorKind::unknown_name);
  CHECK(store::Desk(*there, profiles).import_case(exported).value() == "ot-1");
  const auto verified = store::Desk(*there).verify().value();
  CHECK(verified.breaks.empty());
  CHECK(verified.not_replayed == 1);
  CHECK(store::Desk(*there, profiles).verify().value().not_replayed == 0);
}

TEST_CASE("a verification without replays reads chains and tables alone") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  Raw(folder.file()).run("UPDATE cases SET status = 'closed'");
  CHECK(office.broken() == "");
  CHECK(broken(office.desk) == "yw-1/0 cases.status: expected 'accepted', which the events come to\n");
}
