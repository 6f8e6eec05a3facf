// Cases as documents: out of one file, into another.
#include "files.hpp"
#include "office.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");

struct TwoFiles {
  Folder folder;
  Office here{folder.file("here.db")};
  Office there{folder.file("there.db")};
};

// An exported case with one thing changed in it.
std::string changed(const std::string& exported, std::string_view pointer, boost::json::value value) {
  auto document = boost::json::parse(exported);
  const_cast<boost::json::value&>(document.at_pointer(pointer)) = std::move(value);  // 1.81 has no other at_pointer
  return boost::json::serialize(document);
}

}  // namespace

TEST_CASE("an exported case is the same in another file, with its chain, its rules and its messages") {
  TwoFiles files;
  files.here.take_in("yw-1", 1, monday);
  const std::string exported = files.here.store->export_case("yw-1").value();
  CHECK(files.there.store->import_case(exported).value() == "yw-1");

  CHECK(files.there.store->load("yw-1").value().events == files.here.store->load("yw-1").value().events);
  CHECK(files.there.store->verify("yw-1").value().digest == files.here.store->verify("yw-1").value().digest);
  CHECK(files.there.broken() == "");
  CHECK(files.there.store->export_case("yw-1").value() == exported);
  CHECK(files.there.carry_all(monday) == files.here.carry_all(monday));
  files.there.bring_to_its_end("yw-1", 1, monday);
  CHECK(files.there.broken() == "");
}

TEST_CASE("what was acknowledged stays acknowledged, and births are found again") {
  TwoFiles files;
  files.here.take_in("yw-1", 1, monday);
  REQUIRE_FALSE(files.here.carry_all(monday).empty());
  files.there.store->import_case(files.here.store->export_case("yw-1").value()).value();
  CHECK(files.there.carry_all(monday).empty());
  const auto again = files.there.open("yw-2", 1, monday).value();
  REQUIRE(again.alike.size() == 1);
  CHECK(again.alike.front().case_id == "yw-1");
}

TEST_CASE("an erased case can be moved too, and stays erased") {
  TwoFiles files;
  files.here.open("yw-1", 1, monday).value();
  files.here.execute("yw-1", commands::Withdraw{.reason = "x"}, monday).value();
  files.here.execute("yw-1", commands::Erase{}, monday).value();
  const std::string exported = files.here.store->export_case("yw-1").value();
  CHECK(exported.find(mother_of(1)) == std::string::npos);
  files.there.store->import_case(exported).value();
  CHECK(files.there.state("yw-1").erased);
  CHECK(files.there.broken() == "");
}

TEST_CASE("a case that is there already is not taken in") {
  TwoFiles files;
  files.here.open("yw-1", 1, monday).value();
  const std::string exported = files.here.store->export_case("yw-1").value();
  CHECK(files.here.store->import_case(exported).error().kind == ErrorKind::conflict);
}

TEST_CASE("a document that was changed is not taken in, whatever was changed in it") {
  TwoFiles files;
  files.here.take_in("yw-1", 1, monday);
  const std::string exported = files.here.store->export_case("yw-1").value();
  const auto document = boost::json::parse(exported);
  const auto kind = [&](std::string_view pointer, boost::json::value value) {
    const auto taken = files.there.store->import_case(changed(exported, pointer, std::move(value)));
    REQUIRE_FALSE(taken.has_value());
    CHECK(files.there.store->cases("", 10).value().empty());
    CHECK(taken.error().message.find(secrets_of(1).name) == std::string::npos);
    return taken.error().kind;
  };
  const boost::json::string& body = document.at_pointer("/messages/0/body/text").as_string();

  CHECK(kind("/head", "00") == ErrorKind::contradiction);
  CHECK(kind("/version", 3) == ErrorKind::contradiction);
  CHECK(kind("/profile", "ruian") == ErrorKind::contradiction);
  CHECK(kind("/case", "yw-2") == ErrorKind::contradiction);
  CHECK(kind("/events/1/by", "somebody") == ErrorKind::contradiction);
  CHECK(kind("/events/1/at", "2019-06-10T09:31") == ErrorKind::contradiction);
  CHECK(kind("/events/0/personal/text", "{}") != ErrorKind::conflict);
  CHECK(kind("/events/0/personal", nullptr) == ErrorKind::contradiction);
  CHECK(kind("/messages/0/body/text", boost::json::string(std::string(body) + " ")) == ErrorKind::contradiction);
  CHECK(kind("/messages", boost::json::array()) == ErrorKind::contradiction);
  CHECK(kind("/layers", boost::json::array()) == ErrorKind::contradiction);
  CHECK(kind("/events/1/data", "{\"unheard\": 1}") == ErrorKind::unknown_name);
  CHECK(kind("/events/0/personal/salt", "zz") == ErrorKind::syntax);
  CHECK(kind("/events/0/sequence", -1) == ErrorKind::out_of_range);
  CHECK(kind("/events/0/hash", 7) == ErrorKind::wrong_type);
  CHECK(kind("/status", "asleep") == ErrorKind::unknown_name);
  CHECK(kind("/format", "something-else") == ErrorKind::unknown_name);
  CHECK(files.there.store->import_case("{").error().kind == ErrorKind::syntax);
  CHECK(files.there.store->import_case("{}").error().kind == ErrorKind::missing);
  CHECK(files.there.store->import_case("[]").error().kind == ErrorKind::wrong_type);
  CHECK(files.there.store->import_case(exported).has_value());  // as it was it goes in
}

TEST_CASE("a message that was handed out more often than is counted is not taken in") {
  TwoFiles files;
  files.here.take_in("yw-1", 1, monday);
  const std::string exported = files.here.store->export_case("yw-1").value();
  for (const std::int64_t attempts : {std::int64_t{-1}, std::int64_t{1'000'001}, std::int64_t{4'294'967'295},
                                      std::int64_t{4'294'967'296}, std::numeric_limits<std::int64_t>::max()}) {
    CAPTURE(attempts);
    const auto taken = files.there.store->import_case(changed(exported, "/messages/0/attempts", attempts));
    REQUIRE_FALSE(taken.has_value());
    CHECK(taken.error().kind == ErrorKind::out_of_range);
    CHECK(taken.error().path == "/messages/0/attempts");
    CHECK(taken.error().message == "a number from 0 to 1000000 is expected here");
  }
  REQUIRE(files.there.store->import_case(changed(exported, "/messages/0/attempts", 1'000'000)).has_value());
  CHECK(files.there.broken() == "");
  CHECK(files.there.store->lease({.connector = "a", .now = monday}).value().front().attempt == 1'000'000);
}

TEST_CASE("a case that is not there cannot be exported") {
  TwoFiles files;
  CHECK(files.here.store->export_case("yw-1").error().kind == ErrorKind::unknown_name);
}
