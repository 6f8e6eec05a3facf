// Free texts that libraries before 0.3 kept outside the personal part of events.
#include <birthcase/case_json.hpp>

#include "chain.hpp"
#include "files.hpp"
#include "office.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");
const std::string clerk = "王小明";
const std::string paper = "出生证 330782199003071234 原件";
const std::string office_name = "张所长";

std::string text_at(const boost::json::object& object, std::string_view key) {
  return std::string(object.at(key).as_string());
}

// An exported case as a library before 0.3 would have written it: with texts in it that nobody checked, and a chain
// over them.
std::string as_of_old(const std::string& exported) {
  auto document = boost::json::parse(exported).as_object();
  std::string previous;
  for (boost::json::value& each : document.at("events").as_array()) {
    boost::json::object& event = each.as_object();
    if (text_at(event, "type") == "opened") event.at("by") = clerk;
    if (text_at(event, "type") == "corrected") {
      event.at("data") = boost::json::serialize(boost::json::object{{"document", paper}, {"authority", office_name}});
    }
    store::KeptEvent kept{.sequence = event.at("sequence").to_number<std::uint64_t>(),
                          .at = text_at(event, "at"),
                          .by = text_at(event, "by"),
                          .type = text_at(event, "type"),
                          .data = text_at(event, "data"),
                          .personal_digest = text_at(event, "personal_digest"),
                          .message_digest = text_at(event, "message_digest")};
    previous = store::hash_of(text_at(document, "case"), previous, kept);
    event.at("hash") = previous;
  }
  document.at("head") = previous;
  return boost::json::serialize(document);
}

std::string old_case() {
  const Folder folder;
  Office office(folder.file());
  office.open("yw-1", 1, monday).value();
  office.execute("yw-1", commands::Accept{}, monday).value();
  office
      .execute("yw-1",
               commands::Correct{.facts = {{"mother.hukou.address", Value::text("稠城街道")}},
                                 .reason = "填错",
                                 .document = "hukou-booklet"},
               monday)
      .value();
  office.execute("yw-1", commands::Withdraw{.reason = "x"}, monday).value();
  return as_of_old(office.store->export_case("yw-1").value());
}

}  // namespace

TEST_CASE("an older case with free texts in its public part is read, goes on, and is erased with them") {
  const Folder folder;
  Office office(folder.file());
  office.store->import_case(old_case()).value();
  const std::vector<std::string> texts{clerk, paper, office_name};
  CHECK(office.broken() == "");
  CHECK(office.state("yw-1").unchecked.size() == 2);
  REQUIRE(found_in(folder.file(), texts).size() >= 3);

  office.carry_all(monday);
  const store::Outcome outcome = office.execute("yw-1", commands::Erase{}, monday).value();
  CHECK(outcome.erasure == store::Erasure::finished);
  const auto& erased = std::get<events::Erased>(outcome.decision.events.back().body);
  CHECK(erased.redacted.size() == 2);
  CHECK(found_in(folder.file(), texts) == std::vector<std::string>());
  CHECK(office.broken() == "");
  const Case state = office.state("yw-1");
  CHECK(state.erased);
  CHECK(state.unchecked.empty());
  const auto events = office.store->load("yw-1").value().events;
  CHECK(events.back().body == outcome.decision.events.back().body);
  CHECK(events.front().by == "xxxxxxxxx");

  SUBCASE("it can be moved") {
    const Folder other;
    Office there(other.file());
    there.store->import_case(office.store->export_case("yw-1").value()).value();
    CHECK(there.broken() == "");
  }
  SUBCASE("what is left of such an event is watched over as any event is") {
    office.store.reset();
    SUBCASE("who") { Raw(folder.file()).run("UPDATE events SET by = 'y' WHERE sequence = 1"); }
    SUBCASE("when") { Raw(folder.file()).run("UPDATE events SET at = '2019-06-10T09:29' WHERE sequence = 1"); }
    SUBCASE("what") { Raw(folder.file()).run("UPDATE events SET data = '{}' WHERE sequence = 1"); }
    office.store = store::open(folder.file()).value();
    const auto breaks = office.store->verify("yw-1").value().breaks;
    REQUIRE_FALSE(breaks.empty());
    CHECK(breaks.front().sequence == 1);
  }
}

TEST_CASE("texts that nobody checked get into no store by a change") {
  const Folder folder;
  Office office(folder.file());
  Draft draft("yw-1", 1, monday);
  draft.events.front().by = clerk;
  const auto kept = office.store->append(draft.change());
  REQUIRE_FALSE(kept.has_value());
  CHECK(kept.error().kind == ErrorKind::out_of_range);
  CHECK(describe(kept.error()).find(clerk) == std::string::npos);
}
