// A crash test: a process that drives births is killed again and again, at moments that nobody chose.
//
//     birthcase_store_kill [KILLS [SEED]]
#include "child_process.hpp"
#include "kill_worker.hpp"
#include "ledger.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <thread>

namespace {

using namespace birthcase::tests;
namespace fs = std::filesystem;

constexpr unsigned kills_of_one_file = 25;  // so that files are also killed while they are being made
constexpr unsigned most_lines = 12;

struct Figures {
  unsigned kills = 0;
  std::uint64_t answers = 0;
  std::uint64_t deliveries = 0;
  std::uint64_t effects = 0;
  std::size_t faults = 0;
};

// Some are killed while they begin, some in the middle of anything, and some right between a message and its
// acknowledgement; all that however fast this machine is today.
void wait_for_a_moment(ChildProcess& worker, std::mt19937& random) {
  const auto sleep_up_to = [&](std::uint_fast32_t microseconds) {
    std::this_thread::sleep_for(std::chrono::microseconds(random() % microseconds));
  };
  switch (random() % 5) {
    case 0:
      return sleep_up_to(50'000);
    case 1:
    case 2:
      worker.wait_for_lines(1 + random() % most_lines, "sent");
      return sleep_up_to(200);
    default:
      worker.wait_for_lines(1 + random() % most_lines, "kept");
      return sleep_up_to(10'000);
  }
}

void run_and_kill(const std::string& file, std::mt19937& random, Ledger& ledger) {
  ChildProcess worker({"--worker", file, std::to_string(random())});
  wait_for_a_moment(worker, random);
  worker.kill();
  for (const std::string& line : worker.lines()) ledger.take(line);
  if (const int end = worker.end(); end != -SIGKILL) {
    ledger.faults.push_back("the worker ended before it was killed: " + std::to_string(end));
  }
}

void finish(const std::string& file, Ledger& ledger) {
  ChildProcess worker({"--finish", file});
  for (const std::string& line : worker.lines()) ledger.take(line);
  if (worker.end() != 0) ledger.faults.push_back("the last worker failed");
  ledger.compare_at_the_end(file);
}

// One file and everything that happens to it.
void kill_over_one_file(const fs::path& folder, unsigned kills, std::mt19937& random, Figures& figures) {
  fs::create_directories(folder);
  const std::string file = (folder / "births.db").string();
  Ledger ledger;
  for (unsigned count = 0; count < kills; ++count) {
    run_and_kill(file, random, ledger);
    ledger.compare(file);
  }
  finish(file, ledger);
  for (const std::string& fault : ledger.faults) std::fprintf(stderr, "%s\n", fault.c_str());
  figures.kills += kills;
  figures.answers += ledger.answers;
  figures.deliveries += ledger.deliveries;
  figures.effects += ledger.effects;
  figures.faults += ledger.faults.size();
  if (ledger.faults.empty()) fs::remove_all(folder);
}

int run(unsigned kills, std::uint32_t seed) {
  std::string name = (fs::temp_directory_path() / "birthcase-kill-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) return 2;
  std::mt19937 random(seed);
  Figures figures;
  const auto begun = std::chrono::steady_clock::now();
  for (unsigned file = 0; figures.kills < kills && figures.faults == 0; ++file) {
    const unsigned now = std::min(kills_of_one_file, kills - figures.kills);
    kill_over_one_file(fs::path(name) / std::to_string(file), now, random, figures);
  }
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
  std::printf("%u kills in %.1f s (seed %u): %llu acknowledged commands%s\n", figures.kills, taken.count(), seed,
              static_cast<unsigned long long>(figures.answers), figures.faults == 0 ? ", none lost" : "");
  std::printf("%llu messages carried %llu times: %llu duplicates, which a receiver knows by their ids\n",
              static_cast<unsigned long long>(figures.effects), static_cast<unsigned long long>(figures.deliveries),
              static_cast<unsigned long long>(figures.deliveries - figures.effects));
  if (figures.faults != 0) {
    std::printf("%zu FAULTS; the files are in %s\n", figures.faults, name.c_str());
    return 1;
  }
  fs::remove_all(name);
  const bool idle = figures.answers == 0 || figures.effects == 0;  // then nothing was tested
  if (idle) std::printf("nothing happened between the kills\n");
  return idle ? 1 : 0;
}

}  // namespace

int main(int count, char** arguments) {
  const std::string first = count > 1 ? arguments[1] : "30";
  if (first == "--worker" && count == 4) {
    return work_until_killed(arguments[2], static_cast<std::uint32_t>(std::stoul(arguments[3])), false);
  }
  if (first == "--finish" && count == 3) return work_until_killed(arguments[2], 0, true);
  const std::uint32_t seed = count > 2 ? static_cast<std::uint32_t>(std::stoul(arguments[2])) : std::random_device()();
  return run(static_cast<unsigned>(std::stoul(first)), seed);
}
