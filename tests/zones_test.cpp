// Named time zones. A build with an ICU of its own could leave their data out.
#include "feel/zones.hpp"

#include "feel_facts.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

using birthcase::feel::is_zone;
using birthcase::feel::zone_offset;

namespace {

constexpr std::int64_t day = 86'400;
constexpr std::int64_t july_1988 = 6756 * day;  // 1988-07-01
constexpr std::int64_t july_2019 = 18'078 * day;
constexpr std::int64_t july_2100 = 47'664 * day;
constexpr std::int64_t year_1900 = -25'567 * day;
constexpr std::int32_t hour = 3600;

}  // namespace

TEST_CASE("a moment in a named zone is a value, and knows the zone's offset") {
  const birthcase::testing::FactsOfTest facts;
  CHECK(to_string(facts.evaluate("date and time(\"2019-04-29T09:10:00@Asia/Shanghai\").time offset")) ==
        to_string(facts.evaluate("duration(\"PT8H\")")));
  CHECK(facts.evaluate("@\"2019-04-29T09:10:00@Asia/Shanghai\" = @\"2019-04-29T01:10:00Z\"") ==
        birthcase::Value::boolean(true));
}

TEST_CASE("the names of zones are those of the IANA database, other names of a zone among them") {
  for (const char* name :
       {"Asia/Shanghai", "Asia/Chongqing", "PRC", "Asia/Urumqi", "UTC", "Etc/GMT+8", "Europe/Berlin"}) {
    CAPTURE(name);
    CHECK(is_zone(name));
  }
  for (const char* name : {"Asia/Yiwu", "asia/shanghai", "Asia/", "", "A", "zzz", "Asia/Shanghai\n", "北京"}) {
    CAPTURE(name);
    CHECK_FALSE(is_zone(name));
  }
}

TEST_CASE("the offset of a zone follows its history and its last rule") {
  CHECK(zone_offset("Asia/Shanghai", july_2019) == 8 * hour);
  CHECK(zone_offset("Asia/Shanghai", july_1988) == 9 * hour);  // China had summer time from 1986 to 1991
  CHECK(zone_offset("Asia/Shanghai", year_1900) == 8 * hour + 343);
  CHECK(zone_offset("PRC", july_1988) == 9 * hour);
  CHECK(zone_offset("Europe/Berlin", july_2100) == 2 * hour);
  CHECK(zone_offset("Europe/Berlin", july_2100 + 180 * day) == 1 * hour);
  CHECK(zone_offset("Australia/Sydney", july_2100) == 10 * hour);
  CHECK(zone_offset("Australia/Sydney", july_2100 + 180 * day) == 11 * hour);
  CHECK(zone_offset("Etc/GMT+8", 0) == -8 * hour);
}
