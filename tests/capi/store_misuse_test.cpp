#include "store_caller.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>

using namespace caller;

namespace {

constexpr const char* now = "2019-04-29T09:20";
constexpr auto nul = BIRTHCASE_NUL_ENDED;

}  // namespace

TEST_CASE("a handle that is no store is told, not followed") {
  const Session session = open_session();
  const Profile wenling = built_in(session, "wenling");
  auto* wrong = reinterpret_cast<birthcase_store*>(static_cast<birthcase_profile*>(wenling));
  auto* odd = reinterpret_cast<birthcase_store*>(reinterpret_cast<std::uintptr_t>(wrong) + 1);
  for (birthcase_store* none : {static_cast<birthcase_store*>(nullptr), wrong, odd}) {
    CHECK(birthcase_store_add_profile(session, none, wenling) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_store_open_case(session, none, wenling, "x", nul, "{}", nul, now, nul, nullptr, nullptr) ==
          BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_store_do(session, none, "x", nul, "{}", nul, now, nul, -1, nullptr, nullptr) ==
          BIRTHCASE_BAD_HANDLE);
    Case loaded;
    CHECK(birthcase_store_load(session, none, "x", nul, loaded.out()) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_store_cases(session, none, "", 0, 1, nullptr, nullptr) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_store_lease(session, none, "c", nul, "", 0, now, nul, 1, 1, nullptr, nullptr) ==
          BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_store_renew(session, none, "m", nul, "c", nul, now, nul, 1) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_store_ack(session, none, "m", nul, "c", nul) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_store_failed(session, none, "m", nul, "c", nul, now, nul, "r", nul, 0, 0, 0, nullptr, nullptr) ==
          BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_store_retry(session, none, "m", nul) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_store_waiting(session, none, "", 0, 1, 0, nullptr, nullptr) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_store_due(session, none, now, nul, now, nul, 1, nullptr, nullptr) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_store_verify(session, none, "", 0, nullptr, nullptr) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_store_export(session, none, "x", nul, nullptr, nullptr) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_store_anchor(session, none, now, nul, "", 0, nullptr, nullptr) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_store_verify_against(session, none, "", 0, "", 0, nullptr, nullptr) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_store_repair(session, none, "", 0, "", 0, nullptr, nullptr) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_store_damaged(session, none, nullptr, nullptr) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_store_import(session, none, "{}", nul, nullptr, nullptr) == BIRTHCASE_BAD_HANDLE);
  }
  CHECK(birthcase_store_free(&wrong) == BIRTHCASE_BAD_HANDLE);
  CHECK(birthcase_store_free(nullptr) == BIRTHCASE_BAD_HANDLE);
}

TEST_CASE("a profile that is none is told before anything is kept") {
  const Folder folder;
  const Session session = open_session();
  const Store store = open_store(session, folder.file("births.db"));
  CHECK(birthcase_store_add_profile(session, store, nullptr) == BIRTHCASE_BAD_HANDLE);
  CHECK(open_in(session, store, nullptr).status == BIRTHCASE_BAD_HANDLE);
  CHECK(text_of([&](auto... out) { return birthcase_store_cases(session, store, "", 0, 9, out...); }).text == "[]");
}

TEST_CASE("a store is opened in a file that can be one") {
  const Folder folder;
  const Session session = open_session();
  using namespace std::string_view_literals;
  Store store;
  CHECK(try_open(session, "", BIRTHCASE_READ_WRITE, store) == BIRTHCASE_MISSING);
  CHECK(try_open(session, "a\0b"sv, BIRTHCASE_READ_WRITE, store) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(try_open(session, folder.file("x.db"), 2, store) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(try_open(session, folder.file("x.db"), -1, store) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(try_open(session, folder.file("none/x.db"), BIRTHCASE_READ_WRITE, store) == BIRTHCASE_STORAGE);
  CHECK(has(error_json(session), R"("status":15,"kind":"storage")"));
  CHECK(has(error_json(session), "none/x.db"));
  CHECK(try_open(session, folder.file("x.db"), BIRTHCASE_READ_ONLY, store) == BIRTHCASE_STORAGE);
  std::ofstream(folder.file("text.db")) << "This is a letter, and no database, although it has more than a few bytes.";
  CHECK(try_open(session, folder.file("text.db"), BIRTHCASE_READ_WRITE, store) == BIRTHCASE_STORAGE);
  CHECK(store == nullptr);
  CHECK(birthcase_store_open(session, "x", 1, BIRTHCASE_READ_WRITE, nullptr) == BIRTHCASE_BAD_ARGUMENT);
}

TEST_CASE("a key has its size, and is given") {
  const Folder folder;
  const Session session = open_session();
  const std::string file = folder.file("x.db");
  const std::string key(33, 'k');
  Store store;
  const auto opened = [&](const char* bytes, std::int64_t size, std::int32_t mode = BIRTHCASE_READ_WRITE) {
    return birthcase_store_open_with_key(session, file.data(), caller::size(file), mode, bytes, size, store.out());
  };
  CHECK(opened(nullptr, 0) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(opened(nullptr, 32) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(opened(key.data(), -1) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(opened(key.data(), 32, 2) == BIRTHCASE_BAD_ARGUMENT);
  for (const std::int64_t size : {std::int64_t{0}, std::int64_t{31}, std::int64_t{33}}) {
    CHECK(opened(key.data(), size) == BIRTHCASE_OUT_OF_RANGE);
    CHECK_FALSE(has(error_json(session), "kkk"));
  }
  CHECK(store == nullptr);
  CHECK_FALSE(std::filesystem::exists(file));
  const std::string on_server = "postgresql://localhost/births";
  CHECK(birthcase_store_open_with_key(session, on_server.data(), caller::size(on_server), BIRTHCASE_READ_WRITE,
                                      key.data(), 32, store.out()) == BIRTHCASE_REFUSED);
}

TEST_CASE("with a key a file is encrypted, or the library says that it cannot") {
  const Folder folder;
  const Session session = open_session();
  const std::string file = folder.file("x.db");
  const std::string key(32, 'k');
  Store store;
  const auto status = birthcase_store_open_with_key(session, file.data(), caller::size(file), BIRTHCASE_READ_WRITE,
                                                    key.data(), 32, store.out());
  if (status == BIRTHCASE_OK) {  // with SQLCipher
    CHECK(birthcase_store_free(store.out()) == BIRTHCASE_OK);
    CHECK(try_open(session, file, BIRTHCASE_READ_WRITE, store) == BIRTHCASE_STORAGE);
    return;
  }
  CHECK(status == BIRTHCASE_REFUSED);
  CHECK(has(error_json(session), "BIRTHCASE_SQLCIPHER"));
  CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("who may only read is refused what writes") {
  const Folder folder;
  const Session session = open_session();
  const Profile wenling = built_in(session, "wenling");
  const Store writer = open_store(session, folder.file("births.db"));
  tell_in(session, writer, wenling, dispatched);
  const Store reader = open_store(session, folder.file("births.db"), BIRTHCASE_READ_ONLY);
  CHECK(open_in(session, reader, wenling, "other").status == BIRTHCASE_REFUSED);
  CHECK(do_in(session, reader, story()[2].command, story()[2].now).status == BIRTHCASE_REFUSED);
  CHECK(lease(session, reader, "link", now).status == BIRTHCASE_REFUSED);
  CHECK(load_events(session, reader).text == load_events(session, writer).text);
  const auto due = text_of(
      [&](auto... out) { return birthcase_store_due(session, reader, "2019-05-06", nul, now, nul, 9, out...); });
  CHECK(due.status == BIRTHCASE_OK);
  CHECK(has(due.text, "birth-certificate#1"));
}

TEST_CASE("cases outlive the store that they came from, and are theirs who loaded them") {
  const Folder folder;
  const Session session = open_session();
  const Profile wenling = built_in(session, "wenling");
  Case loaded;
  {
    const Store store = open_store(session, folder.file("births.db"));
    tell_in(session, store, wenling, accepted);
    REQUIRE(birthcase_store_load(session, store, "wl-2019-0001", nul, loaded.out()) == BIRTHCASE_OK);
    REQUIRE(perform(session, loaded, story()[1].command, story()[1].now).status == BIRTHCASE_OK);
    CHECK(load_events(session, store).text == events_of(session, told_case(session, wenling, accepted)));
  }
  CHECK(version_of(session, loaded) == 4);
}

TEST_CASE("no function of a store quotes what was typed where an id, a name, a moment or a document belongs") {
  const Folder folder;
  const Session session = open_session();
  const Profile wenling = built_in(session, "wenling");
  const Store store = open_store(session, folder.file("births.db"));
  tell_in(session, store, wenling, dispatched);
  for (const std::string secret : {"330782199103120022", "13800138000", "138-0013-8000", "王小明"}) {
    CAPTURE(secret);
    const char* text = secret.c_str();
    const std::string command = R"({"do":"accept","by":")" + secret + R"("})";
    birthcase_case* made = nullptr;
    const auto refused = [&](birthcase_status status) {
      CHECK(status != BIRTHCASE_OK);
      CHECK_FALSE(has(error_json(session) + error_message(session), secret));
    };
    refused(birthcase_store_open_case(session, store, wenling, "x", nul, text, nul, now, nul, nullptr, nullptr));
    refused(birthcase_store_open_case(session, store, wenling, "x", nul, command.c_str(), nul, text, nul, nullptr,
                                      nullptr));
    refused(birthcase_store_do(session, store, text, nul, story()[1].command.data(), size(story()[1].command), now, nul,
                               -1, nullptr, nullptr));
    refused(
        birthcase_store_do(session, store, "wl-2019-0001", nul, command.c_str(), nul, now, nul, -1, nullptr, nullptr));
    refused(birthcase_store_load(session, store, text, nul, &made));
    refused(birthcase_store_lease(session, store, text, nul, "", 0, now, nul, 60, 1, nullptr, nullptr));
    refused(birthcase_store_lease(session, store, "link", nul, "", 0, text, nul, 60, 1, nullptr, nullptr));
    refused(birthcase_store_renew(session, store, text, nul, text, nul, now, nul, 60));
    refused(birthcase_store_ack(session, store, text, nul, text, nul));
    refused(birthcase_store_failed(session, store, text, nul, "link", nul, now, nul, "line", nul, 0, 0, 0, nullptr,
                                   nullptr));
    refused(
        birthcase_store_failed(session, store, "m", nul, "link", nul, now, nul, text, nul, 0, 0, 0, nullptr, nullptr));
    refused(birthcase_store_retry(session, store, text, nul));
    refused(birthcase_store_due(session, store, text, nul, now, nul, 9, nullptr, nullptr));
    refused(birthcase_store_due(session, store, now, nul, text, nul, 9, nullptr, nullptr));
    refused(birthcase_store_verify(session, store, text, nul, nullptr, nullptr));
    refused(birthcase_store_anchor(session, store, text, nul, "", 0, nullptr, nullptr));
    refused(birthcase_store_anchor(session, store, now, nul, text, nul, nullptr, nullptr));
    refused(birthcase_store_verify_against(session, store, text, nul, "", 0, nullptr, nullptr));
    refused(birthcase_store_verify_against(session, store, "", 0, text, nul, nullptr, nullptr));
    refused(birthcase_store_export(session, store, text, nul, nullptr, nullptr));
    refused(birthcase_store_import(session, store, text, nul, nullptr, nullptr));
  }
}
