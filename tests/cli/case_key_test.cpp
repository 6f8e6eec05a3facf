// A store that is encrypted, and whose key stands in a file.
#include <birthcase/encryption.hpp>

#include "case_store.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace birthcase::cli_tests;

namespace {

namespace fs = std::filesystem;

constexpr fs::perms owner_alone = fs::perms::owner_read | fs::perms::owner_write;

std::string key_file(const std::string& bytes, fs::perms rights = owner_alone) {
  const std::string file = file_with(bytes, "births.key");
  fs::permissions(file, rights);
  return file;
}

Outcome listed(const CaseStore& store, const std::string& key_file) {
  return store.ask({"list", "--key-file", key_file, "--lang", "en"});
}

}  // namespace

TEST_CASE(
    "a file with a key that is missing, of another size or open to others is refused, and its bytes are not shown") {
  const CaseStore store;
  accept_example(store, "wl-1");
  const std::string key(32, 'k');
  const auto refused = [&store](const std::string& file, std::string_view why) {
    const Outcome outcome = listed(store, file);
    CAPTURE(outcome.errors);
    CHECK(outcome.status == 2);
    CHECK(outcome.output == "");
    CHECK(outcome.errors.find(why) != std::string::npos);
    CHECK(outcome.errors.find("kkkk") == std::string::npos);
  };
  refused(fs::temp_directory_path() / "no-such.key", "cannot be read");
  refused(fs::temp_directory_path(), "expected a file");
  refused(key_file(key + "\n"), "32 bytes");
  refused(key_file(key.substr(1)), "32 bytes");
  refused(key_file(""), "32 bytes");
  for (const fs::perms others : {fs::perms::group_read, fs::perms::others_read, fs::perms::group_write}) {
    refused(key_file(key, owner_alone | others), "chmod 600");
  }
  CHECK(store.ask({"list"}).status == 0);
}

TEST_CASE("with a key a store is encrypted, or the program says that it cannot") {
  const CaseStore store;
  const std::string key = key_file(std::string(32, 'k'));
  const std::vector<std::string> open{
      "open", "wl-1", BIRTHCASE_SOURCE_DIR "/examples/applications/wenling-hospital.json", "--key-file", key};
  const Outcome opened = store.change("2019-04-29T09:10", open);
  CAPTURE(opened.errors);
  if (!birthcase::store::can_encrypt()) {
    CHECK(opened.status == 2);
    CHECK(opened.errors.find("BIRTHCASE_SQLCIPHER") != std::string::npos);
    CHECK_FALSE(fs::exists(store.file()));
    return;
  }
  CHECK(opened.status == 0);
  CHECK(listed(store, key).output.find("wl-1") != std::string::npos);
  CHECK(listed(store, key_file(std::string(32, 'x'))).errors.find("another key") != std::string::npos);
  CHECK(store.ask({"list"}).errors.find("needs its key") != std::string::npos);
}
