// Each way to tamper with what was kept, and what `verify` says of it.
#include "chain.hpp"
#include "files.hpp"
#include "office.hpp"

#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");

// Two cases under way in a file, changed by statements of SQLite; then what is found wrong.
class Tampered {
 public:
  Tampered() {
    Office office(folder_.file());
    office.take_in("yw-1", 1, monday);
    office.take_in("yw-2", 2, monday + boost::posix_time::minutes(1));
    REQUIRE(office.broken() == "");
    digest_ = office.store->verify().value().digest;
  }

  std::string after(const std::string& sql) {
    {
      Raw raw(folder_.file());
      raw.ignore_constraints();
      raw.run(sql);
    }
    return Office(folder_.file()).broken();
  }

  // Changes the data of an event and computes its hash anew, as one can who knows how it is done.
  std::string after_forging(std::uint64_t sequence, const std::string& also) {
    {
      Raw raw(folder_.file());
      const auto column = [&](const std::string& name, std::uint64_t of) {
        return raw.text("SELECT " + name + " FROM events WHERE case_id = 'yw-1' AND sequence = " + std::to_string(of));
      };
      store::KeptEvent event{.sequence = sequence,
                             .at = column("at", sequence),
                             .by = "somebody",
                             .type = column("type", sequence),
                             .data = column("data", sequence),
                             .personal_digest = column("personal_digest", sequence),
                             .message_digest = column("message_digest", sequence)};
      forged_ = store::hash_of("yw-1", column("hash", sequence - 1), event);
      raw.run("UPDATE events SET by = 'somebody', hash = '" + forged_ +
              "' WHERE case_id = 'yw-1' AND sequence = " + std::to_string(sequence));
    }
    return after(also);
  }

  std::uint64_t last_event() { return Office(folder_.file()).store->cases("", 1).value().front().version; }
  const std::string& forged_hash() const noexcept { return forged_; }
  std::string digest_now() { return Office(folder_.file()).store->verify().value().digest; }
  const std::string& digest_before() const noexcept { return digest_; }

 private:
  Folder folder_;
  std::string digest_;
  std::string forged_;
};

bool names(const std::string& broken, std::string_view place) { return broken.find(place) != std::string::npos; }

bool only(const std::string& broken, std::string_view place) {
  return broken.starts_with(place) && broken.find('\n') == broken.size() - 1;
}

const std::string of_event_2 = " WHERE case_id = 'yw-1' AND sequence = 2";
const std::string personal_of_event_1 =
    " WHERE number = (SELECT personal FROM events WHERE case_id = 'yw-1' AND sequence = 1)";

}  // namespace

TEST_CASE("nothing is wrong with what nobody touched, and the digest of the heads stays the same") {
  Tampered file;
  CHECK(file.after("SELECT 1") == "");
  CHECK(file.digest_now() == file.digest_before());
}

TEST_CASE("verify names the event whose data, moment, actor or type was changed") {
  Tampered file;
  SUBCASE("data") {
    CHECK(only(file.after("UPDATE events SET data = replace(data, '2019', '2018')" + of_event_2),
               "yw-1/2: the event was"));
  }
  SUBCASE("moment") {
    CHECK(only(file.after("UPDATE events SET at = '2019-06-10T09:31'" + of_event_2), "yw-1/2: the event was"));
  }
  SUBCASE("actor") { CHECK(only(file.after("UPDATE events SET by = 'x'" + of_event_2), "yw-1/2: the event was")); }
  SUBCASE("type") {
    CHECK(only(file.after("UPDATE events SET type = 'closed'" + of_event_2), "yw-1/2: the event was"));
  }
  SUBCASE("hash") { CHECK(names(file.after("UPDATE events SET hash = 'x'" + of_event_2), "yw-1/2: the event was")); }
}

TEST_CASE("verify names the event whose personal text was changed, taken away or called erased") {
  Tampered file;
  SUBCASE("changed") {
    CHECK(only(file.after("UPDATE personal_texts SET text = replace(text, '13', '15')" + personal_of_event_1),
               "yw-1/1: its personal text was changed"));
  }
  SUBCASE("changed with its digest") {
    CHECK(names(file.after("UPDATE events SET personal_digest = 'x' WHERE case_id = 'yw-1' AND sequence = 1"),
                "yw-1/1: the event was"));
  }
  SUBCASE("taken away") {
    CHECK(
        names(file.after("DELETE FROM personal_texts" + personal_of_event_1), "yw-1/1: its personal text was changed"));
  }
  SUBCASE("erased, though no erasure was decided") {
    CHECK(names(file.after("UPDATE personal_texts SET erased = 1, text = ''" + personal_of_event_1),
                "yw-1/1: its personal text is gone"));
  }
}

TEST_CASE("verify names the event that is missing") {
  Tampered file;
  SUBCASE("in the middle") {
    CHECK(names(file.after("DELETE FROM events" + of_event_2), "yw-1/2: the event is missing"));
  }
  SUBCASE("at the end") {
    CHECK(names(file.after("DELETE FROM events WHERE case_id = 'yw-1' AND sequence ="
                           " (SELECT max(sequence) FROM events WHERE case_id = 'yw-1')"),
                "the event is missing"));
  }
  SUBCASE("at the end, with the case's own row adapted, but not its head") {
    CHECK(names(file.after("DELETE FROM outbox WHERE case_id = 'yw-1' AND sequence ="
                           " (SELECT version FROM cases WHERE id = 'yw-1');"
                           "DELETE FROM events WHERE case_id = 'yw-1' AND sequence ="
                           " (SELECT version FROM cases WHERE id = 'yw-1');"
                           "UPDATE cases SET version = version - 1, look_ups = look_ups - 1 WHERE id = 'yw-1'"),
                "yw-1/0: the row of the case"));
  }
  SUBCASE("with the whole case, which the digest of the heads shows, and the texts that are left") {
    CHECK(names(file.after("DELETE FROM outbox WHERE case_id = 'yw-1'; DELETE FROM layers WHERE case_id = 'yw-1';"
                           "DELETE FROM births WHERE case_id = 'yw-1'; DELETE FROM deadlines WHERE case_id = 'yw-1';"
                           "DELETE FROM events WHERE case_id = 'yw-1'; DELETE FROM cases WHERE id = 'yw-1'"),
                "about people belongs to nothing"));
    CHECK(file.digest_now() != file.digest_before());
  }
}

TEST_CASE("verify names events that stand in another order or in another case") {
  Tampered file;
  SUBCASE("reordered") {
    const std::string broken = file.after(
        "UPDATE events SET sequence = 1000 WHERE case_id = 'yw-1' AND sequence = 2;"
        "UPDATE events SET sequence = 2 WHERE case_id = 'yw-1' AND sequence = 3;"
        "UPDATE events SET sequence = 3 WHERE case_id = 'yw-1' AND sequence = 1000");
    CHECK(names(broken, "yw-1/2: the event was"));
    CHECK(names(broken, "yw-1/3: the event was"));
  }
  SUBCASE("swapped between cases") {
    const std::string broken = file.after(
        "UPDATE events SET case_id = 'x' WHERE case_id = 'yw-1' AND sequence = 1;"
        "UPDATE events SET case_id = 'yw-1' WHERE case_id = 'yw-2' AND sequence = 1;"
        "UPDATE events SET case_id = 'yw-2' WHERE case_id = 'x' AND sequence = 1");
    CHECK(names(broken, "yw-1/1: the event was"));
    CHECK(names(broken, "yw-2/1: the event was"));
  }
  SUBCASE("of a case that has no row") {
    CHECK(names(file.after("DELETE FROM cases WHERE id = 'yw-1'"), "yw-1/1: an event of a case that has no row"));
  }
}

TEST_CASE("an event that was changed together with its hash no longer leads to the next one") {
  Tampered file;
  const std::string broken = file.after_forging(2, "SELECT 1");
  CHECK(only(broken, "yw-1/3: the event was"));
}

TEST_CASE("whoever computes a chain anew to its very head is told by the digest over the heads") {
  Tampered file;
  const auto last = file.last_event();
  CHECK(file.after_forging(last, "SELECT 1") != "");
  CHECK(file.after("UPDATE cases SET head = '" + file.forged_hash() + "' WHERE id = 'yw-1'") == "");
  CHECK(file.digest_now() != file.digest_before());
}

TEST_CASE("verify says where the case's own row does not fit its events") {
  Tampered file;
  SUBCASE("head") {
    CHECK(only(file.after("UPDATE cases SET head = 'x' WHERE id = 'yw-1'"), "yw-1/0: the row of the case"));
  }
  SUBCASE("version") {
    CHECK(names(file.after("UPDATE cases SET version = 9223372036854775807 WHERE id = 'yw-1'"), "yw-1/"));
  }
}

TEST_CASE("verify says which message of the outbox was changed, is missing or was slipped in") {
  Tampered file;
  SUBCASE("changed") {
    CHECK(names(file.after("UPDATE personal_texts SET text = replace(text, '13', '15') WHERE number ="
                           " (SELECT min(body) FROM outbox WHERE case_id = 'yw-1')"),
                "the message that the event made was changed"));
  }
  SUBCASE("missing") {
    CHECK(names(file.after("DELETE FROM outbox WHERE case_id = 'yw-1'"), "the message that the event made is missing"));
  }
  SUBCASE("slipped in") {
    CHECK(names(
        file.after("INSERT INTO outbox (message_id, case_id, sequence, step, organisation, body)"
                   " SELECT 'm', case_id, 1, step, organisation, body FROM outbox WHERE case_id = 'yw-1' LIMIT 1"),
        "yw-1/1: the outbox has a message that the event did not make"));
  }
  SUBCASE("slipped in without any event") {
    CHECK(names(
        file.after("INSERT INTO outbox (message_id, case_id, sequence, step, organisation, body)"
                   " SELECT 'm', case_id, 999, step, organisation, body FROM outbox WHERE case_id = 'yw-1' LIMIT 1"),
        "yw-1/999: a message in the outbox whose event is missing"));
  }
}

TEST_CASE("verify notices a changed text of rules, and the case is not decided under it") {
  Folder folder;
  {
    Office office(folder.file());
    office.take_in("yw-1", 1, monday);
  }
  Raw(folder.file()).run("UPDATE rules_texts SET text = replace(text, '3个工作日', '9个工作日')");
  Office office(folder.file());
  CHECK(names(office.broken(), "a text of rules was changed"));
  const auto loaded = office.desk.load("yw-1");
  REQUIRE_FALSE(loaded.has_value());
  CHECK(loaded.error().kind == ErrorKind::contradiction);
  CHECK(office.execute("yw-1", commands::Dispatch{}, monday).error().code == "rules-differ");
}

TEST_CASE("one case can be verified by itself") {
  Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  office.open("yw-2", 2, monday).value();
  const auto one = office.store->verify("yw-2").value();
  CHECK(one.cases == 1);
  CHECK(one.events == 1);
  CHECK(one.breaks.empty());
  CHECK(office.store->verify("yw-3").error().kind == ErrorKind::unknown_name);
}
