// What cases cost: in memory, and durably in a file, beside SQLite alone in the same run.
#include <birthcase/case_json.hpp>
#include <birthcase/desk.hpp>

#include "allocations.hpp"
#include "bare_file.hpp"
#include "case_life.hpp"
#include "comparisons.hpp"
#ifdef BIRTHCASE_POSTGRESQL
#include "server_benchmarks.hpp"
#endif

#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>

namespace {

using namespace birthcase;
namespace fs = std::filesystem;

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

void compare_lives(const Folder& folder, const Subject& subject) {
  const bench::Rate alone = bench::rate_of_lives(folder.file("one.db"), 1, lives_each);
  const bench::Rate together = bench::rate_of_lives(folder.file("many.db"), writers, lives_each);
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
  bench::BareFile bare(folder.file("bare.db"));
  bench::compare_acceptance(folder.file("accept.db"), bare, "SQLite");
  compare_lives(folder, subject);
#ifdef BIRTHCASE_POSTGRESQL
  bench::compare_on_server();
#endif
  std::printf("the log of a life: %zu events, %zu bytes of JSON\n", subject.life.events.size(), subject.log.size());
  return EXIT_SUCCESS;
}
