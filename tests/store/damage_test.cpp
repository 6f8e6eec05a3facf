// A file of which a page was overwritten: every call says so or does its work, and `verify` never overlooks it.
#include "files.hpp"
#include "office.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <set>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");
constexpr std::size_t page = 4096;
constexpr std::uint32_t families = 12;

std::string case_id(std::uint32_t number) { return "yw-" + std::to_string(number); }

void overwrite(const std::string& file, std::size_t from, std::size_t bytes, std::mt19937& random) {
  std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
  stream.seekp(static_cast<std::streamoff>(from));
  for (std::size_t place = 0; place < bytes; ++place) stream.put(static_cast<char>(random() & 0xff));
}

// Whatever somebody does with a file; collects what is said to be wrong.
class Attempts {
 public:
  void all(const std::string& file) {
    auto opened = store::open_sqlite(file);
    if (!note(opened)) return;
    store::Store& store = **opened;
    store::Desk desk(store);
    for (std::uint32_t number = 1; number <= families; ++number) note(desk.load(case_id(number)));
    note(store.cases("", 1000));
    note(store.due(Due(Date(2030, 1, 1)), 1000));
    note(store.births(at("2019-01-01T00:00"), at("2020-01-01T00:00")));
    note(store.lease({.connector = "a", .now = monday}));
    note(store.export_case(case_id(1)));
    const Command withdraw{window, commands::Withdraw{.reason = "x"}};
    note_refusal(desk.execute(case_id(2), withdraw, monday + boost::posix_time::hours(3)));
    note_refusal(desk.open("yw-new", built_in_yiwu(), {window, commands::Open{family(99, monday)}}, monday));
    const auto verified = store.verify();
    if (note(verified)) verified_clean = verified->breaks.empty();
  }

  std::set<std::string> said;
  bool verified_clean = false;

 private:
  static const Profile& built_in_yiwu() {
    static const Profile yiwu = Profile::built_in("yiwu").value();
    return yiwu;
  }

  template <class T>
  bool note(const Result<T>& result) {
    if (!result) note_error(result.error());
    return result.has_value();
  }

  void note_refusal(const store::Executed& executed) {
    if (!executed) note_error(executed.error().to_error());
  }

  // What a damaged text can be taken for is open, but it is an error with words, and tells of nobody.
  void note_error(const Error& error) {
    CHECK_FALSE(error.message.empty());
    for (std::uint32_t number = 1; number <= families; ++number) {
      CHECK(error.message.find(secrets_of(number).name) == std::string::npos);
    }
    said.insert(error.message.substr(0, error.message.find_first_of(",:")));
  }
};

std::size_t make(const std::string& file) {
  Office office(file);
  for (std::uint32_t number = 1; number <= families; ++number) {
    office.take_in(case_id(number), number, monday + boost::posix_time::minutes(2 * static_cast<int>(number)));
  }
  office.store.reset();
  return std::filesystem::file_size(file) / page;
}

}  // namespace

TEST_CASE("whichever page of the file is overwritten, nothing crashes and verify notices") {
  const Folder folder;
  const std::size_t pages = make(folder.file("whole.db"));
  REQUIRE(pages > 40);
  std::mt19937 random(11);
  std::set<std::string> said;
  for (std::size_t place = 0; place < pages; ++place) {
    CAPTURE(place);
    const std::string file = folder.file("damaged.db");
    std::filesystem::copy_file(folder.file("whole.db"), file, std::filesystem::copy_options::overwrite_existing);
    overwrite(file, place * page, page, random);
    Attempts attempts;
    attempts.all(file);
    CHECK_FALSE(attempts.verified_clean);
    said.merge(attempts.said);
    for (const char* beside : {"-wal", "-shm"}) std::filesystem::remove(file + beside);
  }
  CHECK(said.contains("corrupted page"));
  CHECK(said.contains("the file is not a database"));
}

TEST_CASE("a few bytes that change in the middle of the file never crash a call") {
  const Folder folder;
  const std::size_t pages = make(folder.file("whole.db"));
  std::mt19937 random(12);
  for (int count = 0; count < 60; ++count) {
    CAPTURE(count);
    const std::string file = folder.file("damaged.db");
    std::filesystem::copy_file(folder.file("whole.db"), file, std::filesystem::copy_options::overwrite_existing);
    overwrite(file, page + random() % ((pages - 1) * page - 16), 16, random);
    Attempts attempts;
    attempts.all(file);
    for (const char* beside : {"-wal", "-shm"}) std::filesystem::remove(file + beside);
  }
}
