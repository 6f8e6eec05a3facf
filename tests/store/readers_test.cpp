// Those who read and those who write, in processes of their own.
#include "files.hpp"
#include "office.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");

// Another process in the middle of writing, until it is ended.
class WriterElsewhere {
 public:
  explicit WriterElsewhere(const std::string& file) {
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    child_ = ::fork();
    REQUIRE(child_ >= 0);
    if (child_ == 0) write(file, ready[1]);
    ::close(ready[1]);
    char byte = 0;
    REQUIRE(::read(ready[0], &byte, 1) == 1);
    ::close(ready[0]);
    REQUIRE(byte == 'w');
  }

  ~WriterElsewhere() {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }

  WriterElsewhere(const WriterElsewhere&) = delete;
  WriterElsewhere& operator=(const WriterElsewhere&) = delete;

 private:
  [[noreturn]] static void write(const std::string& file, int ready) {
    Raw raw(file);
    raw.begin_writing();
    raw.run("UPDATE cases SET status = 'closed'");
    if (::write(ready, "w", 1) != 1) ::_exit(1);
    for (;;) ::pause();
  }

  pid_t child_ = -1;
};

}  // namespace

TEST_CASE("who reads does not wait for another process that is writing, and sees what was kept before") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  office.open("yw-2", 2, monday).value();
  const WriterElsewhere writer(folder.file());
  const auto begun = std::chrono::steady_clock::now();

  CHECK(office.state("yw-1").status == CaseStatus::accepted);
  CHECK(office.store->cases("", 10).value().front().status == CaseStatus::accepted);
  CHECK(office.store->births(at("2019-06-01T00:00"), at("2019-07-01T00:00")).value().size() == 2);
  CHECK_FALSE(office.store->due(Due(Date(2030, 1, 1)), 10).value().empty());
  CHECK(office.broken() == "");
  CHECK(office.store->export_case("yw-1").has_value());
  CHECK(Office(folder.file(), store::Mode::read_only).state("yw-1").version == office.state("yw-1").version);

  const auto taken = std::chrono::steady_clock::now() - begun;
  CHECK(taken < std::chrono::seconds(5));  // a writer that is waited for takes ten
}

TEST_CASE("a writer that was killed in the middle leaves nothing behind, and nobody waits for it") {
  const Folder folder;
  Office office(folder.file());
  office.open("yw-1", 1, monday).value();
  { const WriterElsewhere writer(folder.file()); }
  CHECK(office.store->cases("", 10).value().front().status == CaseStatus::draft);
  CHECK(office.execute("yw-1", commands::Accept{}, monday).has_value());
  CHECK(office.broken() == "");
}

TEST_CASE("who reads does not keep a writer waiting") {
  const Folder folder;
  Office office(folder.file());
  office.open("yw-1", 1, monday).value();
  Raw reader(folder.file());
  reader.begin_reading();
  REQUIRE(reader.number("SELECT version FROM cases") == 1);
  const auto begun = std::chrono::steady_clock::now();
  CHECK(office.execute("yw-1", commands::Accept{}, monday).has_value());
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5));
  CHECK(reader.number("SELECT version FROM cases") == 1);
  reader.run("COMMIT");
  CHECK(reader.number("SELECT version FROM cases") > 1);
}
