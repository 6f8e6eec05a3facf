#include "analysis/difference.hpp"

#include "../applications.hpp"

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

namespace birthcase::analysis {
namespace {

using tests::built_in;

const Date summer(2019, 7, 15);

Profile changed(std::string_view layer) { return tests::profile_of(boost::json::parse(layer)); }

const Change* change_of(const Difference& difference, std::string_view outcome) {
  for (const Change& change : difference.changes) {
    if (change.outcome == outcome) return &change;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a profile differs from itself in nothing") {
  const Difference none = difference(built_in("wenling"), built_in("wenling"), summer);
  CHECK(none.changes.empty());
  CHECK(!none.asks_for_more);
  CHECK(!none.undecided);
}

TEST_CASE("what a wider share changes, for exactly whom, and an application that shows it") {
  const Profile wider = changed(R"json({"id":"new","extends":"yiwu","title":{"zh":"新","en":"new"},"shares":[
    {"id":"yiwu/marriage-shared","when":"mother.hukou.division = jurisdiction.division and (father = null or father.hukou.division = jurisdiction.division) or marriage.status = \"21\""}]})json");
  const Difference less = difference(built_in("yiwu"), wider, summer);
  REQUIRE(less.changes.size() == 1);
  CHECK(!less.asks_for_more);
  const Change& change = less.changes[0];
  CHECK(change.outcome == "brings.marriage-certificate");
  CHECK(change.before.is_true());
  CHECK(change.after.is_false());
  CHECK(change.exact);
  CHECK(
      change.who ==
      R"((father != null and marriage.status = "21" and newborn.birth_certificate.number = null and newborn.birth_certificate.issued_on = null and birth.place_division = "330782" and father.hukou.division != "330782") or )"
      R"((father != null and marriage.status = "21" and newborn.id_number = null and mother.hukou.division = "330782" and father.hukou.division != "330782" and newborn.settlement.division = "330782") or )"
      R"((marriage.status = "21" and newborn.birth_certificate.number = null and newborn.birth_certificate.issued_on = null and birth.place_division = "330782" and mother.hukou.division != "330782") or )"
      R"((marriage.status = "21" and newborn.id_number = null and mother.hukou.division != "330782" and father.hukou.division = "330782" and newborn.settlement.division = "330782"))");
  REQUIRE(change.witness.has_value());
  CHECK(tests::brings(plan(built_in("yiwu"), *change.witness, summer)).find("marriage-certificate") !=
        std::string::npos);
  CHECK(tests::brings(plan(wider, *change.witness, summer)).find("marriage-certificate") == std::string::npos);

  const Difference more = difference(wider, built_in("yiwu"), summer);
  CHECK(more.asks_for_more);
  REQUIRE(more.changes.size() == 1);
  CHECK(more.changes[0].after.is_true());
}

TEST_CASE("promises are compared by what they say, not by their ids") {
  const Profile quicker = changed(R"json({"id":"new","extends":"yiwu","title":{"zh":"新","en":"new"},"promises":[
    {"id":"new/quick","when":"settlement.with = \"mother\"","within":{"working_days":2},"counted_from":"acceptance",
     "source":"B §1"},
    {"id":"new/same","when":"settlement.with = \"father\"","within":{"working_days":3},"counted_from":"acceptance",
     "counted_to":"delivery","suspended":{"while":"waiting-for-family","source":"B §1"},"source":"B §1"}]})json");
  const Difference difference = analysis::difference(built_in("yiwu"), quicker, summer);
  const Change* change = change_of(difference, "promise.birth-certificate");
  REQUIRE(change != nullptr);
  CHECK(change->before == Value::text("3 working days from acceptance to delivery, not counting waits for the family"));
  CHECK(change->who ==
        "newborn.birth_certificate.number = null and newborn.birth_certificate.issued_on = null and "
        "birth.place_division = \"330782\" and settlement.with = \"mother\"");
  CHECK(change->exact);
  for (const Change& each : difference.changes) CHECK(each.outcome.starts_with("promise."));
}

TEST_CASE("a promise that is counted to another end, or runs on while the family is waited for, is another one") {
  const auto after = [](const std::string& members) {
    const Profile other = changed(R"json({"id":"new","extends":"yiwu","title":{"zh":"新","en":"new"},"promises":[
      {"id":"yiwu/posted-home","remove":true},
      {"id":"new/posted","within":{"working_days":3},"source":"B §1")json" +
                                  members + "}]}");
    const Difference difference = analysis::difference(built_in("yiwu"), other, summer);
    const Change* change = change_of(difference, "promise.birth-certificate");
    return change == nullptr ? "the same" : to_string(change->after);
  };
  const std::string stops = R"(,"suspended":{"while":"waiting-for-family","source":"B §1"})";
  const std::string delivered = R"(,"counted_to":"delivery")";
  CHECK(after(delivered + stops) == "the same");
  CHECK(after(stops) == "3 working days from acceptance, not counting waits for the family");
  CHECK(after(delivered) == "3 working days from acceptance to delivery");
}

TEST_CASE("a service that another profile opens, a channel that it closes") {
  const Profile other = changed(R"json({"id":"new","extends":"wenling","title":{"zh":"新","en":"new"},
    "lanes":[{"id":"wenling/unnamed","remove":true}],
    "channels":[{"id":"mobile","remove":true}]})json");
  const Difference difference = analysis::difference(built_in("wenling"), other, summer);
  const Change* lane = change_of(difference, "lane.birth-certificate");
  REQUIRE(lane != nullptr);
  CHECK(to_string(lane->before) == "elsewhere");
  CHECK(to_string(lane->after) == "joint");
  CHECK(
      lane->who ==
      R"((birth.institution.licensed = true and newborn.birth_certificate.number = null and newborn.birth_certificate.issued_on = null and channel = "hospital" and newborn.name = null) or )"
      R"((newborn.birth_certificate.number = null and newborn.birth_certificate.issued_on = null and birth.place_division = "331081" and channel = "hospital" and newborn.name = null))");
  CHECK(lane->exact);
  const Change* channel = change_of(difference, "open.mobile");
  REQUIRE(channel != nullptr);
  CHECK(channel->before.is_true());
  CHECK(channel->who == "some n in newborns satisfies n.settlement.division != birth.place_division");
}

}  // namespace birthcase::analysis
