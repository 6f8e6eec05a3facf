#include "server_benchmarks.hpp"

#include "bare_server.hpp"
#include "case_life.hpp"
#include "cluster.hpp"
#include "comparisons.hpp"

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

namespace birthcase::bench {
namespace {

constexpr std::uint32_t lives_of_all = 96;
constexpr unsigned rows_each = 200;

// Rows a second, each durable, by so many at once.
double rate_of_rows(const std::string& location, unsigned count, const std::string& bytes) {
  const auto begun = std::chrono::steady_clock::now();
  {
    std::vector<std::jthread> threads;
    for (unsigned place = 0; place < count; ++place) {
      threads.emplace_back([&] {
        BareServer bare(location);
        for (unsigned row = 0; row < rows_each; ++row) bare.insert(bytes);
      });
    }
  }
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
  return count * rows_each / taken.count();
}

}  // namespace

void compare_on_server() {
  if (const std::string missing = tests::Cluster::missing(); !missing.empty()) {
    std::printf("PostgreSQL: skipped, %s\n", missing.c_str());
    return;
  }
  tests::Cluster server(true);
  BareServer bare(server.make_database("bare"));
  compare_acceptance(server.make_database("accept"), bare, "PostgreSQL");
  const Life life = life_of(1, "case-1");
  const double events_a_command = static_cast<double>(life.events.size()) / static_cast<double>(life.commands.size());
  for (const unsigned writers : {1U, 8U, 32U}) {
    const std::string database = "lives_" + std::to_string(writers);
    const Rate rate = rate_of_lives(server.make_database(database), writers, lives_of_all / writers);
    const double rows = rate_of_rows(server.location("bare"), writers, std::string(600, 'x'));
    std::printf("whole lives on a server: %u writers %.0f events/s, %.0f commands/s; PostgreSQL alone %.0f rows/s\n",
                writers, rate.by_the_clock, rate.by_the_clock / events_a_command, rows);
  }
}

}  // namespace birthcase::bench
