#include "comparisons.hpp"

#include <birthcase/case_json.hpp>
#include <birthcase/desk.hpp>

#include "case_life.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <thread>
#include <vector>

namespace birthcase::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint32_t pairs = 300;
constexpr std::uint32_t pairs_before = 100;  // until both logs have been emptied once and are written over in place

/// Processor time of this program, all its threads; on a busy machine it says more than a clock.
double processor_microseconds() { return static_cast<double>(std::clock()) * 1e6 / CLOCKS_PER_SEC; }

/// How long something took, time after time.
struct Times {
  std::vector<double> all{};        ///< microseconds
  std::vector<double> processor{};  ///< of them

  void take(const std::function<void()>& work) {
    const double before = processor_microseconds();
    const auto begun = Clock::now();
    work();
    all.push_back(std::chrono::duration<double, std::micro>(Clock::now() - begun).count());
    processor.push_back(processor_microseconds() - before);
  }
};

double median(std::vector<double> times) {
  times.erase(times.begin(), times.begin() + pairs_before);
  std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
  return times[times.size() / 2];
}

/// What an acceptance writes of its own, as one text: the events in their two parts.
std::string bytes_of(const std::vector<Event>& events) {
  std::string bytes;
  for (const Event& event : events) {
    const EventTexts texts = to_json_parts(event.body);
    bytes += texts.data + texts.personal;
  }
  return bytes;
}

std::uint64_t live(store::Desk& desk, std::uint32_t first, std::uint32_t lives) {
  std::uint64_t events = 0;
  for (std::uint32_t number = first; number < first + lives; ++number) {
    const Life life = life_of(number, "case-" + std::to_string(number));
    desk.open(life.case_id, life_profile(), life.commands.front(), life_begins).value();
    for (auto command = life.commands.begin() + 1; command != life.commands.end(); ++command) {
      desk.execute(life.case_id, *command, life_begins).value();
    }
    events += life.events.size();
  }
  return events;
}

}  // namespace

/// In turns, so that whatever else the machine does meets both.
void compare_acceptance(const std::string& location, Bare& bare, const char* alone) {
  const auto store = store::open(location).value();
  store::Desk desk(*store);
  for (int count = 0; count < 1000; ++count) bare.insert("warming up");
  Times accepted;
  Times inserted;
  std::size_t bytes = 0;
  for (std::uint32_t number = 1; number <= pairs_before + pairs; ++number) {
    const std::string id = "case-" + std::to_string(number);
    const Command open{"window-1", commands::Open{application_of(number)}};
    desk.open(id, life_profile(), open, life_begins).value();
    store::Outcome outcome;
    accepted.take([&] { outcome = desk.execute(id, {"window-1", commands::Accept{}}, life_begins).value(); });
    const std::string written = bytes_of(outcome.decision.events);
    bytes = written.size();
    inserted.take([&] { bare.insert(written); });
  }
  const double desk_time = median(accepted.all);
  const double bare_time = median(inserted.all);
  std::printf(
      "accept through a desk, durable: %.0f us, of the processor %.0f; %s alone, %zu bytes in one row: "
      "%.0f us, of the processor %.0f; %.2f x\n",
      desk_time, median(accepted.processor), alone, bytes, bare_time, median(inserted.processor),
      desk_time / bare_time);
}

/// Whole lives, each writer with a handle of its own.
Rate rate_of_lives(const std::string& location, unsigned count, std::uint32_t lives_each) {
  (void)store::open(location).value();
  std::vector<std::uint64_t> events(count);
  const double before = processor_microseconds();
  const auto begun = Clock::now();
  {
    std::vector<std::jthread> threads;
    for (unsigned place = 0; place < count; ++place) {
      threads.emplace_back([&, place] {
        const auto store = store::open(location).value();
        store::Desk desk(*store);
        events[place] = live(desk, 1 + place * lives_each, lives_each);
      });
    }
  }
  const std::chrono::duration<double> taken = Clock::now() - begun;
  const double processor = (processor_microseconds() - before) / 1e6;
  std::uint64_t all = 0;
  for (const auto each : events) all += each;
  const auto verified = store::open(location).value()->verify().value();
  if (verified.events != all || !verified.breaks.empty()) {
    std::fprintf(stderr, "the store does not hold what was written\n");
    std::exit(1);
  }
  return {static_cast<double>(all) / taken.count(), static_cast<double>(all) / processor};
}

}  // namespace birthcase::bench
