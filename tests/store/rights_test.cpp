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

TEST_CASE("a new file is for its owner alone however it is named") {
  const Folder folder;
  const fs::path made = folder.path() / "new births.db";
  const fs::path link = folder.path() / "link.db";
  const std::string path = made.string();
  const std::string encoded = (folder.path() / "new%20births.db").string();
  std::string name;
  SUBCASE("by a URI") { name = "file:" + encoded; }
  SUBCASE("by a URI with a host") { name = "file://localhost" + encoded; }
  SUBCASE("by a URI with parameters") { name = "file:" + encoded + "?mode=rwc&cache=private#part"; }
  SUBCASE("by a link") {
    fs::create_symlink(made, link);
    name = link.string();
  }
  SUBCASE("by links that are relative") {
    fs::create_symlink("new births.db", folder.path() / "second.db");
    fs::create_symlink("second.db", link);
    name = link.string();
  }
  SUBCASE("by a URI of a link") {
    fs::create_symlink(made, link);
    name = "file:" + link.string();
  }
  const NoMask no_mask;
  Office office(name);
  office.open("yw-1", 1, monday).value();
  for (const std::string& each : {path, path + "-wal", path + "-shm"}) {
    CAPTURE(each);
    REQUIRE(fs::exists(each));
    CHECK(rights_of(each) == owner_alone);
  }
}

TEST_CASE("no file is made where SQLite makes none") {
  const Folder folder;
  const std::string file = folder.file();
  const std::string link = (folder.path() / "link.db").string();
  for (const std::string parameters : {"mode=ro", "mode=rw", "mode=memory", "cache=shared&mode=memory", "m%6fde=ro"}) {
    CAPTURE(parameters);
    CHECK_FALSE(store::open_sqlite("file:" + file + "?" + parameters).has_value());
    CHECK_FALSE(fs::exists(file));
  }
  CHECK_FALSE(store::open_sqlite("file::memory:").has_value());
  CHECK_FALSE(fs::exists(":memory:"));
  fs::create_symlink(link, link);  // to itself
  CHECK_FALSE(store::open_sqlite(link).has_value());
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
