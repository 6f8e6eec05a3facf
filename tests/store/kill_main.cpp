// A crash test: a process that drives births is killed again and again, at moments that nobody chose; or the server
// that keeps them is.
//
//     birthcase_store_kill [--postgresql | --postgresql-server] [KILLS [SEED]]
#include "child_process.hpp"
#include "cluster.hpp"
#include "kill_worker.hpp"
#include "ledger.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace birthcase::tests;
namespace fs = std::filesystem;

constexpr unsigned kills_of_one_store = 25;  // so that stores are also killed while they are being made
constexpr unsigned most_lines = 12;

enum class Victim { worker_on_file, worker_on_server, server };

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

// Some of the server's processes, some connections, or all of it.
void kill_something_of(Cluster& server, const std::string& database, std::mt19937& random) {
  switch (random() % 5) {
    case 0:
      return server.crash();
    case 1:
      return server.terminate_connections(database);
    default:
      (void)server.kill_a_backend(static_cast<unsigned>(random()), database);
  }
}

// One worker outlives all that happens to the server: every call of it is answered, and every answer counts.
void kill_server_under_worker(Cluster& server, const std::string& database, unsigned kills, std::mt19937& random,
                              Ledger& ledger) {
  ChildProcess worker({"--worker", server.location(database), std::to_string(random())});
  std::size_t answers = 0;
  for (unsigned count = 0; count < kills; ++count) {
    worker.wait_for_lines(answers += 1 + random() % most_lines, "kept");
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 10'000));
    kill_something_of(server, database, random);
  }
  worker.wait_for_lines(answers + 1, "kept");
  worker.kill();
  for (const std::string& line : worker.lines()) ledger.take(line);
  if (const int end = worker.end(); end != -SIGKILL) {
    ledger.faults.push_back("the worker ended with the server: " + std::to_string(end));
  }
  ledger.compare(server.location(database));
}

void kill_workers(const std::string& location, unsigned kills, std::mt19937& random, Ledger& ledger) {
  for (unsigned count = 0; count < kills; ++count) {
    run_and_kill(location, random, ledger);
    ledger.compare(location);
  }
}

// One store and everything that happens to it.
void kill_over_one_store(const fs::path& folder, Cluster* server, Victim victim, unsigned kills, std::mt19937& random,
                         Figures& figures) {
  fs::create_directories(folder);
  const std::string database = "kill_" + folder.filename().string();
  const std::string location = server != nullptr ? server->make_database(database) : (folder / "births.db").string();
  Ledger ledger;
  if (victim == Victim::server) {
    kill_server_under_worker(*server, database, kills, random, ledger);
  } else {
    kill_workers(location, kills, random, ledger);
  }
  finish(location, ledger);
  for (const std::string& fault : ledger.faults) std::fprintf(stderr, "%s\n", fault.c_str());
  figures.kills += kills;
  figures.answers += ledger.answers;
  figures.deliveries += ledger.deliveries;
  figures.effects += ledger.effects;
  figures.faults += ledger.faults.size();
  if (ledger.faults.empty()) fs::remove_all(folder);
}

int run(Victim victim, unsigned kills, std::uint32_t seed) {
  if (victim != Victim::worker_on_file && !Cluster::missing().empty()) {
    std::printf("PostgreSQL: skipped, %s\n", Cluster::missing().c_str());
    return 0;
  }
  std::optional<Cluster> server;
  if (victim != Victim::worker_on_file) server.emplace();
  std::string name = (fs::temp_directory_path() / "birthcase-kill-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) return 2;
  std::mt19937 random(seed);
  Figures figures;
  const auto begun = std::chrono::steady_clock::now();
  for (unsigned place = 0; figures.kills < kills && figures.faults == 0; ++place) {
    const unsigned now = std::min(kills_of_one_store, kills - figures.kills);
    kill_over_one_store(fs::path(name) / std::to_string(place), server ? &*server : nullptr, victim, now, random,
                        figures);
  }
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
  std::printf("%u kills of %s in %.1f s (seed %u): %llu acknowledged commands%s\n", figures.kills,
              victim == Victim::server ? "the server" : "a client", taken.count(), seed,
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
  std::vector<std::string> given(arguments + 1, arguments + count);
  const std::string first = given.empty() ? "" : given.front();
  if (first == "--worker" && given.size() == 3) {
    return work_until_killed(given[1], static_cast<std::uint32_t>(std::stoul(given[2])), false);
  }
  if (first == "--finish" && given.size() == 2) return work_until_killed(given[1], 0, true);
  Victim victim = Victim::worker_on_file;
  if (first == "--postgresql") victim = Victim::worker_on_server;
  if (first == "--postgresql-server") victim = Victim::server;
  if (victim != Victim::worker_on_file) given.erase(given.begin());
  const std::string kills = given.empty() ? "30" : given[0];
  const std::uint32_t seed =
      given.size() > 1 ? static_cast<std::uint32_t>(std::stoul(given[1])) : std::random_device()();
  return run(victim, static_cast<unsigned>(std::stoul(kills)), seed);
}
