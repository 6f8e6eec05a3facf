#include "sample.hpp"

#include "families.hpp"
#include "raw.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace birthcase::tests {
namespace {

const std::string by = "window-1";
const std::string connector = "connector-1";

DateTime begin() { return at("2019-06-10T09:30"); }

const Profile& yiwu() {
  static const Profile profile = Profile::built_in("yiwu").value();
  return profile;
}

// What `verify` cannot know, since only these columns say it.
const std::set<std::string>& loose_columns() {
  static const std::set<std::string> columns{"outbox.attempts",  "outbox.acknowledged", "outbox.connector",
                                             "outbox.leased_at", "outbox.leased_until", "outbox.failures",
                                             "outbox.failure",   "outbox.dead",         "deadlines.standing"};
  return columns;
}

Contents contents_of(const std::string& file, const std::set<std::string>& without) {
  Raw raw(file);
  Contents contents;
  for (const auto& table :
       raw.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")) {
    std::string row;
    for (const auto& column : raw.rows("SELECT name FROM pragma_table_info('" + table[0] + "')")) {
      if (without.contains(table[0] + "." + column[0])) continue;
      const std::string name = "\"" + column[0] + "\"";
      row += (row.empty() ? "" : " || ' ' || ") + ("typeof(" + name + ") || hex(" + name + ")");
    }
    auto& rows = contents[table[0]];
    for (const auto& each : raw.rows("SELECT " + row + " FROM \"" + table[0] + "\" NOT INDEXED"))
      rows.push_back(each[0]);
    std::sort(rows.begin(), rows.end());
  }
  return contents;
}

// Does what comes next, until there is nothing more to do or so many commands are done.
void live(store::Desk& desk, const std::string& case_id, std::uint32_t number, int commands) {
  std::mt19937 random(number);
  DateTime now = begin();
  for (int count = 0; count < commands; ++count) {
    const auto next = something_to_do(desk.load(case_id).value(), random, number, now);
    if (!next) return;
    now += boost::posix_time::minutes(1);
    (void)desk.execute(case_id, {by, *next}, now);
  }
}

void take_in(store::Desk& desk, const std::string& case_id, std::uint32_t number, int commands) {
  desk.open(case_id, yiwu(), {by, commands::Open{family(number, begin())}}, begin()).value();
  live(desk, case_id, number, commands);
}

void carry(store::Store& store, int messages, bool arrived) {
  for (const store::Leased& each : store.lease({.connector = connector, .now = begin(), .limit = messages}).value()) {
    if (arrived) store.ack(each.message_id, connector).value();
  }
}

// One message waits after it failed, one is dead.
void fail(store::Store& store) {
  for (const int most_failures : {10, 1}) {
    const auto leased = store.lease({.connector = connector, .now = begin(), .limit = 1}).value();
    store.failed({leased.at(0).message_id, connector, begin(), "no-line", {.most_failures = most_failures}}).value();
  }
}

void fill(store::Store& store) {
  store::Desk desk(store);
  take_in(desk, "yw-1", 1, 0);
  take_in(desk, "yw-2", 2, 3);
  take_in(desk, "yw-3", 3, 8);
  take_in(desk, "yw-4", 4, 500);
  take_in(desk, "yw-5", 5, 0);
  desk.execute("yw-5", {by, commands::Withdraw{.reason = secrets_of(5).reason}}, begin()).value();
  desk.execute("yw-5", {by, commands::Erase{}}, begin()).value();
  carry(store, 3, true);
  carry(store, 1, false);
  fail(store);
}

void fill_more(store::Store& store) {
  store::Desk desk(store);
  take_in(desk, "yw-6", 6, 4);
  live(desk, "yw-3", 33, 6);
  carry(store, 2, true);
}

}  // namespace

Contents contents_of(const std::string& file) { return contents_of(file, {}); }
Contents firm_contents_of(const std::string& file) { return contents_of(file, loose_columns()); }

const std::vector<std::string>& sample_cases() {
  static const std::vector<std::string> ids{"yw-1", "yw-2", "yw-3", "yw-4", "yw-5", "yw-6"};
  return ids;
}

DateTime after_sample() { return begin() + boost::posix_time::hours(24); }

std::string read_bytes(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return (std::ostringstream() << stream.rdbuf()).str();
}

void write_bytes(const std::string& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void Sample::make(const std::string& folder) {
  const std::string file = folder + "/whole.db";
  fill(*store::open_sqlite(file).value());
  std::filesystem::copy_file(file, folder + "/earlier.db");
  fill_more(*store::open_sqlite(file).value());
}

Sample::Sample(const std::string& folder)
    : bytes(read_bytes(folder + "/whole.db")), earlier(read_bytes(folder + "/earlier.db")) {
  // A copy of its own: what others open has a log beside it.
  const std::string file = folder + "/sample-" + std::to_string(std::random_device()()) + ".db";
  write_bytes(file, bytes);
  contents = tests::contents_of(file);
  firm = firm_contents_of(file);
  {
    const auto store = store::open_sqlite(file).value();
    digest = store->verify().value().digest;
    for (const std::string& id : sample_cases()) exports.push_back(store->export_case(id).value());
  }
  std::filesystem::remove(file);
  for (std::uint32_t number = 1; number <= sample_cases().size(); ++number) {
    const Secrets own = secrets_of(number);
    secrets.insert(secrets.end(), {own.name, own.address, own.phone, own.reason, mother_of(number)});
  }
}

}  // namespace birthcase::tests
