// Files that are encrypted at rest: what stands in them, whom they are opened for, and what everybody else is told.
#include <birthcase/encryption.hpp>

#include "files.hpp"
#include "memory.hpp"
#include "office.hpp"
#include "raw.hpp"
#include "sqlite/engine.hpp"
#include "sqlite/schema.hpp"
#include "written.hpp"

#include <doctest/doctest.h>
#include <openssl/crypto.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

namespace fs = std::filesystem;
using store::Mode;

const DateTime monday = at("2019-06-10T09:30");

store::Key key_of(char letter) { return store::Key::from(std::string(store::Key::size, letter)).value(); }

const store::Key ours = key_of('k');

/// What a family tells, and what every file of a store says that is not encrypted.
std::vector<std::string> texts_of(std::uint32_t number) {
  const Secrets secrets = secrets_of(number);
  return {secrets.name, secrets.address, secrets.phone, mother_of(number), "SQLite format 3", "CREATE TABLE", "yw-1"};
}

Office office_of(const std::string& file, Mode mode = Mode::read_write) {
  return Office(store::open_encrypted(file, ours, mode).value());
}

Error refusal(const Result<std::unique_ptr<store::Store>>& opened) {
  REQUIRE_FALSE(opened.has_value());
  return opened.error();
}

std::string all_bytes(const std::string& file) {
  return bytes_of(file) + "|" + bytes_of(file + "-wal") + "|" + bytes_of(file + "-journal");
}

/// A file with a case; nobody has it open.
std::string made(const Folder& folder, bool encrypted) {
  const std::string file = folder.file(encrypted ? "encrypted.db" : "plain.db");
  if (encrypted) office_of(file).take_in("yw-1", 1, monday);
  if (!encrypted) Office(file).take_in("yw-1", 1, monday);
  return file;
}

}  // namespace

TEST_CASE("nothing that is written to an encrypted file, its log or its journal can be read, at any time") {
  const Folder folder;
  const Written written;
  SUBCASE("encrypted") {
    {
      Office office = office_of(folder.file());
      office.take_in("yw-1", 1, monday);
      CHECK(found_in(folder.file(), texts_of(1)).empty());
      office.bring_to_its_end("yw-1", 1, monday + boost::posix_time::hours(1));
      office.carry_all(monday + boost::posix_time::hours(2000));
      CHECK(found_in(folder.file(), texts_of(1)).empty());
    }
    CHECK(written.bytes() > 100'000);
    CHECK(written.found(texts_of(1)).empty());
    CHECK(found_in(folder.file(), texts_of(1)).empty());
  }
  SUBCASE("without a key each of these texts would be found") {
    {
      Office office(folder.file());
      office.take_in("yw-1", 1, monday);
    }
    CHECK(written.found(texts_of(1)).size() == texts_of(1).size());
  }
}

TEST_CASE("what was kept with a key is read with it, by who writes and by who only reads") {
  const Folder folder;
  const std::string file = made(folder, true);
  const auto events = office_of(file).store->load("yw-1").value().events;
  CHECK(events.size() > 2);
  CHECK(office_of(file, Mode::read_only).store->load("yw-1").value().events == events);
  Office office = office_of(file);
  CHECK(office.broken() == "");
  CHECK(office.desk.verify().value().breaks.empty());
  CHECK(office.execute("yw-1", commands::Withdraw{.reason = "x"}, monday + boost::posix_time::hours(1)).has_value());
  office.carry_all(monday + boost::posix_time::hours(2));
  REQUIRE(office.execute("yw-1", commands::Erase{}, monday + boost::posix_time::hours(3)).has_value());
  CHECK(office.store->verify().value().unfinished_erasures == 0);
  CHECK(office.broken() == "");
}

TEST_CASE("another key, no key, and a key for a file that is not encrypted are refused, and nothing is changed") {
  const Folder folder;
  const std::string encrypted = made(folder, true);
  const std::string plain = made(folder, false);
  const std::string before = all_bytes(encrypted) + all_bytes(plain);
  for (const Mode mode : {Mode::read_write, Mode::read_only}) {
    const Error another = refusal(store::open_encrypted(encrypted, key_of('x'), mode));
    CHECK(another.kind == ErrorKind::refused);
    CHECK(another.message.find("another key") != std::string::npos);
    const Error none = refusal(store::open(encrypted, mode));
    CHECK(none.kind == ErrorKind::storage);
    CHECK(none.message.find("needs its key") != std::string::npos);
    const Error clear = refusal(store::open_encrypted(plain, ours, mode));
    CHECK(clear.kind == ErrorKind::refused);
    CHECK(clear.message.find("not encrypted") != std::string::npos);
    CHECK(refusal(store::open_encrypted("file:" + plain, ours, mode)).message == clear.message);
    for (const Error& error : {another, none, clear}) CHECK((error.document == encrypted || error.document == plain));
  }
  CHECK(all_bytes(encrypted) + all_bytes(plain) == before);
}

TEST_CASE("whoever tries another key on a file that was left in the midst of work takes nothing from it") {
  const Folder folder;
  Office working = office_of(folder.file("working.db"));
  working.take_in("yw-1", 1, monday);
  const std::string left = folder.file("left.db");  // as a program leaves it that was killed
  for (const std::string ending : {"", "-wal"}) fs::copy_file(folder.file("working.db") + ending, left + ending);
  REQUIRE(fs::file_size(left + "-wal") > 0);
  CHECK(refusal(store::open_encrypted(left, key_of('x'))).kind == ErrorKind::refused);
  CHECK(refusal(store::open(left)).kind == ErrorKind::storage);
  Office office = office_of(left);
  CHECK(office.store->load("yw-1").value().events == working.store->load("yw-1").value().events);
  CHECK(office.broken() == "");
}

TEST_CASE("a text that is no database is refused with a key too, and stays as it is") {
  const Folder folder;
  const std::string text(8192, 'x');
  std::ofstream(folder.file()) << text;
  CHECK(refusal(store::open_encrypted(folder.file(), ours)).kind == ErrorKind::refused);
  CHECK(bytes_of(folder.file()) == text);
}

TEST_CASE("an encrypted file and those beside it are for their owner alone") {
  const Folder folder;
  Office office = office_of(folder.file());
  office.take_in("yw-1", 1, monday);
  for (const std::string ending : {"", "-wal", "-shm"}) {
    CAPTURE(ending);
    CHECK(fs::status(folder.file() + ending).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  }
}

#ifdef BIRTHCASE_LOOKS_INTO_MEMORY
TEST_CASE("once a store and its key are gone, neither the key nor its digits are left in memory") {
  constexpr std::size_t size = store::Key::size;
  std::string key(size, '\0');
  std::string digits(2 * size, '\0');
  for (std::size_t place = 0; place < size; ++place) {
    key[place] = static_cast<char>(0x10 + 7 * place);
    std::snprintf(&digits[2 * place], 3, "%02x", static_cast<unsigned char>(key[place]));
  }
  const std::string masked_key = masked(key);
  const std::string masked_digits = masked(digits);
  CHECK(is_in_memory(masked_digits));
  OPENSSL_cleanse(digits.data(), digits.size());
  const Folder folder;
  {
    const auto opened = store::open_encrypted(folder.file(), store::Key::from(key).value());
    OPENSSL_cleanse(key.data(), key.size());
    REQUIRE(opened.has_value());
    CHECK(is_in_memory(masked_key));  // SQLCipher's own, as long as the file is open
  }
  CHECK_FALSE(is_in_memory(masked_key));
  CHECK_FALSE(is_in_memory(masked_digits));
}
#endif

TEST_CASE("several that make the same file at once all get it") {
  constexpr int rounds = 10;
  constexpr std::size_t at_once = 6;
  const Folder folder;
  for (int round = 0; round < rounds; ++round) {
    const std::string file = folder.file("births-" + std::to_string(round) + ".db");
    std::vector<std::string> said(at_once);
    {
      std::vector<std::jthread> windows;
      for (std::string& each : said) {
        windows.emplace_back([&file, &each] {
          const auto opened = store::open_encrypted(file, ours);
          if (!opened) each = opened.error().message;
        });
      }
    }
    for (const std::string& each : said) CHECK(each == "");
  }
}

TEST_CASE("cases move from a file that is not encrypted into one that is") {
  const Folder folder;
  Office plain(made(folder, false));
  Office encrypted = office_of(folder.file("new.db"));
  const std::string exported = plain.store->export_case("yw-1").value();
  CHECK(encrypted.desk.import_case(exported).value() == "yw-1");
  CHECK(encrypted.store->export_case("yw-1").value() == exported);
  CHECK(found_in(folder.file("new.db"), texts_of(1)).empty());
}

TEST_CASE("an encrypted page that was changed is noticed by whoever reads it") {
  const Folder folder;
  const std::string file = made(folder, true);
  constexpr std::size_t page = 4096;
  const auto pages = bytes_of(file).size() / page;
  REQUIRE(pages > 10);
  for (std::size_t number = 0; number < pages; ++number) {
    CAPTURE(number);
    const std::string damaged = folder.file("damaged.db");
    fs::copy_file(file, damaged, fs::copy_options::overwrite_existing);
    std::fstream(damaged, std::ios::binary | std::ios::in | std::ios::out)
        .seekp(static_cast<std::streamoff>(number * page + 100))
        .put('!')
        .put('?');
    const auto opened = store::open_encrypted(damaged, ours);
    if (!opened) continue;
    const auto verified = (*opened)->verify();
    const bool noticed = !verified || !verified->breaks.empty();
    CHECK(noticed);
  }
}

TEST_CASE("a file with tables that this engine does not know, or without what older ones did not know") {
  const Folder folder;
  if (!store::sqlite::engine::has_strict_tables()) {
    const std::string file = made(folder, false);
    Raw(file).run("PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = sql || ' STRICT' WHERE name = 'cases'");
    const std::string before = all_bytes(file);
    const Error error = refusal(store::open(file));
    CHECK(error.kind == ErrorKind::out_of_range);
    CHECK(error.message.find("newer SQLite") != std::string::npos);
    CHECK(all_bytes(file) == before);
    return;
  }
  const std::string file = folder.file();
  {
    Raw raw(file);
    for (const char* migration : store::sqlite::migrations()) {
      raw.run(store::sqlite::engine::without_strict(migration));
    }
    raw.run("PRAGMA application_id = " + std::to_string(store::sqlite::application_id));
    raw.run("PRAGMA user_version = " + std::to_string(store::sqlite::migrations().size()));
  }
  Office office(file);
  office.take_in("yw-1", 1, monday);
  CHECK(office.broken() == "");
}
