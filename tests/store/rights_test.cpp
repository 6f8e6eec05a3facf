// Who may read a file of cases, and what a schema that somebody planted in it does.
#include "files.hpp"
#include "office.hpp"
#include "raw.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <sys/stat.h>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

namespace fs = std::filesystem;

const DateTime monday = at("2019-06-10T09:30");
constexpr fs::perms owner_alone = fs::perms::owner_read | fs::perms::owner_write;

/// What is made meanwhile may be read and written by everybody, as far as this process is asked.
class NoMask {
 public:
  NoMask() : before_(::umask(0)) {}
  ~NoMask() { ::umask(before_); }
  NoMask(const NoMask&) = delete;
  NoMask& operator=(const NoMask&) = delete;

 private:
  mode_t before_;
};

fs::perms rights_of(const std::string& file) { return fs::status(file).permissions(); }

}  // namespace

TEST_CASE("a new file and those beside it are for its owner alone, whatever the umask") {
  const Folder folder;
  const std::string file = folder.file();
  const NoMask no_mask;
  Office office(file);
  office.open("yw-1", 1, monday).value();
  for (const std::string& each : {file, file + "-wal", file + "-shm"}) {
    CAPTURE(each);
    REQUIRE(fs::exists(each));
    CHECK(rights_of(each) == owner_alone);
  }
}

TEST_CASE("rights that somebody gave to a file stay") {
  const Folder folder;
  const std::string file = folder.file();
  Office(file).open("yw-1", 1, monday).value();
  const fs::perms given = owner_alone | fs::perms::group_read | fs::perms::group_write;
  fs::permissions(file, given);
  Office office(file);
  office.open("yw-2", 2, monday).value();
  CHECK(rights_of(file) == given);
}

TEST_CASE("a trigger that was planted does nothing") {
  const Folder folder;
  const std::string file = folder.file();
  Office(file).open("yw-1", 1, monday).value();
  const std::string away = "UPDATE outbox SET organisation = 'somebody' WHERE organisation = 'midwifery-institution'";
  Raw(file).run("CREATE TRIGGER planted AFTER INSERT ON outbox BEGIN " + away + "; END");
  Office office(file);
  office.execute("yw-1", commands::Accept{}, monday).value();
  office.execute("yw-1", commands::Dispatch{}, monday).value();
  CHECK(Raw(file).number("SELECT count(*) FROM outbox WHERE organisation = 'somebody'") == 0);
  CHECK(Raw(file).number("SELECT count(*) FROM outbox WHERE organisation = 'midwifery-institution'") > 0);
}

TEST_CASE("a view that was planted in the place of a table is not read") {
  const Folder folder;
  const std::string file = folder.file();
  Office(file).open("yw-1", 1, monday).value();
  REQUIRE(Office(file).store->due(Due(Date(2030, 1, 1)), 10).has_value());
  Raw(file).run(
      "ALTER TABLE deadlines RENAME TO theirs; CREATE VIEW deadlines AS SELECT * FROM theirs UNION ALL"
      " SELECT 'yw-1', 99, 'service', 'planted', '2019-06-11', '2019-06-11', 'running'");
  Office office(file);
  CHECK_FALSE(office.store->due(Due(Date(2030, 1, 1)), 10).has_value());
  const auto verified = office.store->verify();
  const bool said = !verified || !verified->breaks.empty();
  CHECK(said);
}
