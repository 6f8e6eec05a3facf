#include "kill_worker.hpp"

#include <birthcase/case_json.hpp>
#include <birthcase/desk.hpp>
#include <birthcase/digest.hpp>

#include "child_process.hpp"
#include "families.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace birthcase::tests {
namespace {

constexpr std::size_t under_way_at_once = 4;
const std::string connector = "connector-1";

std::uint32_t number_of(std::string_view case_id) {
  return static_cast<std::uint32_t>(std::stoul(std::string(case_id.substr(2))));
}

std::string id_of(std::uint32_t number) {
  const std::string digits = std::to_string(number);
  return "k-" + std::string(8 - digits.size(), '0') + digits;
}

class Worker {
 public:
  Worker(store::Store& store, std::uint32_t seed)
      : store_(store), desk_(store), yiwu_(Profile::built_in("yiwu").value()), random_(seed) {}

  // Everything is looked up in the file: a process knows nothing of the one before it.
  void begin() {
    now_ = at("2019-03-01T08:00");
    std::string after;
    for (;;) {
      const auto page = store_.cases(after, 500).value();
      if (page.empty()) break;
      for (const store::Summary& each : page) {
        after = each.case_id;
        next_number_ = std::max(next_number_, number_of(after) + 1);
        now_ = std::max(now_, each.changed_at);
        if (each.status == CaseStatus::draft || each.status == CaseStatus::accepted) under_way_.push_back(after);
      }
    }
    now_ += boost::posix_time::minutes(10);  // the leases of the one before are over
  }

  void step() {
    now_ += boost::posix_time::minutes(1);
    if (under_way_.size() < under_way_at_once) return open();
    if (random_() % 3 == 0) carry(4);
    const std::size_t place = random_() % under_way_.size();
    go_on_with(under_way_[place]);
  }

  // Carries everything that is left. Messages of one step come one after the other.
  void finish() {
    now_ += boost::posix_time::hours(24);  // whoever had leases is long gone
    carry_all();
  }

 private:
  void carry_all() {
    while (carry(100) > 0) now_ += boost::posix_time::minutes(1);
  }

  void open() {
    const std::uint32_t number = next_number_++;
    const std::string id = id_of(number);
    tell_of(id, desk_.open(id, yiwu_, {"window-1", commands::Open{family(number, now_)}}, now_));
    under_way_.push_back(id);
  }

  void go_on_with(std::string id) {
    const auto state = desk_.load(id);
    if (!state) return tell("failed to load: " + state.error().message);
    auto next = something_to_do(*state, random_, number_of(id), now_);
    if (random_() % 40 == 0) next = commands::Withdraw{.reason = secrets_of(number_of(id)).reason};
    if (next) tell_of(id, desk_.execute(id, {"window-1", *next}, now_));
    const auto after = desk_.load(id);
    if (!after || after->status == CaseStatus::draft || after->status == CaseStatus::accepted) return;
    std::erase(under_way_, id);
    if (random_() % 2 == 0) erase(id);
  }

  void erase(const std::string& id) {
    carry_all();  // messages that wait stand in the way
    tell_of(id, desk_.execute(id, {"window-1", commands::Erase{}}, now_));
  }

  // A refusal is an answer too, except where the store has failed.
  void tell_of(const std::string& id, const store::Executed& executed) {
    if (!executed && executed.error().kind == ErrorKind::storage) {
      return tell("failed to keep: " + executed.error().message.en);
    }
    if (!executed || executed.value().decision.events.empty()) return;
    const Event& last = executed.value().decision.events.back();
    const std::string digest = digest_of_event(kind_of(last.body), to_json_parts(last.body).data);
    tell("kept " + id + " " + std::to_string(executed.value().version) + " " + digest);
  }

  std::size_t carry(int limit) {
    const auto leased = store_.lease({.connector = connector, .now = now_, .seconds = 120, .limit = limit});
    if (!leased) {
      tell("failed to lease: " + leased.error().message);
      return 0;
    }
    for (const store::Leased& message : *leased) {
      tell("sent " + message.message_id + " " + sha256(message.body));
      if (auto done = store_.ack(message.message_id, connector); !done) tell("failed to ack: " + done.error().message);
      tell("acked " + message.message_id);
    }
    return leased->size();
  }

  store::Store& store_;
  store::Desk desk_;
  Profile yiwu_;
  std::mt19937 random_;
  DateTime now_{};
  std::uint32_t next_number_ = 1;
  std::vector<std::string> under_way_{};
};

}  // namespace

std::string digest_of_event(std::string_view type, std::string_view data) {
  return sha256(std::string(type) + " " + std::string(data));
}

int work_until_killed(const std::string& file, std::uint32_t seed, bool finish) {
  const auto store = store::open(file);
  if (!store) {
    tell("failed to open: " + store.error().message);
    return 1;
  }
  Worker worker(**store, seed);
  worker.begin();
  if (finish) {
    worker.finish();
    return 0;
  }
  for (;;) worker.step();
}

}  // namespace birthcase::tests
