// The outbox against a simple one in memory, with connectors that do anything at any moment.
#include "files.hpp"
#include "office.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <tuple>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");

std::vector<std::string> ids(const std::vector<store::Leased>& leased) {
  std::vector<std::string> all;
  for (const store::Leased& message : leased) all.push_back(message.message_id);
  return all;
}

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

// Two messages in one step; of every other case also those that follow, to other organisations.
void send_again(Office& office, const std::string& id, std::uint32_t number) {
  const std::string step = "birth-certificate#1";
  const auto message = [&] { return office.state(id).step(step)->message; };
  const commands::Answer failed{.message = message(), .result = commands::AnswerKind::failed, .reason = "printer"};
  office.execute(id, failed, monday).value();
  office.execute(id, commands::Retry{step}, monday).value();
  office.execute(id, commands::Dispatch{step}, monday).value();
  if (number % 2 != 0) return;
  office.execute(id, completed(office.state(id), message(), number, monday), monday).value();
  office.execute(id, commands::Dispatch{}, monday).value();
}

}  // namespace

TEST_CASE("the outbox does what a simple one in memory does, whatever connectors do at random") {
  for (std::uint32_t seed = 1; seed <= 4; ++seed) {
    CAPTURE(seed);
    const Folder folder;
    Office office(folder.file());
    for (std::uint32_t number = 1; number <= 8; ++number) {
      const std::string id = "yw-" + std::to_string(number);
      office.take_in(id, number, monday);
      send_again(office, id, number);
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
