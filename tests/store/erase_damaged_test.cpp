// Forgetting the people of a case whose rows somebody has damaged: nothing of it stays, and nothing of others goes.
#include "files.hpp"
#include "office.hpp"
#include "raw.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");
const DateTime later = at("2019-06-10T12:30");

std::vector<std::string> texts_of(std::uint32_t number) {
  const Secrets secrets = secrets_of(number);
  return {secrets.name, secrets.address, secrets.phone, secrets.reason, mother_of(number)};
}

// Which text an event, a message or a birth of a case refers to.
std::string of_event(const std::string& id, int sequence) {
  return "(SELECT personal FROM events WHERE case_id = '" + id + "' AND sequence = " + std::to_string(sequence) + ")";
}
std::string of_message(const std::string& id) {
  return "(SELECT body FROM outbox WHERE case_id = '" + id + "' ORDER BY sequence LIMIT 1)";
}
std::string of_birth(const std::string& id) { return "(SELECT details FROM births WHERE case_id = '" + id + "')"; }

// The same without the row that it is asked for while that row is changed.
std::string first_message(const std::string& id) {
  return "case_id = '" + id + "' AND sequence = (SELECT min(sequence) FROM outbox WHERE case_id = '" + id + "')";
}

const std::string first_event = "case_id = 'yw-1' AND sequence = 1";

// Two cases whose messages are carried, the first one withdrawn, then damaged.
struct Store {
  Folder folder;
  Office office{folder.file()};

  Store() {
    for (std::uint32_t number = 1; number <= 2; ++number) {
      const std::string id = "yw-" + std::to_string(number);
      office.take_in(id, number, monday);
      office.carry_all(monday);
    }
    office.execute("yw-1", commands::Withdraw{.reason = secrets_of(1).reason}, monday).value();
    office.carry_all(monday);
    REQUIRE(found_in(folder.file(), texts_of(1)).size() >= 5);
  }

  void damage(const std::string& sql) {
    Raw raw(folder.file());
    raw.ignore_constraints();
    raw.run(sql);
  }

  store::Outcome erase(const std::string& id = "yw-1") { return office.execute(id, commands::Erase{}, later).value(); }

  bool keeps(std::uint32_t number) { return found_in(folder.file(), {secrets_of(number).name}).size() == 1; }
  bool tells_of(std::uint32_t number) {
    Raw raw(folder.file());
    for (const std::string& text : texts_of(number)) {
      if (raw.number("SELECT count(*) FROM personal_texts WHERE text LIKE '%" + text + "%'") > 0) return true;
    }
    return false;
  }
};

// A salted text that no row refers to, and that was no case's.
const std::string strange =
    "INSERT INTO personal_texts (erased, salt, text) SELECT 0, salt, '{\"a\":1}' FROM personal_texts WHERE number = " +
    of_event("yw-2", 1);

}  // namespace

TEST_CASE("a case is erased only by the event, not by a text of its opening that is marked or gone") {
  Store store;
  SUBCASE("marked") { store.damage("UPDATE personal_texts SET erased = 1 WHERE number = " + of_event("yw-1", 1)); }
  SUBCASE("gone") { store.damage("DELETE FROM personal_texts WHERE number = " + of_event("yw-1", 1)); }
  SUBCASE("all marked") { store.damage("UPDATE personal_texts SET erased = 1"); }
  const store::Outcome erased = store.erase();
  REQUIRE_FALSE(erased.decision.events.empty());
  CHECK(kind_of(erased.decision.events.back().body) == "erased");
  CHECK(erased.erasure == store::Erasure::finished);
  CHECK_FALSE(store.tells_of(1));
  CHECK(found_in(store.folder.file(), texts_of(1)).empty());
  CHECK(store.keeps(2));
  CHECK(store.erase().decision.events.empty());
}

TEST_CASE("so is a case under way whose opening is lost, which nobody can go on with") {
  Store store;
  store.damage("UPDATE personal_texts SET erased = 1 WHERE number = " + of_event("yw-2", 1));
  CHECK(store.erase("yw-2").decision.events.size() == 2);
  CHECK_FALSE(store.tells_of(2));
}

TEST_CASE("what a row does not refer to any more is known by its digest, and forgotten") {
  Store store;
  SUBCASE("a message that is gone") { store.damage("DELETE FROM outbox WHERE " + first_message("yw-1")); }
  SUBCASE("a message that was moved to no case") {
    store.damage("UPDATE outbox SET case_id = 'zz' WHERE " + first_message("yw-1"));
  }
  SUBCASE("a message that was moved to another case") {
    store.damage("UPDATE outbox SET case_id = 'yw-2', sequence = 99 WHERE " + first_message("yw-1"));
  }
  SUBCASE("a message that refers to nothing") {
    store.damage("UPDATE outbox SET body = 9999 WHERE " + first_message("yw-1"));
  }
  SUBCASE("an event that refers to nothing") { store.damage("UPDATE events SET personal = 9999 WHERE " + first_event); }
  SUBCASE("a text with another number") {
    store.damage("UPDATE personal_texts SET number = 7777 WHERE number = " + of_event("yw-1", 1));
  }
  SUBCASE("births that are gone") { store.damage("DELETE FROM births WHERE case_id = 'yw-1'"); }
  SUBCASE("a birth that refers to nothing") { store.damage("UPDATE births SET details = 9999 WHERE case_id = 'yw-1'"); }
  SUBCASE("a copy of an event's text") {
    store.damage(
        "INSERT INTO personal_texts (erased, salt, text) SELECT 0, salt, text FROM personal_texts WHERE"
        " number = " +
        of_event("yw-1", 1));
  }
  CHECK(store.erase().erasure == store::Erasure::finished);
  CHECK_FALSE(store.tells_of(1));
  CHECK(found_in(store.folder.file(), texts_of(1)).empty());
  CHECK(store.keeps(2));
  CHECK(store.erase().erasure == store::Erasure::finished);
}

TEST_CASE("a birth whose text was given a salt is forgotten too") {
  Store store;
  store.damage(
      "DELETE FROM births WHERE case_id = 'yw-1';"
      "INSERT INTO personal_texts (erased, salt, text) SELECT 0, salt, 'of a birth' FROM personal_texts WHERE"
      " number = " +
      of_event("yw-2", 1) +
      ";"
      "INSERT INTO births (case_id, newborn, day, mother, details) SELECT 'yw-1', 0, 1, -1, max(number) FROM"
      " personal_texts");
  store.erase();
  Raw raw(store.folder.file());
  CHECK(raw.number("SELECT count(*) FROM personal_texts WHERE text = 'of a birth'") == 0);
}

TEST_CASE("no text of another family is overwritten, wherever the rows of a case point") {
  Store store;
  SUBCASE("an event to an event's") {
    store.damage("UPDATE events SET personal = " + of_event("yw-2", 1) + " WHERE " + first_event);
  }
  SUBCASE("an event to a message's") {
    store.damage("UPDATE events SET personal = " + of_message("yw-2") + " WHERE " + first_event);
  }
  SUBCASE("an event to a birth's") {
    store.damage("UPDATE events SET personal = " + of_birth("yw-2") + " WHERE " + first_event);
  }
  SUBCASE("a message to an event's") {
    store.damage("UPDATE outbox SET body = " + of_event("yw-2", 1) + " WHERE " + first_message("yw-1"));
  }
  SUBCASE("a birth to an event's") {
    store.damage("UPDATE births SET details = " + of_event("yw-2", 1) + " WHERE case_id = 'yw-1'");
  }
  SUBCASE("a birth to a birth's") {
    store.damage("UPDATE births SET details = " + of_birth("yw-2") + " WHERE case_id = 'yw-1'");
  }
  CHECK(store.erase().erasure == store::Erasure::finished);
  CHECK_FALSE(store.tells_of(1));
  CHECK(store.office.desk.verify("yw-2").value().breaks.empty());
}

TEST_CASE("a case that lacks texts stays unfinished while the store has some that may be its") {
  Store store;
  SUBCASE("a text was changed") {
    store.damage("UPDATE personal_texts SET text = '{\"b\":2}' WHERE number = " + of_event("yw-1", 1) + ";" + strange);
  }
  SUBCASE("a text is forgotten without an erasure") {
    store.damage("UPDATE personal_texts SET erased = 1, text = '' WHERE number = " + of_event("yw-1", 1) + ";" +
                 strange);
  }
  SUBCASE("a message's text is gone") {
    store.damage("DELETE FROM personal_texts WHERE number = " + of_message("yw-1") + ";" + strange);
  }
  SUBCASE("an event is gone") {
    store.damage(strange +
                 "; DELETE FROM outbox WHERE case_id = 'yw-1' AND sequence = 3;"
                 "DELETE FROM events WHERE case_id = 'yw-1' AND sequence = 3");
  }
  SUBCASE("an event was moved to no case") {
    store.damage("UPDATE events SET case_id = 'zz' WHERE " + first_event + ";" + strange);
  }
  const store::Outcome first = store.erase();
  CHECK(first.erasure == store::Erasure::unfinished);
  REQUIRE(first.decision.findings.size() == 1);
  CHECK(first.decision.findings.front().code == "erasure-unfinished");
  CHECK(first.decision.findings.front().message.en.find("belong to no case") != std::string::npos);
  CHECK(store.erase().erasure == store::Erasure::unfinished);
  CHECK(store.erase().decision.events.empty());
  Office again(store.folder.file());  // which tries again
  CHECK(again.store->is_erasure_unfinished("yw-1").value());

  store.damage(
      "UPDATE personal_texts SET text = '', erased = 1 WHERE text = '{\"a\":1}';"
      "UPDATE personal_texts SET text = '', erased = 1 WHERE number IN (SELECT personal FROM events WHERE"
      " case_id = 'zz')");
  CHECK(store.erase().erasure == store::Erasure::finished);
}

TEST_CASE("nor is an erasure finished while the text of an event that is gone is there") {
  Store store;
  store.damage("DELETE FROM events WHERE " + first_event);
  CHECK(store.erase().erasure == store::Erasure::unfinished);
  CHECK(store.tells_of(1));
  store.damage(
      "UPDATE personal_texts SET erased = 1, text = '', salt = salt WHERE erased = 0 AND number NOT IN"
      " (SELECT personal FROM events UNION SELECT body FROM outbox UNION SELECT details FROM births)");
  CHECK(store.erase().erasure == store::Erasure::finished);
}

TEST_CASE("an undamaged case is erased beside what may be anybody's, and leaves it") {
  Store store;
  store.damage(strange);
  CHECK(store.erase().erasure == store::Erasure::finished);
  Raw raw(store.folder.file());
  CHECK(raw.number("SELECT count(*) FROM personal_texts WHERE text = '{\"a\":1}'") == 1);
}

TEST_CASE("a case whose own row is damaged is erased, at the moment that it is told") {
  Store store;
  SUBCASE("another profile") { store.damage("UPDATE cases SET profile = 'wenling' WHERE id = 'yw-1'"); }
  SUBCASE("no profile") { store.damage("UPDATE cases SET profile = '' WHERE id = 'yw-1'"); }
  SUBCASE("no moment") { store.damage("UPDATE cases SET changed_at = 'x' WHERE id = 'yw-1'"); }
  SUBCASE("a moment to come") { store.damage("UPDATE cases SET changed_at = '9999-12-31T23:59' WHERE id = 'yw-1'"); }
  const store::Outcome erased = store.erase();
  CHECK(erased.erasure == store::Erasure::finished);
  REQUIRE(erased.decision.events.size() == 1);
  CHECK(erased.decision.events.back().at == later);
  CHECK_FALSE(store.tells_of(1));
  CHECK(store.office.desk.repair("yw-1", later).value().left.empty());
  CHECK(store.office.desk.verify("yw-1").value().breaks.empty());
}

TEST_CASE("repair hangs no text back into an erased case: it forgets it") {
  Store store;
  Raw raw(store.folder.file());
  raw.ignore_constraints();
  raw.run("CREATE TEMPORARY TABLE kept AS SELECT salt, text FROM personal_texts WHERE number = " + of_message("yw-1"));
  store.erase();
  raw.run("INSERT INTO personal_texts (erased, salt, text) SELECT 0, salt, text FROM kept");
  raw.run("DELETE FROM outbox WHERE " + first_message("yw-1"));
  REQUIRE(store.tells_of(1));
  store.office.desk.repair("yw-1", later).value();
  CHECK_FALSE(store.tells_of(1));
  CHECK(store.office.desk.verify("yw-1").value().breaks.empty());
}
