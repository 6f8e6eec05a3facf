// What cases cost: in memory, and durably in a file, beside SQLite alone in the same run.
#include <birthcase/case_json.hpp>
#include <birthcase/desk.hpp>

#include "allocations.hpp"
#include "bare_file.hpp"
#include "case_life.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace birthcase;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::uint32_t pairs = 300;
constexpr std::uint32_t pairs_before = 100;  // until both logs have been emptied once and are written over in place
constexpr std::uint32_t lives_each = 25;
constexpr unsigned writers = 8;

/// A folder that is gone at the end.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("birthcase-bench-" + std::to_string(std::random_device()()))) {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string file(const char* name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

template <class Work>
void add(const char* name, Work work) {
  benchmark::RegisterBenchmark(name, [work](benchmark::State& state) {
    const std::size_t before = bench::allocations();
    for (auto _ : state) benchmark::DoNotOptimize(work());
    state.counters["allocations"] =
        benchmark::Counter(static_cast<double>(bench::allocations() - before), benchmark::Counter::kAvgIterations);
  });
}

/// One life in memory, and its draft.
struct Subject {
  Subject() : life(bench::life_of(1, "case-1")), draft(bench::life_profile(), "case-1"), log(to_json(life.events)) {
    apply(draft, life.events.front()).value();
  }
  bench::Life life;
  Case draft;
  std::string log;
};

void add_in_memory(const Subject& subject) {
  add("decide/accept", [&] { return decide(subject.draft, {"window-1", commands::Accept{}}, bench::life_begins); });
  add("apply/accepted", [&] {
    Case state = subject.draft;
    apply(state, subject.life.events[1]).value();
    return state.version;
  });
  add("replay/life", [&] { return replay(bench::life_profile(), subject.life.events); });
  add("to_json/log", [&] { return to_json(subject.life.events); });
  add("parse_events/log", [&] { return parse_events(subject.log); });
}

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

/// In turns, so that whatever else the machine does meets both.
void compare_acceptance(const Folder& folder) {
  const auto store = store::open_sqlite(folder.file("accept.db")).value();
  store::Desk desk(*store);
  bench::BareFile bare(folder.file("bare.db"));
  for (int count = 0; count < 1000; ++count) bare.insert("warming up");
  Times accepted;
  Times inserted;
  std::size_t bytes = 0;
  for (std::uint32_t number = 1; number <= pairs_before + pairs; ++number) {
    const std::string id = "case-" + std::to_string(number);
    const Command open{"window-1", commands::Open{bench::application_of(number)}};
    desk.open(id, bench::life_profile(), open, bench::life_begins).value();
    store::Outcome outcome;
    accepted.take([&] { outcome = desk.execute(id, {"window-1", commands::Accept{}}, bench::life_begins).value(); });
    const std::string written = bytes_of(outcome.decision.events);
    bytes = written.size();
    inserted.take([&] { bare.insert(written); });
  }
  const double desk_time = median(accepted.all);
  const double bare_time = median(inserted.all);
  std::printf(
      "accept through a desk, durable: %.0f us, of the processor %.0f; SQLite alone, %zu bytes in one row: "
      "%.0f us, of the processor %.0f; %.2f x\n",
      desk_time, median(accepted.processor), bytes, bare_time, median(inserted.processor), desk_time / bare_time);
}

std::uint64_t live(store::Desk& desk, std::uint32_t first) {
  std::uint64_t events = 0;
  for (std::uint32_t number = first; number < first + lives_each; ++number) {
    const bench::Life life = bench::life_of(number, "case-" + std::to_string(number));
    desk.open(life.case_id, bench::life_profile(), life.commands.front(), bench::life_begins).value();
    for (auto command = life.commands.begin() + 1; command != life.commands.end(); ++command) {
      desk.execute(life.case_id, *command, bench::life_begins).value();
    }
    events += life.events.size();
  }
  return events;
}

struct Rate {
  double by_the_clock = 0;  ///< events a second
  double by_processor = 0;  ///< events a second of processor time
};

/// Whole lives, each writer with a handle of its own.
Rate rate_of_lives(const std::string& file, unsigned count) {
  (void)store::open_sqlite(file).value();
  std::vector<std::uint64_t> events(count);
  const double before = processor_microseconds();
  const auto begun = Clock::now();
  {
    std::vector<std::jthread> threads;
    for (unsigned place = 0; place < count; ++place) {
      threads.emplace_back([&, place] {
        const auto store = store::open_sqlite(file).value();
        store::Desk desk(*store);
        events[place] = live(desk, 1 + place * lives_each);
      });
    }
  }
  const std::chrono::duration<double> taken = Clock::now() - begun;
  const double processor = (processor_microseconds() - before) / 1e6;
  std::uint64_t all = 0;
  for (const auto each : events) all += each;
  const auto verified = store::open_sqlite(file).value()->verify().value();
  if (verified.events != all || !verified.breaks.empty()) {
    std::fprintf(stderr, "the file does not hold what was written\n");
    std::exit(1);
  }
  return {static_cast<double>(all) / taken.count(), static_cast<double>(all) / processor};
}

void compare_lives(const Folder& folder, const Subject& subject) {
  const Rate alone = rate_of_lives(folder.file("one.db"), 1);
  const Rate together = rate_of_lives(folder.file("many.db"), writers);
  std::printf(
      "whole lives on a file (%zu commands, %zu events each): one writer %.0f events/s, %.0f a second of "
      "processor time; %u writers %.0f and %.0f; %.2f x by the clock\n",
      subject.life.commands.size(), subject.life.events.size(), alone.by_the_clock, alone.by_processor, writers,
      together.by_the_clock, together.by_processor, together.by_the_clock / alone.by_the_clock);
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const Subject subject;
  add_in_memory(subject);
  benchmark::RunSpecifiedBenchmarks();
  const Folder folder;
  compare_acceptance(folder);
  compare_lives(folder, subject);
  std::printf("the log of a life: %zu events, %zu bytes of JSON\n", subject.life.events.size(), subject.log.size());
  return EXIT_SUCCESS;
}
