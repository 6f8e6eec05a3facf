// Messages that cannot be carried: they wait longer and longer, in the end they are dead, and all others pass.
#include "files.hpp"
#include "office.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <tuple>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");
const std::string first_message = "yw-1:birth-certificate#1:1";

DateTime minutes_later(int minutes) { return monday + boost::posix_time::minutes(minutes); }

std::vector<std::string> ids(const std::vector<store::Leased>& leased) {
  std::vector<std::string> all;
  for (const store::Leased& message : leased) all.push_back(message.message_id);
  return all;
}

bool has(const std::vector<std::string>& all, const std::string& id) {
  return std::find(all.begin(), all.end(), id) != all.end();
}

struct OneCase {
  Folder folder{};
  Office office{folder.file()};

  OneCase() { office.take_in("yw-1", 1, monday); }

  std::vector<std::string> lease(const DateTime& now, int limit = 1000) {
    return ids(office.store->lease({.connector = "a", .now = now, .limit = limit}).value());
  }
  Result<store::Waiting> fail(const DateTime& now, std::string_view reason = "no-line",
                              const store::Patience& patience = {}) {
    return office.store->failed({first_message, "a", now, reason, patience});
  }
  std::string faults() {
    std::string lines;
    for (const store::Break& each : office.desk.verify().value().breaks) lines += each.where + ": " + each.what + "\n";
    return lines;
  }
};

store::Waiting waiting_of(Office& office, std::string_view id) {
  const auto all = office.store->waiting("", 1000).value();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.message_id == id; });
  REQUIRE(found != all.end());
  return *found;
}

}  // namespace

TEST_CASE("after each failure a message waits twice as long, an hour at most, and after the tenth it is dead") {
  OneCase one;
  DateTime now = monday;
  for (const int minutes : {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
    CAPTURE(minutes);
    REQUIRE(has(one.lease(now), first_message));
    const auto waiting = one.fail(now).value();
    CHECK_FALSE(waiting.dead);
    CHECK(waiting.until == to_string(now + boost::posix_time::minutes(minutes)));
    CHECK_FALSE(has(one.lease(now + boost::posix_time::seconds(60 * minutes - 1)), first_message));
    CHECK(one.faults() == "");
    now += boost::posix_time::minutes(minutes);
  }
  REQUIRE(has(one.lease(now), first_message));
  const auto dead = one.fail(now, "refused").value();
  CHECK(dead.dead);
  CHECK(dead.failures == 10);
  CHECK(dead.attempts == 10);
  CHECK(dead.reason == "refused");
  CHECK(dead.until == "");
  CHECK(one.faults() == "");
  CHECK_FALSE(has(one.lease(now + boost::gregorian::days(300)), first_message));
  const auto letters = one.office.store->waiting("", 10, true).value();
  REQUIRE(letters.size() == 1);
  CHECK(letters.front().message_id == first_message);

  SUBCASE("until somebody has it tried again, with its failures counted anew and its attempts not") {
    one.office.store->retry(first_message).value();
    const auto leased = one.office.store->lease({.connector = "b", .now = now, .limit = 1000}).value();
    const auto again = std::find_if(leased.begin(), leased.end(),
                                    [](const store::Leased& each) { return each.message_id == first_message; });
    REQUIRE(again != leased.end());
    CHECK(again->attempt == 11);
    CHECK(one.office.store->waiting("", 10, true).value().empty());
    CHECK(one.office.store->failed({first_message, "b", now, "no-line", {}}).value().failures == 1);
  }
  SUBCASE("and it can have arrived all the same") {
    one.office.store->ack(first_message, "a").value();
    CHECK(one.office.store->waiting("", 10, true).value().empty());
  }
  CHECK(one.faults() == "");
}

TEST_CASE("pauses and the number of failures are the caller's to choose, within bounds") {
  OneCase one;
  one.lease(monday);
  const auto kind = [&](const store::Patience& patience) {
    const auto failed = one.fail(monday, "no-line", patience);
    return failed ? std::string("done") : std::string(to_string(failed.error().kind));
  };
  for (const store::Patience& patience :
       {store::Patience{0, 1, 1}, {1, 0, 1}, {1, 1, 0}, {86'401, 1, 1}, {1, 86'401, 1}, {1, 1, 1001}}) {
    CHECK(kind(patience) == "out-of-range");
  }
  CHECK(waiting_of(one.office, first_message).failures == 0);
  const auto failed = one.fail(monday, "no-line", {86'400, 600, 2}).value();
  CHECK(failed.until == to_string(minutes_later(10)));
  one.lease(minutes_later(10));
  CHECK(one.fail(minutes_later(10), "no-line", {1, 1, 2}).value().dead);
}

TEST_CASE("a reason is a code, and nothing that could tell about somebody") {
  OneCase one;
  one.lease(monday);
  for (const std::string reason : {"", "Timeout", "no line", "王小明", "7-up", "-x", "a-13800138000",
                                   "a330782199103120022", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}) {
    CAPTURE(reason);
    const auto failed = one.fail(monday, reason);
    REQUIRE_FALSE(failed.has_value());
    CHECK(failed.error().kind == ErrorKind::out_of_range);
    if (!reason.empty()) CHECK(describe(failed.error()).find(reason) == std::string::npos);
  }
  CHECK(one.fail(monday, "http-503").has_value());
}

TEST_CASE("a failure is told by who has the message, and telling it twice is telling it once") {
  OneCase one;
  store::Store& store = *one.office.store;
  const auto kind = [](const auto& result) {
    return result ? std::string("done") : std::string(to_string(result.error().kind));
  };
  CHECK(kind(one.fail(monday)) == "conflict");  // nobody was handed it
  one.lease(monday);
  CHECK(kind(store.failed({first_message, "b", monday, "no-line", {}})) == "conflict");
  CHECK(kind(store.failed({"yw-1:nothing#1:1", "a", monday, "no-line", {}})) == "unknown-name");
  CHECK(one.fail(monday).value().failures == 1);
  CHECK(one.fail(monday).value().failures == 1);
  CHECK(kind(store.renew(first_message, "a", monday, 60)) == "conflict");
  CHECK(kind(store.retry("yw-1:nothing#1:1")) == "unknown-name");
  store.ack(first_message, "a").value();
  CHECK(kind(one.fail(monday)) == "conflict");
  CHECK(kind(store.retry(first_message)) == "conflict");
  CHECK(one.faults() == "");
}

TEST_CASE("later messages of a step wait behind a dead letter, and are shown so; other steps go on") {
  OneCase one;
  Office& office = one.office;
  one.lease(monday);
  REQUIRE(one.fail(monday, "no-line", {1, 1, 1}).value().dead);
  const std::string step = "birth-certificate#1";
  const commands::Answer failed{
      .message = office.state("yw-1").step(step)->message, .result = commands::AnswerKind::failed, .reason = "printer"};
  office.execute("yw-1", failed, monday).value();
  office.execute("yw-1", commands::Retry{step}, monday).value();
  office.execute("yw-1", commands::Dispatch{step}, monday).value();
  const std::string second = "yw-1:birth-certificate#1:2";
  CHECK(waiting_of(office, first_message).dead);
  CHECK_FALSE(waiting_of(office, first_message).behind_dead);
  CHECK(waiting_of(office, second).behind_dead);
  CHECK_FALSE(waiting_of(office, second).dead);
  const auto later = one.lease(minutes_later(5));
  CHECK_FALSE(has(later, first_message));
  CHECK_FALSE(has(later, second));
  office.store->retry(first_message).value();
  CHECK(one.lease(minutes_later(10)).front() == first_message);
  CHECK_FALSE(waiting_of(office, second).behind_dead);
  office.store->ack(first_message, "a").value();
  CHECK(has(one.lease(minutes_later(15)), second));
  CHECK(one.faults() == "");
}

TEST_CASE("a case with a dead letter is not erased") {
  OneCase one;
  one.lease(monday);
  REQUIRE(one.fail(monday, "no-line", {1, 1, 1}).value().dead);
  one.office.execute("yw-1", commands::Withdraw{.reason = "x"}, monday).value();
  CHECK_FALSE(one.office.execute("yw-1", commands::Erase{}, monday).has_value());
}

TEST_CASE("a connector that always fails for one organisation keeps no other message back") {
  const Folder folder;
  Office office(folder.file());
  for (std::uint32_t number = 1; number <= 6; ++number) {
    office.take_in("yw-" + std::to_string(number), number, monday);
  }
  const auto all = office.store->waiting("", 1000).value();
  const std::string closed = all.front().organisation;
  const auto others = static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](const auto& each) { return each.organisation != closed; }));
  REQUIRE(others > 0);
  REQUIRE(others < all.size());
  std::size_t arrived = 0;
  std::size_t tried = 0;
  DateTime now = monday;
  for (int round = 0; round < 2000; ++round, now += boost::posix_time::minutes(1)) {
    for (const auto& each : office.store->lease({.connector = "a", .now = now, .limit = 1}).value()) {
      ++tried;
      if (each.organisation == closed) {
        office.store->failed({each.message_id, "a", now, "closed", {}}).value();
      } else {
        office.store->ack(each.message_id, "a").value();
        ++arrived;
      }
    }
    if (round == static_cast<int>(2 * all.size())) CHECK(arrived == others);
  }
  CHECK(tried == others + 10 * (all.size() - others));  // each of the others ten times, and never again
  CHECK(office.store->waiting("", 1000, true).value().size() == all.size() - others);
  CHECK(office.desk.verify().value().breaks.empty());
}

TEST_CASE("a message that ends its connector lets 64 younger ones pass each time, and comes again after them") {
  const Folder folder;
  Office office(folder.file());
  for (std::uint32_t number = 1; number <= 40; ++number) {
    office.take_in("yw-" + std::to_string(number), number, monday);
  }
  const auto waiting = office.store->waiting("", 1000).value();
  REQUIRE(waiting.size() > 70);
  const std::string poisoned = waiting.front().message_id;
  DateTime now = monday;
  std::vector<std::string> order;
  while (order.size() < 70) {
    const auto leased = office.store->lease({.connector = "a", .now = now, .seconds = 1, .limit = 1}).value();
    REQUIRE(leased.size() == 1);
    order.push_back(leased.front().message_id);
    if (leased.front().message_id != poisoned) office.store->ack(leased.front().message_id, "a").value();
    now += boost::posix_time::seconds(2);
  }
  CHECK(order[0] == poisoned);
  CHECK(std::find(order.begin() + 1, order.end(), poisoned) - order.begin() == 64);
}

namespace {

// The outbox as one would write it without a database.
struct Letter {
  std::string id{};
  std::string step{};  // with its case
  std::string organisation{};
  std::int64_t number = 0;
  std::uint32_t attempts = 0;
  std::uint32_t failures = 0;
  std::string reason{};
  std::string connector{};
  std::optional<DateTime> until{};
  bool leased = false;
  bool dead = false;
  bool arrived = false;
};

class Model {
 public:
  explicit Model(const std::vector<store::Waiting>& waiting) {
    for (const store::Waiting& each : waiting) {
      const auto last = each.message_id.rfind(':');
      letters_.push_back({.id = each.message_id,
                          .step = each.message_id.substr(0, last),
                          .organisation = each.organisation,
                          .number = static_cast<std::int64_t>(letters_.size()) + 1});
    }
  }

  std::vector<std::string> lease(const std::string& connector, const std::string& organisation, const DateTime& now,
                                 int seconds, std::size_t limit) {
    std::vector<Letter*> free;
    for (Letter& each : letters_) {
      const bool held = each.until && *each.until > now;
      const bool wanted = organisation.empty() || each.organisation == organisation;
      if (wanted && !each.arrived && !each.dead && !held && !follows(each, false)) free.push_back(&each);
    }
    std::sort(free.begin(), free.end(), [](const Letter* a, const Letter* b) {
      return std::tuple(a->number + 64 * a->attempts, a->number) < std::tuple(b->number + 64 * b->attempts, b->number);
    });
    if (free.size() > limit) free.resize(limit);
    std::vector<std::string> ids;
    for (Letter* each : free) {
      ++each->attempts;
      each->connector = connector;
      each->until = now + boost::posix_time::seconds(seconds);
      each->leased = true;
      ids.push_back(each->id);
    }
    return ids;
  }

  bool ack(Letter& letter, const std::string& connector) {
    if (!letter.arrived && letter.connector != connector) return false;
    return letter.arrived = true;
  }

  bool fail(Letter& letter, const std::string& connector, const DateTime& now, const std::string& reason) {
    if (letter.arrived || letter.connector != connector) return false;
    if (!letter.leased) return true;
    constexpr int pauses[] = {1, 2, 4};
    letter.leased = false;
    letter.reason = reason;
    letter.dead = ++letter.failures == 4;
    letter.until = now + boost::posix_time::minutes(letter.dead ? 0 : pauses[letter.failures - 1]);
    if (letter.dead) letter.until.reset();
    return true;
  }

  bool retry(Letter& letter) {
    if (letter.arrived) return false;
    letter.failures = 0;
    letter.reason.clear();
    letter.dead = false;
    if (letter.leased) return true;
    letter.connector.clear();
    letter.until.reset();
    return true;
  }

  std::string waiting() const {
    std::string lines;
    for (const Letter& each : letters_) {
      if (each.arrived) continue;
      lines += line({each.id, "", each.organisation, each.attempts, each.failures, each.reason, each.dead,
                     follows(each, true), each.until ? to_string(*each.until) : ""});
    }
    return lines;
  }

  static std::string line(const store::Waiting& each) {
    return each.message_id + " " + each.organisation + " " + std::to_string(each.attempts) + " " +
           std::to_string(each.failures) + " " + each.reason + (each.dead ? " dead" : "") +
           (each.behind_dead ? " behind" : "") + " " + each.until + "\n";
  }

  Letter& any(std::mt19937& random) { return letters_[random() % letters_.size()]; }

 private:
  bool follows(const Letter& letter, bool a_dead_one) const {
    return std::any_of(letters_.begin(), letters_.end(), [&](const Letter& other) {
      return other.step == letter.step && other.number < letter.number && !other.arrived && (other.dead || !a_dead_one);
    });
  }

  std::vector<Letter> letters_;
};

}  // namespace

TEST_CASE("the outbox does what a simple one in memory does, whatever connectors do at random") {
  for (std::uint32_t seed = 1; seed <= 4; ++seed) {
    CAPTURE(seed);
    const Folder folder;
    Office office(folder.file());
    for (std::uint32_t number = 1; number <= 8; ++number) {
      const std::string id = "yw-" + std::to_string(number);
      office.take_in(id, number, monday);
      const std::string step = "birth-certificate#1";
      const commands::Answer failed{
          .message = office.state(id).step(step)->message, .result = commands::AnswerKind::failed, .reason = "printer"};
      office.execute(id, failed, monday).value();
      office.execute(id, commands::Retry{step}, monday).value();
      office.execute(id, commands::Dispatch{step}, monday).value();
    }
    Model model(office.store->waiting("", 1000).value());
    std::mt19937 random(seed);
    DateTime now = monday;
    const store::Patience patience{60, 3600, 4};
    for (int count = 0; count < 400; ++count) {
      now += boost::posix_time::seconds(random() % 40);
      const std::string connector = random() % 2 == 0 ? "a" : "b";
      const auto dice = random() % 100;
      Letter& letter = model.any(random);
      CAPTURE(count);
      CAPTURE(letter.id);
      if (dice < 30) {
        const std::string organisation = random() % 3 == 0 ? letter.organisation : "";
        const int seconds = 1 + static_cast<int>(random() % 90);
        const int limit = 1 + static_cast<int>(random() % 6);
        const auto leased = office.store->lease({connector, organisation, now, seconds, limit}).value();
        CHECK(ids(leased) == model.lease(connector, organisation, now, seconds, static_cast<std::size_t>(limit)));
      } else if (dice < 80) {
        const std::string reason = random() % 2 == 0 ? "no-line" : "refused";
        const auto failed = office.store->failed({letter.id, connector, now, reason, patience});
        CHECK(failed.has_value() == model.fail(letter, connector, now, reason));
      } else if (dice < 88) {
        CHECK(office.store->ack(letter.id, connector).has_value() == model.ack(letter, connector));
      } else {
        CHECK(office.store->retry(letter.id).has_value() == model.retry(letter));
      }
      std::string lines;
      for (const auto& each : office.store->waiting("", 1000).value()) lines += Model::line(each);
      REQUIRE(lines == model.waiting());
    }
    CHECK(office.desk.verify().value().breaks.empty());
  }
}
