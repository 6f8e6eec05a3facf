// Eight processes on one file, or one database of a server, for a working day: no update is lost, nobody waits for
// ever.
//
//     birthcase_store_processes [--postgresql] [SECONDS]
#include <birthcase/store.hpp>

#include "child_process.hpp"
#include "cluster.hpp"
#include "processes_worker.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

using namespace birthcase;
using namespace birthcase::tests;
using std::chrono::steady_clock;
namespace fs = std::filesystem;

constexpr std::uint32_t processes = 8;
constexpr auto most_time_after_the_day = std::chrono::seconds(60);

// Ends this program, and says so, if the day does not end: a deadlock must not look like patience.
void watch(const Day& day) {
  std::thread([until = day.begun + day.length + most_time_after_the_day] {
    std::this_thread::sleep_until(until);
    std::printf("FAULT: the day did not end\n");
    std::fflush(stdout);
    ::_exit(1);
  }).detach();
}

struct Told {
  std::map<std::string, std::uint64_t> sums{};
  std::map<std::string, unsigned> carried{};
  std::uint64_t longest = 0;
  double seconds = 0;
  std::vector<std::string> faults{};
};

void take(const std::string& line, Told& told) {
  const auto said = words(line);
  if (line == "ready") return;
  if (said.size() != 2) {
    told.faults.push_back("a process said: " + line);
  } else if (said[0] == "carried") {
    if (++told.carried[said[1]] > 1) told.faults.push_back(said[1] + " was carried by two");
  } else if (said[0] == "longest") {
    told.longest = std::max<std::uint64_t>(told.longest, std::stoull(said[1]));
  } else {
    told.sums[said[0]] += std::stoull(said[1]);
  }
}

// Written beside its place and moved there: nobody reads half of it.
void announce(const Day& day, const std::string& announced) {
  const std::string written = announced + ".new";
  std::ofstream(written) << day.begun.time_since_epoch().count() << ' ' << day.length.count() << '\n';
  fs::rename(written, announced);
}

Told run(const std::string& location, const std::string& announced, std::chrono::milliseconds length) {
  std::vector<ChildProcess> all;
  for (std::uint32_t place = 0; place < processes; ++place) {
    all.emplace_back(std::vector<std::string>{"--worker", location, announced, std::to_string(place)});
  }
  for (ChildProcess& process : all) process.wait_for_lines(1, "ready");
  const Day day{steady_clock::now(), length};
  watch(day);
  announce(day, announced);
  Told told;
  for (ChildProcess& process : all) {
    for (const std::string& line : process.lines()) take(line, told);
    if (const int end = process.end(); end != 0) told.faults.push_back("a process ended with " + std::to_string(end));
  }
  told.seconds = std::chrono::duration<double>(steady_clock::now() - day.begun).count();
  return told;
}

void compare(const std::string& location, Told& told) {
  const auto store = store::open(location);
  if (!store) return told.faults.push_back("the store cannot be opened: " + store.error().message);
  const auto verified = (*store)->verify();
  if (!verified) return told.faults.push_back("the store cannot be verified: " + verified.error().message);
  for (const store::Break& broken : verified->breaks) told.faults.push_back("verify: " + broken.case_id + broken.what);
  if (verified->events != told.sums["events"]) {
    told.faults.push_back(std::to_string(told.sums["events"]) + " events were acknowledged, " +
                          std::to_string(verified->events) + " are there");
  }
  std::printf("%llu cases, %llu events\n", static_cast<unsigned long long>(verified->cases),
              static_cast<unsigned long long>(verified->events));
}

int report(Told& told) {
  std::printf("%u processes, %.1f s: %llu commands with %llu events (%.0f events a second)\n", processes, told.seconds,
              static_cast<unsigned long long>(told.sums["commands"]),
              static_cast<unsigned long long>(told.sums["events"]),
              static_cast<double>(told.sums["events"]) / told.seconds);
  std::printf(
      "%llu were too late for their version, %llu refused otherwise; %zu messages carried once each; "
      "the longest call took %llu ms\n",
      static_cast<unsigned long long>(told.sums["moved-on"]), static_cast<unsigned long long>(told.sums["refused"]),
      told.carried.size(), static_cast<unsigned long long>(told.longest));
  for (const std::string& fault : told.faults) std::printf("FAULT: %s\n", fault.c_str());
  const bool idle = told.sums["events"] == 0 || told.sums["moved-on"] == 0 || told.carried.empty();
  if (idle) std::printf("FAULT: nothing clashed, so nothing was tested\n");
  return told.faults.empty() && !idle ? 0 : 1;
}

int drive(bool on_server, std::chrono::milliseconds length) {
  if (on_server && !Cluster::missing().empty()) {
    std::printf("PostgreSQL: skipped, %s\n", Cluster::missing().c_str());
    return 0;
  }
  std::optional<Cluster> server;
  if (on_server) server.emplace();
  std::string name = (fs::temp_directory_path() / "birthcase-processes-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) return 2;
  const std::string location = on_server ? server->make_database("births") : name + "/births.db";
  Told told = run(location, name + "/day", length);
  compare(location, told);
  const int status = report(told);
  if (status == 0) fs::remove_all(name);
  return status;
}

}  // namespace

int main(int count, char** arguments) {
  const std::string first = count > 1 ? arguments[1] : "5";
  if (first == "--worker" && count == 5) {
    return work_for_a_day(arguments[2], arguments[3], static_cast<std::uint32_t>(std::stoul(arguments[4])));
  }
  if (first == "--postgresql") return drive(true, std::chrono::seconds(std::stol(count > 2 ? arguments[2] : "5")));
  return drive(false, std::chrono::seconds(std::stol(first)));
}
