// Calls whose commit reached the server, and whose answer was lost with the connection: each is done once.
#include "cluster.hpp"
#include "cutting_line.hpp"
#include "files.hpp"
#include "office.hpp"

#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");

// An office at the end of a line, and one that has nothing to do with the line.
struct Offices {
  Folder folder;
  CuttingLine line{server().folder()};
  Office here{folder.file()};
  Office over_line{over(folder.file())};

  std::string over(std::string location) const {
    const std::string at_server = "host=" + server().folder().string();
    return location.replace(location.find(at_server), at_server.size(), "host=" + line.folder().string());
  }
};

}  // namespace

TEST_CASE("a change whose answer was lost is kept once, and is answered") {
  Offices offices;
  offices.line.cut_after_commit();
  CHECK(offices.over_line.open("yw-1", 1, monday).has_value());
  REQUIRE(offices.line.was_cut());
  CHECK(offices.here.state("yw-1").version == 1);
  offices.line.cut_after_commit();
  const auto accepted = offices.over_line.execute("yw-1", commands::Accept{}, monday);
  REQUIRE(accepted.has_value());
  REQUIRE(offices.line.was_cut());
  CHECK(offices.here.state("yw-1").version == accepted.value().version);
  CHECK(offices.here.broken() == "");
}

TEST_CASE("a change that was kept so is a conflict when it is given again") {
  Offices offices;
  const Draft draft("yw-1", 1, monday);
  offices.line.cut_after_commit();
  CHECK(offices.over_line.store->append(draft.change()).has_value());
  CHECK(offices.over_line.store->append(draft.change()).error().kind == ErrorKind::conflict);
  CHECK(offices.here.store->load("yw-1").value().events.size() == 1);
}

TEST_CASE("a message whose acknowledgement lost its answer is acknowledged") {
  Offices offices;
  offices.here.take_in("yw-1", 1, monday);
  const auto leased = offices.over_line.store->lease({.connector = "a", .now = monday}).value();
  REQUIRE(leased.size() == 1);
  offices.line.cut_after_commit();
  CHECK(offices.over_line.store->ack(leased.front().message_id, "a").has_value());
  REQUIRE(offices.line.was_cut());
  CHECK(offices.here.carry_all(monday + boost::posix_time::hours(1)).empty());
}

TEST_CASE("a case whose import lost its answer is there, and so is one whose erasure did") {
  Offices offices;
  offices.here.open("yw-1", 1, monday).value();
  offices.here.execute("yw-1", commands::Withdraw{.reason = "x"}, monday).value();
  const std::string document = offices.here.store->export_case("yw-1").value();
  offices.line.cut_after_commit();
  CHECK(offices.over_line.execute("yw-1", commands::Erase{}, monday).has_value());
  REQUIRE(offices.line.was_cut());
  CHECK(offices.here.state("yw-1").erased);
  CHECK(offices.here.store->verify("yw-1").value().unfinished_erasures == 0);

  Folder elsewhere;
  Office over_line(offices.over(elsewhere.file()));
  offices.line.cut_after_commit();
  CHECK(over_line.store->import_case(document).value() == "yw-1");
  REQUIRE(offices.line.was_cut());
  CHECK(over_line.store->import_case(document).error().kind == ErrorKind::conflict);
  CHECK(over_line.broken() == "");
}
