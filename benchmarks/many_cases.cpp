// What a store with many cases costs to look at: time and memory of lists, leases and audits.
//
//     birthcase_many_cases FILE|postgresql [CASES]
//
// Three hundred births a day; every case is opened, every tenth accepted and sent to its departments.
#include <birthcase/desk.hpp>

#include "case_life.hpp"
#ifdef BIRTHCASE_POSTGRESQL
#include "cluster.hpp"
#endif

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace {

using namespace birthcase;

constexpr std::uint32_t births_a_day = 300;
constexpr std::uint32_t accepted_one_in = 10;
constexpr int page = 1000;
const Date first_day(2019, 6, 3);

DateTime birth_of(std::uint32_t number) {
  const DateTime midnight(first_day + boost::gregorian::days(number / births_a_day));
  return midnight + boost::posix_time::minutes(number % births_a_day * 4);
}

DateTime applied_at(std::uint32_t number) { return birth_of(number) + boost::posix_time::hours(36); }

std::string case_id(std::uint32_t number) {
  char text[16];
  std::snprintf(text, sizeof text, "yw-%08u", number);
  return text;
}

/// The most memory that this program has had, in MiB; `forget` begins anew (Linux).
class PeakMemory {
 public:
  static void forget() { std::ofstream("/proc/self/clear_refs") << "5"; }

  static double mebibytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
      if (line.starts_with("VmHWM:")) return std::strtod(line.c_str() + 6, nullptr) / 1024;
    }
    return 0;
  }
};

void measure(const char* what, const std::function<std::uint64_t()>& work) {
  PeakMemory::forget();
  const auto processor = std::clock();
  const auto begun = std::chrono::steady_clock::now();
  const std::uint64_t count = work();
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
  std::printf("%-28s %10llu  %9.3f s  of this program's processor %9.3f s  at most %6.0f MiB\n", what,
              static_cast<unsigned long long>(count), taken.count(),
              static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC, PeakMemory::mebibytes());
  std::fflush(stdout);
}

std::uint64_t fill(const std::string& location, std::uint32_t cases) {
  const auto store = store::open(location).value();
  store::Desk desk(*store);
  for (std::uint32_t number = 0; number < cases; ++number) {
    const std::string id = case_id(number);
    const DateTime now = applied_at(number);
    const auto execute = [&](CommandBody body) { desk.execute(id, {"window-1", std::move(body)}, now).value(); };
    desk.open(id, bench::life_profile(), {"window-1", commands::Open{bench::application_of(number, birth_of(number))}},
              now)
        .value();
    if (number % accepted_one_in != 0) continue;
    execute(commands::Accept{});
    execute(commands::Dispatch{});
  }
  return cases;
}

std::uint64_t list(store::Store& store) {
  std::uint64_t count = 0;
  for (std::string after;;) {
    const auto cases = store.cases(after, page).value();
    if (cases.empty()) return count;
    count += cases.size();
    after = cases.back().case_id;
  }
}

std::uint64_t due(store::Store& store, const DateTime& until) {
  std::uint64_t count = 0;
  store::DuePlace place;
  for (;;) {
    const auto deadlines = store.due_after(place, Due(until.date()), page).value();
    if (deadlines.empty()) return count;
    count += deadlines.size();
  }
}

void look(const std::string& location, std::uint32_t cases) {
  const DateTime now = applied_at(cases - 1);
  std::unique_ptr<store::Store> store;
  measure("open the store", [&] { return store = store::open(location).value(), std::uint64_t{1}; });
  store::Desk desk(*store);
  measure("load a case in the midst", [&] { return desk.load(case_id(cases / 2)).value().version; });
  measure("accept one more", [&] {
    const std::string id = case_id(cases);
    const Command open{"window-1", commands::Open{bench::application_of(cases, birth_of(cases))}};
    desk.open(id, bench::life_profile(), open, applied_at(cases)).value();
    return desk.execute(id, {"window-1", commands::Accept{}}, applied_at(cases)).value().version;
  });
  measure("list: the first page", [&] { return store->cases("", page).value().size(); });
  measure("list: all pages", [&] { return list(*store); });
  measure("due: the first page", [&] { return store->due(Due(now.date()), page).value().size(); });
  measure("due: all pages", [&] { return due(*store, now); });
  measure("births of a day", [&] {
    const DateTime last = birth_of(cases - 1);
    return store->births(last - boost::posix_time::hours(24), last).value().size();
  });
  measure("lease 16 messages", [&] { return store->lease({.connector = "connector-1", .now = now}).value().size(); });
  measure("verify --chains: events", [&] { return store->verify().value().events; });
  measure("verify: events", [&] { return desk.verify().value().events; });
}

int run(const std::string& location, std::uint32_t cases) {
  measure("fill", [&] { return fill(location, cases); });
  look(location, cases);
  return EXIT_SUCCESS;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::fprintf(stderr, "birthcase_many_cases FILE|postgresql [CASES]\n");
    return 2;
  }
  const std::string where = arguments[1];
  const auto cases = count > 2 ? static_cast<std::uint32_t>(std::stoul(arguments[2])) : 1'000'000U;
#ifdef BIRTHCASE_POSTGRESQL
  if (where == "postgresql") {
    tests::Cluster server;
    return run(server.make_database("many"), cases);
  }
#endif
  return run(where, cases);
}
