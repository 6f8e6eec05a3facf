// What is left when the power fails right after an answer.
#include "power.hpp"

#include "files.hpp"
#include "office.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

namespace fs = std::filesystem;

const DateTime monday = at("2019-06-10T09:30");

// The version of a case on a disk that keeps nothing but what was synced by now.
std::uint64_t version_after_failure(const Folder& synced, const std::string& case_id) {
  const Folder found_there;
  for (const std::string name : {"births.db", "births.db-wal"}) {
    if (fs::exists(synced.file(name))) fs::copy_file(synced.file(name), found_there.file(name));
  }
  Office office(found_there.file());
  CHECK(office.broken() == "");
  return office.state(case_id).version;
}

}  // namespace

TEST_CASE("when the power fails right after an answer, what was answered is on the disk") {
  const Folder folder;
  const Folder synced;
  std::uint64_t answered = 0;
  std::uint64_t carried = 0;
  const auto fail_now = [&] { return version_after_failure(synced, "yw-1"); };
  {
    const PowerFailure power(folder.path().string(), synced.path().string());
    Office office(folder.file());
    answered = office.open("yw-1", 1, monday).value().version;
    CHECK(power.syncs() > 0);
    CHECK(fail_now() == answered);
    std::mt19937 random(1);
    DateTime now = monday;
    while (const auto next = something_to_do(office.state("yw-1"), random, 1, now)) {
      now += boost::posix_time::minutes(1);
      const auto executed = office.execute("yw-1", *next, now);
      if (!executed) continue;
      answered = executed.value().version;
      CHECK(fail_now() == answered);
    }
    carried = office.carry_all(now).size();
    REQUIRE(carried > 5);
  }
  Folder found_there;
  for (const std::string name : {"births.db", "births.db-wal"})
    fs::copy_file(synced.file(name), found_there.file(name));
  CHECK(Raw(found_there.file()).number("SELECT count(*) FROM outbox WHERE acknowledged = 1") ==
        static_cast<std::int64_t>(carried));
}
