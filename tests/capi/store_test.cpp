#include "store_caller.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace caller;

namespace {

constexpr std::string_view id = "wl-2019-0001";
constexpr std::string_view later = "2019-05-10T09:00";

struct Office {
  Folder folder{};
  Session session = open_session();
  Profile wenling = built_in(session, "wenling");
  Store store = open_store(session, folder.file("births.db"));
};

Answer cases_in(const Office& office, std::string_view after, std::int32_t limit) {
  return text_of([&](auto... out) {
    return birthcase_store_cases(office.session, office.store, after.data(), size(after), limit, out...);
  });
}

Answer verify(birthcase_session* session, birthcase_store* store, std::string_view case_id) {
  return text_of(
      [&](auto... out) { return birthcase_store_verify(session, store, case_id.data(), size(case_id), out...); });
}

Answer exported(birthcase_session* session, birthcase_store* store) {
  return text_of([&](auto... out) { return birthcase_store_export(session, store, id.data(), size(id), out...); });
}

Answer imported(birthcase_session* session, birthcase_store* store, std::string_view json) {
  return text_of([&](auto... out) { return birthcase_store_import(session, store, json.data(), size(json), out...); });
}

Answer due_in(birthcase_session* session, birthcase_store* store, std::string_view until, std::int32_t limit = 100) {
  return text_of([&](auto... out) {
    return birthcase_store_due(session, store, until.data(), size(until), later.data(), size(later), limit, out...);
  });
}

}  // namespace

TEST_CASE("a case in a store has the same events as one in memory, also when the file is opened again") {
  Office office;
  tell_in(office.session, office.store, office.wenling, story().size());
  const std::string expected = events_of(office.session, told_case(office.session, office.wenling, story().size()));
  CHECK(load_events(office.session, office.store).text == expected);
  office.store = Store();
  office.store = open_store(office.session, office.folder.file("births.db"), BIRTHCASE_READ_ONLY);
  CHECK(load_events(office.session, office.store).text == expected);
}

TEST_CASE("an outcome has the decision, the version and the births that are alike") {
  Office office;
  CHECK(open_in(office.session, office.store, office.wenling).text.starts_with(R"({"version":1,"events":[{)"));
  const auto [status, second] = open_in(office.session, office.store, office.wenling, "wl-2019-0002");
  CHECK(status == BIRTHCASE_OK);
  CHECK(second.ends_with(R"("alike":[{"case":"wl-2019-0001","newborn":0}]})"));
  CHECK(do_in(office.session, office.store, story()[0].command, story()[0].now).status == BIRTHCASE_REFUSED);
  CHECK(has(error_json(office.session), R"("code":"duplicate-birth","findings":[{"severity":"error")"));
}

TEST_CASE("a case that has moved on is a conflict, and one that exists is not opened again") {
  Office office;
  tell_in(office.session, office.store, office.wenling, accepted);
  CHECK(do_in(office.session, office.store, story()[1].command, story()[1].now, 1).status == BIRTHCASE_CONFLICT);
  CHECK(has(error_json(office.session), R"("status":14,"kind":"conflict")"));
  CHECK(has(error_json(office.session), R"("code":"case-moved-on")"));
  CHECK(do_in(office.session, office.store, story()[1].command, story()[1].now, 3).status == BIRTHCASE_OK);
  CHECK(do_in(office.session, office.store, story()[1].command, later, -2).status == BIRTHCASE_BAD_ARGUMENT);
  CHECK(open_in(office.session, office.store, office.wenling).status == BIRTHCASE_REFUSED);
  CHECK(has(error_json(office.session), R"("code":"case-exists")"));
  CHECK(do_in(office.session, office.store, story()[1].command, later, -1, "nobody").status == BIRTHCASE_UNKNOWN_NAME);
  CHECK(load_events(office.session, office.store, "nobody").status == BIRTHCASE_UNKNOWN_NAME);
}

TEST_CASE("a message is leased, prolonged, given back and acknowledged") {
  const Office office;
  tell_in(office.session, office.store, office.wenling, dispatched);
  const std::string_view message = "wl-2019-0001:birth-certificate#1:1";
  const std::string_view now = "2019-04-29T09:20";
  CHECK(lease(office.session, office.store, "hospital-link", now, "public-security").text == "[]");
  const std::string leased = lease(office.session, office.store, "hospital-link", now, "midwifery-institution").text;
  CHECK(has(leased, R"([{"message":"wl-2019-0001:birth-certificate#1:1","case":"wl-2019-0001",)"));
  CHECK(has(leased, R"("attempt":1,"body":{"id":"wl-2019-0001:birth-certificate#1:1",)"));
  CHECK(lease(office.session, office.store, "another", now).text == "[]");
  CHECK(ack(office.session, office.store, message, "another") == BIRTHCASE_CONFLICT);
  const auto renew = [&](std::string_view connector, std::int32_t seconds) {
    return birthcase_store_renew(office.session, office.store, message.data(), size(message), connector.data(),
                                 size(connector), now.data(), size(now), seconds);
  };
  CHECK(renew("another", 5) == BIRTHCASE_CONFLICT);
  CHECK(renew("hospital-link", 86'401) == BIRTHCASE_OUT_OF_RANGE);
  CHECK(renew("hospital-link", 0) == BIRTHCASE_OK);
  CHECK(has(lease(office.session, office.store, "another", now).text, R"("attempt":2)"));
  CHECK(ack(office.session, office.store, message, "another") == BIRTHCASE_OK);
  CHECK(ack(office.session, office.store, message, "another") == BIRTHCASE_OK);
  CHECK(ack(office.session, office.store, "no-such", "another") == BIRTHCASE_UNKNOWN_NAME);
  CHECK(lease(office.session, office.store, "another", later).text == "[]");
}

TEST_CASE("a lease needs a connector and numbers that can be") {
  const Office office;
  CHECK(lease(office.session, office.store, "", later).status == BIRTHCASE_MISSING);
  CHECK(lease(office.session, office.store, "x", "").status == BIRTHCASE_SYNTAX);
  CHECK(lease(office.session, office.store, "x", later, "", 0).status == BIRTHCASE_OUT_OF_RANGE);
  CHECK(lease(office.session, office.store, "x", later, "", 60, 0).status == BIRTHCASE_OUT_OF_RANGE);
  CHECK(lease(office.session, office.store, "x", later, "", 60, 1001).status == BIRTHCASE_OUT_OF_RANGE);
}

TEST_CASE("cases are listed by their ids, so many at a time") {
  const Office office;
  REQUIRE(open_in(office.session, office.store, office.wenling, "b").status == BIRTHCASE_OK);
  REQUIRE(open_in(office.session, office.store, office.wenling, "a").status == BIRTHCASE_OK);
  CHECK(cases_in(office, "", 1).text ==
        R"([{"case":"a","profile":"wenling","status":"draft","version":1,"changed_at":"2019-04-29T09:10"}])");
  CHECK(has(cases_in(office, "a", 1000).text, R"([{"case":"b")"));
  CHECK(cases_in(office, "b", 1).text == "[]");
  CHECK(cases_in(office, "", 0).status == BIRTHCASE_OUT_OF_RANGE);
  CHECK(cases_in(office, "", 1001).status == BIRTHCASE_OUT_OF_RANGE);
}

TEST_CASE("what is due is told over all cases, up to a day or a moment") {
  const Office office;
  tell_in(office.session, office.store, office.wenling, dispatched);
  CHECK(due_in(office.session, office.store, "2019-05-05").text == "[]");
  CHECK(
      has(due_in(office.session, office.store, "2019-05-06").text, R"("id":"birth-certificate#1","due":"2019-05-06")"));
  CHECK(has(due_in(office.session, office.store, "2019-05-06").text, R"("standing":"overdue")"));
  CHECK(due_in(office.session, office.store, "2019-05-06T10:00").text == "[]");
  CHECK(due_in(office.session, office.store, "2019-05").status == BIRTHCASE_SYNTAX);
  CHECK(due_in(office.session, office.store, "2019-05-06", 0).status == BIRTHCASE_OUT_OF_RANGE);
}

TEST_CASE("a case goes from store to store, with what is due in it, and once only") {
  const Office office;
  tell_in(office.session, office.store, office.wenling, dispatched);
  const std::string document = exported(office.session, office.store).text;
  const Store other = open_store(office.session, office.folder.file("other.db"));
  CHECK(imported(office.session, other, document).text == id);
  CHECK(load_events(office.session, other).text == load_events(office.session, office.store).text);
  CHECK(due_in(office.session, other, "2019-05-06").text == due_in(office.session, office.store, "2019-05-06").text);
  CHECK(imported(office.session, other, document).status == BIRTHCASE_CONFLICT);
  CHECK_FALSE(has(error_json(office.session), "\"code\""));
  CHECK(exported(office.session, other).status == BIRTHCASE_OK);
}

TEST_CASE("an export that somebody changed is not taken in") {
  const Office office;
  tell_in(office.session, office.store, office.wenling, accepted);
  std::string document = exported(office.session, office.store).text;
  const auto at = document.find("window-1");
  REQUIRE(at != std::string::npos);
  document.replace(at, 8, "window-2");
  const Store other = open_store(office.session, office.folder.file("other.db"));
  CHECK(imported(office.session, other, document).status == BIRTHCASE_CONTRADICTION);
  CHECK(imported(office.session, other, "{").status == BIRTHCASE_SYNTAX);
  CHECK(has(verify(office.session, other, "").text, R"({"cases":0,"events":0,"breaks":[])"));
}

TEST_CASE("chains are verified, of one case or all") {
  const Office office;
  tell_in(office.session, office.store, office.wenling, accepted);
  CHECK(has(verify(office.session, office.store, "").text,
            R"({"cases":1,"events":3,"breaks":[],"unfinished_erasures":0,"digest":")"));
  CHECK(verify(office.session, office.store, id).status == BIRTHCASE_OK);
  CHECK(verify(office.session, office.store, "nobody").status == BIRTHCASE_UNKNOWN_NAME);
}

TEST_CASE("a note of heads is held against the store that it was taken of, and against another") {
  const Office office;
  tell_in(office.session, office.store, office.wenling, accepted);
  const auto note = text_of([&](auto... out) {
    return birthcase_store_anchor(office.session, office.store, later.data(), size(later), "", 0, out...);
  });
  CHECK(note.status == BIRTHCASE_OK);
  CHECK(note.text.starts_with("birthcase-anchor 1\nat 2019-05-10T09:00\ncase wl-2019-0001 3 "));
  const auto against = [&](const Store& store, std::string_view text, std::string_view key = "") {
    return text_of([&](auto... out) {
      return birthcase_store_verify_against(office.session, store, text.data(), size(text), key.data(), size(key),
                                            out...);
    });
  };
  CHECK(against(office.store, note.text).text ==
        R"({"at":"2019-05-10T09:00","cases":1,"signature":"none","breaks":[]})");
  const Store other = open_store(office.session, office.folder.file("other.db"));
  CHECK(has(against(other, note.text).text, R"("breaks":[{"case":"wl-2019-0001","sequence":3,)"));
  CHECK(against(office.store, "").status == BIRTHCASE_SYNTAX);
  CHECK(against(office.store, note.text, "x").status == BIRTHCASE_SYNTAX);
}

TEST_CASE("a repair of what is whole mends nothing, and nothing was left out") {
  const Office office;
  tell_in(office.session, office.store, office.wenling, accepted);
  const auto repair = [&](std::string_view case_id) {
    return text_of([&](auto... out) {
      return birthcase_store_repair(office.session, office.store, case_id.data(), size(case_id), later.data(),
                                    size(later), out...);
    });
  };
  CHECK(repair("").text == R"({"cases":1,"mended":[],"left":[]})");
  CHECK(repair(id).text == R"({"cases":1,"mended":[],"left":[]})");
  CHECK(repair("nobody").status == BIRTHCASE_UNKNOWN_NAME);
  CHECK(text_of([&](auto... out) { return birthcase_store_damaged(office.session, office.store, out...); }).text ==
        "[]");
}

TEST_CASE("an erased case has forgotten its people and still verifies") {
  const Office office;
  tell_in(office.session, office.store, office.wenling, story().size());
  const std::string_view erase = R"({"do":"erase","by":"archive"})";
  CHECK(do_in(office.session, office.store, erase, later).status == BIRTHCASE_REFUSED);  // messages wait to be carried
  while (true) {
    const std::string leased = lease(office.session, office.store, "link", later, "", 60, 1).text;
    if (leased == "[]") break;
    const auto at = leased.find("wl-");
    REQUIRE(ack(office.session, office.store, leased.substr(at, leased.find('"', at) - at), "link") == BIRTHCASE_OK);
  }
  REQUIRE(has(load_events(office.session, office.store).text, "李晓梅"));
  const auto erased = do_in(office.session, office.store, erase, later);
  CHECK(erased.status == BIRTHCASE_OK);
  CHECK(has(erased.text, R"("erasure":"finished")"));
  CHECK_FALSE(has(load_events(office.session, office.store).text, "李晓梅"));
  CHECK(has(verify(office.session, office.store, id).text, R"("breaks":[])"));
}

TEST_CASE("a draft is erased, also where nobody has its profile any more, and the answer has the events") {
  Office office;
  const std::string_view own = R"({"id": "own", "extends": "wenling", "title": {"zh": "测试", "en": "Own"}})";
  Profile profile;
  REQUIRE(birthcase_profile_parse(office.session, own.data(), size(own), profile.out()) == BIRTHCASE_OK);
  REQUIRE(open_in(office.session, office.store, profile, id, "wenling-hospital").status == BIRTHCASE_OK);
  office.store = Store();
  office.store = open_store(office.session, office.folder.file("births.db"));
  REQUIRE(load_events(office.session, office.store).status == BIRTHCASE_UNKNOWN_NAME);
  const auto erased = do_in(office.session, office.store, R"({"do":"erase","by":"archive"})", later);
  CHECK(erased.status == BIRTHCASE_OK);
  CHECK(has(erased.text, R"("version":3)"));
  CHECK(has(erased.text, R"("type":"withdrawn")"));
  CHECK(has(erased.text, R"("erasure":"finished")"));
  REQUIRE(birthcase_store_add_profile(office.session, office.store, profile) == BIRTHCASE_OK);
  CHECK_FALSE(has(load_events(office.session, office.store).text, "李晓梅"));
}

TEST_CASE("a draft under a profile of one's own needs that profile, an accepted case brings it along") {
  Office office;
  const std::string_view own = R"({"id": "own", "extends": "wenling", "title": {"zh": "测试", "en": "Own"}})";
  Profile profile;
  const auto parsed = birthcase_profile_parse(office.session, own.data(), size(own), profile.out());
  INFO(error_message(office.session));
  REQUIRE(parsed == BIRTHCASE_OK);
  REQUIRE(open_in(office.session, office.store, profile, id, "wenling-hospital").status == BIRTHCASE_OK);
  CHECK(load_events(office.session, office.store).status == BIRTHCASE_OK);
  office.store = Store();
  office.store = open_store(office.session, office.folder.file("births.db"));
  CHECK(load_events(office.session, office.store).status == BIRTHCASE_UNKNOWN_NAME);
  REQUIRE(birthcase_store_add_profile(office.session, office.store, profile) == BIRTHCASE_OK);
  REQUIRE(do_in(office.session, office.store, story()[0].command, story()[0].now).status == BIRTHCASE_OK);
  office.store = Store();
  office.store = open_store(office.session, office.folder.file("births.db"));
  Case loaded;
  REQUIRE(birthcase_store_load(office.session, office.store, id.data(), size(id), loaded.out()) == BIRTHCASE_OK);
  Profile of_case;
  REQUIRE(birthcase_case_profile(office.session, loaded, of_case.out()) == BIRTHCASE_OK);
  CHECK(text_of([&](auto... out) { return birthcase_profile_id(office.session, of_case, out...); }).text == "own");
}

TEST_CASE("a store keeps cases that are told in GB18030") {
  const Office office;
  tell_in(office.session, office.store, office.wenling, accepted);
  const Session gb = open_session(BIRTHCASE_GB18030);
  const std::string document = exported(gb, office.store).text;
  const Store other = open_store(gb, office.folder.file("other.db"));
  CHECK(imported(gb, other, document).text == id);
  CHECK(exported(office.session, other).text == exported(office.session, office.store).text);
}
