// Notes of heads: what they show later, and that nobody changes one unseen.
#include <birthcase/anchor.hpp>

#include "files.hpp"
#include "office.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");
const DateTime friday = at("2019-06-14T17:00");

// Keys of these tests alone, made by `openssl genpkey -algorithm ed25519` and `openssl pkey -pubout`.
const std::string private_key =
    "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIBeQDBvKlSSDuTmfyCn+dGHClommOtdt/Xn06ZBwRPvO\n"
    "-----END PRIVATE KEY-----\n";
const std::string public_key =
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEADJRtmTMzZFL2PqVqfyJso2l0SMz6aJLKptn8F+x8M5s=\n"
    "-----END PUBLIC KEY-----\n";
const std::string public_key_of_another =
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAOZFlmiIvpasrFX28HJQa1fr0KrJqVXhEJC2HcD/1d7k=\n"
    "-----END PUBLIC KEY-----\n";
const std::string with_a_password =
    "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
    "MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAh6jkn9vCsAdgICCAAw\n"
    "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEOdkhm5bUYmQosEEuHIhJlMEQDTa\n"
    "sVZpwUIiP42gKPJPYGFAxn5RgyET4Le6TzPKJPgyY7QkThn8ugD82AmRp8CL8j/w\n"
    "A1wPdJio+NyZ7SZpxEM=\n-----END ENCRYPTED PRIVATE KEY-----\n";
const std::string on_another_curve =
    "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEa5kOvrrirFXEk+3gU9K/gbUzG6Mw\n"
    "SSgRyx4MXNYYbRL5ooKhQoxn8GF+NWLcemdiXSoVCdEi0eRWehDySZzqWg==\n-----END PUBLIC KEY-----\n";

// Two cases under way and a draft, on Monday.
struct Week {
  Folder folder{};
  Office office{folder.file()};

  Week() {
    office.take_in("yw-1", 1, monday);
    office.take_in("yw-2", 2, monday);
    office.open("yw-3", 3, monday).value();
  }

  std::string note(std::string_view key = {}) { return store::anchor(*office.store, monday, key).value(); }

  Result<store::AnchorComparison> compare(const std::string& note, std::string_view key = {}) {
    return store::verify_against(*office.store, note, key);
  }

  // `case/sequence in where` of each break.
  std::string breaks(const std::string& note) {
    std::string lines;
    for (const store::Break& each : compare(note).value().breaks) {
      lines += each.case_id + "/" + std::to_string(each.sequence) + " in " + each.where + "\n";
    }
    return lines;
  }
};

std::string place(const Case& state, const std::string& where) {
  return state.id + "/" + std::to_string(state.version) + " in " + where + "\n";
}

ErrorKind kind_of(const Result<store::AnchorComparison>& compared) {
  REQUIRE_FALSE(compared.has_value());
  return compared.error().kind;
}

std::string without_line(std::string note, const std::string& word) {
  const auto from = note.find("\n" + word) + 1;
  return note.erase(from, note.find('\n', from) + 1 - from);
}

}  // namespace

TEST_CASE("a note says the head of each case, and the digest that verify says") {
  Week week;
  const std::string note = week.note();
  CHECK(note.starts_with("birthcase-anchor 1\nat 2019-06-10T09:30\ncase yw-1 "));
  CHECK(std::count(note.begin(), note.end(), '\n') == 7);
  CHECK(note.ends_with("\ncases 3\ndigest " + week.office.store->verify().value().digest + "\n"));
  CHECK(week.note() == note);
  for (std::uint32_t number = 1; number <= 3; ++number) {
    CHECK(note.find(mother_of(number)) == std::string::npos);
  }
}

TEST_CASE("Monday's note holds on Friday, although cases went on, ended, were erased and came") {
  Week week;
  const std::string note = week.note();
  week.office.bring_to_its_end("yw-1", 1, monday);
  week.office.carry_all(friday);
  week.office.execute("yw-1", commands::Erase{}, friday).value();
  week.office.execute("yw-3", commands::Accept{}, monday).value();
  week.office.take_in("yw-4", 4, friday);
  const auto compared = week.compare(note).value();
  CHECK(compared.at == monday);
  CHECK(compared.cases == 3);
  CHECK(compared.signature == store::NoteSignature::none);
  CHECK(compared.breaks.empty());
}

TEST_CASE("a tail that was cut shows against a note, and nowhere else") {
  Week week;
  const Case before = week.office.state("yw-1");
  const std::string note = week.note();
  const std::string last = std::to_string(before.version);
  {
    Raw raw(week.folder.file());
    raw.ignore_constraints();
    raw.run("DELETE FROM events WHERE case_id = 'yw-1' AND sequence = " + last);
    raw.run(
        "UPDATE cases SET version = version - 1, head = (SELECT hash FROM events WHERE case_id = 'yw-1'"
        " AND sequence = " +
        last + " - 1) WHERE id = 'yw-1'");
  }
  CHECK(week.office.store->verify("yw-1").value().breaks.empty());
  CHECK(week.breaks(note) == place(before, "events"));
}

TEST_CASE("an older store in the place of the present one shows: cases are shorter, or gone") {
  Week week;
  const std::string sunday = week.office.store->export_case("yw-3").value();
  week.office.execute("yw-3", commands::Accept{}, monday).value();
  const std::string note = week.note();
  Office put_back(week.folder.file("sunday.db"));
  put_back.store->import_case(sunday).value();
  const auto compared = store::verify_against(*put_back.store, note).value();
  REQUIRE(compared.breaks.size() == 3);
  CHECK(compared.breaks[0].case_id == "yw-1");
  CHECK(compared.breaks[0].where == "cases");
  CHECK(compared.breaks[1].case_id == "yw-2");
  CHECK(compared.breaks[1].where == "cases");
  CHECK(compared.breaks[2].case_id == "yw-3");
  CHECK(compared.breaks[2].where == "events");
  CHECK(compared.breaks[2].sequence == week.office.state("yw-3").version);
}

TEST_CASE("a case that was written anew shows, although its own chain holds and is longer") {
  Week week;
  const Case before = week.office.state("yw-3");
  const std::string note = week.note();
  Office elsewhere(week.folder.file("elsewhere.db"));
  for (const std::string id : {"yw-1", "yw-2"}) {
    elsewhere.store->import_case(week.office.store->export_case(id).value()).value();
  }
  elsewhere.take_in("yw-3", 3, monday);
  CHECK(elsewhere.broken() == "");
  const auto compared = store::verify_against(*elsewhere.store, note).value();
  REQUIRE(compared.breaks.size() == 1);
  CHECK(compared.breaks.front().case_id == "yw-3");
  CHECK(compared.breaks.front().sequence == before.version);
  CHECK(compared.breaks.front().where == "events.hash");
}

TEST_CASE("a signature is what OpenSSL makes of the note, and holds with the key's other half alone") {
  const Folder folder;
  Office office(folder.file());
  const std::string note = store::anchor(*office.store, monday, private_key).value();
  // openssl pkeyutl -sign -inkey KEY -rawin -in FILE | base64 -w0, FILE being the four lines above it
  CHECK(note ==
        "birthcase-anchor 1\nat 2019-06-10T09:30\ncases 0\n"
        "digest e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n"
        "signature ZMaJaMtTo3dK7S8d0wrXRWvJDWNbf+9Z1/xjXdLzfixTWwSWSobbGEobEbPO6SCIKtE65SLlWXShNngLUvsHCQ==\n");
  const auto compare = [&](std::string_view key) { return store::verify_against(*office.store, note, key); };
  CHECK(compare(public_key).value().signature == store::NoteSignature::valid);
  CHECK(compare({}).value().signature == store::NoteSignature::unchecked);
  CHECK(kind_of(compare(public_key_of_another)) == ErrorKind::contradiction);
  CHECK(kind_of(store::verify_against(*office.store, without_line(note, "signature"), public_key)) ==
        ErrorKind::missing);
}

TEST_CASE("a signed note of which one byte is another, missing or too many proves nothing") {
  Week week;
  const std::string note = week.note(private_key);
  REQUIRE(week.compare(note, public_key).value().breaks.empty());
  for (std::size_t place = 0; place < note.size(); ++place) {
    CAPTURE(place);
    std::string other = note;
    other[place] = other[place] == 'a' ? 'b' : 'a';
    CHECK_FALSE(week.compare(other, public_key).has_value());
    std::string longer = note;
    longer.insert(place, "0");
    CHECK_FALSE(week.compare(longer, public_key).has_value());
    std::string shorter = note;
    shorter.erase(place, 1);
    const bool only_the_end = place + 1 == note.size();  // of its last line
    CHECK(week.compare(shorter, public_key).has_value() == only_the_end);
    CHECK(week.compare(note.substr(0, place), public_key).has_value() == only_the_end);
  }
}

TEST_CASE("a note without a signature is refused where it was cut or changed, save in its moment") {
  Week week;
  const std::string note = week.note();
  const std::size_t moment = note.find("at ") + 3;
  for (std::size_t place = 0; place < note.size(); ++place) {
    CAPTURE(place);
    if (place + 1 < note.size()) CHECK_FALSE(week.compare(note.substr(0, place)).has_value());
    if (place >= moment && place < moment + 16) continue;
    std::string other = note;
    other[place] = other[place] == '1' ? '2' : '1';
    CHECK_FALSE(week.compare(other).has_value());
  }
}

TEST_CASE("what is no note is refused with its line, and nothing of it is quoted") {
  Week week;
  const std::string note = week.note();
  const std::string secret = "330782199103120022";
  const auto refused = [&](const std::string& text, ErrorKind kind, std::size_t line) {
    CAPTURE(text);
    const auto compared = week.compare(text);
    CHECK(kind_of(compared) == kind);
    CHECK(compared.error().line == line);
    CHECK(describe(compared.error()).find(secret) == std::string::npos);
  };
  refused("", ErrorKind::syntax, 1);
  refused(secret, ErrorKind::syntax, 1);
  refused(std::string(10'000, 'x'), ErrorKind::syntax, 1);
  refused("birthcase-anchor 2\n", ErrorKind::out_of_range, 1);
  refused("birthcase-anchor 1\nat " + secret + "\n", ErrorKind::syntax, 2);
  refused("birthcase-anchor 1\nat 2019-06-10T09:30\ncase " + secret + "\n", ErrorKind::syntax, 3);
  refused("birthcase-anchor 1\nat 2019-06-10T09:30\n" + secret + "\n", ErrorKind::syntax, 3);
  refused(without_line(note, "case yw-2"), ErrorKind::contradiction, 5);
  refused(without_line(note, "cases"), ErrorKind::syntax, 6);
  refused(without_line(note, "digest"), ErrorKind::syntax, 7);
  refused(note + secret + "\n", ErrorKind::syntax, 8);
  std::string twice = note;
  const auto second = note.find("case yw-2");
  twice.insert(second, note.substr(second, note.find('\n', second) + 1 - second));
  refused(twice, ErrorKind::syntax, 5);
}

TEST_CASE("a note reads the same with the line ends of Windows, and cut anywhere into pieces") {
  Week week;
  const std::string note = week.note(private_key);
  std::string windows;
  for (const char each : note) windows += each == '\n' ? std::string("\r\n") : std::string(1, each);
  CHECK(week.compare(windows, public_key).value().cases == 3);
  auto reader = store::AnchorReader::begin(*week.office.store, public_key).value();
  for (const char each : note) reader.take(std::string_view(&each, 1)).value();
  CHECK(reader.finish().value().cases == 3);
}

TEST_CASE("a key that is none, of another kind, or that has a password is refused") {
  Week week;
  const auto sign = [&](std::string_view key) { return store::anchor(*week.office.store, monday, key); };
  for (const std::string& key : {std::string("x"), public_key, with_a_password, std::string(100'000, 'x')}) {
    const auto signed_note = sign(key);
    REQUIRE_FALSE(signed_note.has_value());
    CHECK(signed_note.error().kind == ErrorKind::syntax);
    CHECK(signed_note.error().path == "/private_key");
  }
  for (const std::string& key : {std::string("x"), private_key, on_another_curve}) {
    const auto compared = week.compare(week.note(), key);
    CHECK(kind_of(compared) == ErrorKind::syntax);
    CHECK(compared.error().path == "/public_key");
  }
  CHECK_FALSE(store::anchor(*week.office.store, DateTime()).has_value());
}

TEST_CASE("a case whose row cannot be read is left out of a note and named") {
  Week week;
  Raw(week.folder.file()).run("UPDATE cases SET head = 'x' WHERE id = 'yw-2'");
  const std::string note = week.note();
  CHECK(note.find("yw-2") == std::string::npos);
  CHECK(note.find("cases 2\n") != std::string::npos);
  CHECK(week.office.store->take_damaged() == std::vector<store::Damaged>{{"yw-2", "cases"}});
  CHECK(week.breaks(note) == "");
}

TEST_CASE("a note of many cases is written and read in pieces, also past a page of damaged ones") {
  const Folder folder;
  Office office(folder.file());
  std::string rows;
  for (int number = 10'000; number < 15'000; ++number) {
    const bool damaged = number >= 12'000 && number < 14'000;
    rows += std::string(rows.empty() ? "" : ",") + "('c-" + std::to_string(number) + "', 'yiwu', 'draft', 1, '" +
            to_string(monday) + "', '" + (damaged ? "x" : std::string(64, 'a')) + "')";
  }
  Raw(folder.file()).run("INSERT INTO cases (id, profile, status, version, changed_at, head) VALUES " + rows);
  auto writer = store::AnchorWriter::begin(*office.store, monday).value();
  auto reader = store::AnchorReader::begin(*office.store).value();
  int pieces = 0;
  for (std::string piece = writer.next().value(); !piece.empty(); piece = writer.next().value()) {
    ++pieces;
    CHECK(piece.size() < 200'000);
    reader.take(piece).value();
  }
  CHECK(pieces >= 5);
  const auto compared = reader.finish().value();
  CHECK(compared.cases == 3000);
  CHECK(compared.breaks.size() == 3000);  // none has an event
}
