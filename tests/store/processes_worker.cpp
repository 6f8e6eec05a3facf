#include "processes_worker.hpp"

#include <birthcase/desk.hpp>

#include "child_process.hpp"
#include "families.hpp"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <optional>
#include <thread>
#include <vector>

namespace birthcase::tests {
namespace {

using std::chrono::steady_clock;

constexpr int minutes_of_a_day = 10 * 60;
const DateTime morning = at("2019-06-10T08:00");

class Window {
 public:
  Window(store::Store& store, std::uint32_t place)
      : store_(store), desk_(store), yiwu_(Profile::built_in("yiwu").value()), place_(place), random_(place) {}

  void work(const Day& day) {
    day_ = day;
    while (steady_clock::now() - day_.begun < day_.length) {
      const auto begun = steady_clock::now();
      step();
      longest_ = std::max(longest_, steady_clock::now() - begun);
    }
  }

  void report() const {
    tell("events " + std::to_string(events_));
    tell("commands " + std::to_string(commands_));
    tell("moved-on " + std::to_string(moved_on_));
    tell("refused " + std::to_string(refused_));
    tell("longest " + std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(longest_).count()));
  }

 private:
  DateTime now() const {
    const auto gone =
        std::chrono::duration<double>(steady_clock::now() - day_.begun) / std::chrono::duration<double>(day_.length);
    return morning + boost::posix_time::seconds(static_cast<long>(gone * minutes_of_a_day * 60));
  }

  void step() {
    switch (random_() % 4) {
      case 0:
        return carry();
      case 1:
        return go_on_with("shared-" + std::to_string(random_() % shared_cases), true);
      default:
        if (own_.size() < 3) return open();
        return go_on_with(own_[random_() % own_.size()], false);
    }
  }

  void open() {
    const std::uint32_t number = 1000 * (place_ + 1) + opened_++;
    own_.push_back("own-" + std::to_string(place_) + "-" + std::to_string(number));
    const DateTime moment = now();
    count(desk_.open(own_.back(), yiwu_, {"window", commands::Open{family(number, moment)}}, moment));
  }

  // Half of the commands say which version they were thought of for, as a person's screen does.
  void go_on_with(const std::string& id, bool shared) {
    const auto state = desk_.load(id);
    if (!state) {
      if (!shared || state.error().kind != ErrorKind::unknown_name) tell("failed to load: " + state.error().message);
      if (shared) open_shared(id);
      return;
    }
    const std::uint32_t number = static_cast<std::uint32_t>(std::hash<std::string>()(id) % 1'000'000);
    const auto next = something_to_do(*state, random_, number, now());
    if (!next) {
      std::erase(own_, id);
      return;
    }
    std::optional<std::uint64_t> expected;
    if (random_() % 2 == 0) expected = state->version;
    if (shared) think();
    count(desk_.execute(id, {"window", *next}, now(), expected));
  }

  // Looking at a screen takes time, in which others do something.
  void think() { std::this_thread::sleep_for(std::chrono::milliseconds(random_() % 20)); }

  void open_shared(const std::string& id) {
    const DateTime moment = now();
    const auto number = static_cast<std::uint32_t>(id.back() - '0');
    count(desk_.open(id, yiwu_, {"window", commands::Open{family(number, moment)}}, moment));
  }

  void count(const store::Executed& executed) {
    if (executed) {
      ++commands_;
      events_ += executed.value().decision.events.size();
      return;
    }
    const Refusal& refusal = executed.error();
    if (refusal.kind == ErrorKind::storage) tell("failed: " + refusal.message.en);
    ++(refusal.code == "case-moved-on" || refusal.code == "case-exists" ? moved_on_ : refused_);
  }

  // The leases outlast the day: nobody else may ever get one of these messages. Connectors go by the morning's clock:
  // in a day as short as this one a process that waited for the file would take a fresh lease for one from the future.
  void carry() {
    const std::string connector = "connector-" + std::to_string(place_);
    const auto leased = store_.lease({.connector = connector, .now = morning, .seconds = 86'400, .limit = 4});
    if (!leased) return tell("failed to lease: " + leased.error().message);
    for (const store::Leased& message : *leased) {
      tell("carried " + message.message_id);
      if (auto done = store_.ack(message.message_id, connector); !done) tell("failed to ack: " + done.error().message);
    }
  }

  store::Store& store_;
  store::Desk desk_;
  Profile yiwu_;
  std::uint32_t place_;
  Day day_{};
  std::mt19937 random_;
  std::vector<std::string> own_{};
  std::uint32_t opened_ = 0;
  std::uint64_t events_ = 0;
  std::uint64_t commands_ = 0;
  std::uint64_t moved_on_ = 0;
  std::uint64_t refused_ = 0;
  steady_clock::duration longest_{};
};

Day wait_for_the_day(const std::string& announced) {
  steady_clock::rep begun = 0;
  std::chrono::milliseconds::rep length = 0;
  while (!(std::ifstream(announced) >> begun >> length)) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  return {steady_clock::time_point(steady_clock::duration(begun)), std::chrono::milliseconds(length)};
}

}  // namespace

int work_for_a_day(const std::string& location, const std::string& announced, std::uint32_t place) {
  const auto store = store::open(location);
  if (!store) {
    tell("failed to open: " + store.error().message);
    return 1;
  }
  Window window(**store, place);
  tell("ready");
  window.work(wait_for_the_day(announced));
  window.report();
  return 0;
}

}  // namespace birthcase::tests
