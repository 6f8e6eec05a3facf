// birthcase_families FAMILIES [SEED] [PROFILE]: so many random families for each built-in profile, or for one, against
// what must hold for every family. Prints the seed and the least application that shows a fault.
#define DOCTEST_CONFIG_IMPLEMENT
#include "applications.hpp"
#include "outside_tests.hpp"
#include "shrinking.hpp"
#include "window.hpp"

#include <boost/json/serialize.hpp>

#include <cstdlib>
#include <iostream>
#include <map>

namespace {

using namespace birthcase;
using namespace birthcase::families;

struct Tally {
  std::uint64_t closed = 0;
  std::map<std::string, std::uint64_t> faults;   // by kind; the first of each is shown
  std::map<std::string, std::uint64_t> refused;  // by the code of the error that stayed
};

Checked fault_of(const Family& family, const boost::json::object& application, bool accepted) {
  const Profile& profile = tests::built_in(family.profile);
  if (auto fault = look_at(profile, application, family.comes_at); fault || !accepted) return fault;
  const auto facts = read(profile, application);
  const bool can_be = facts && plan(profile, *facts, family.comes_at.date()).acceptable.now;
  return can_be ? carry_through(profile, application, family.comes_at) : std::nullopt;
}

void show(const Family& family, const Visit& visit, const Fault& fault) {
  const bool accepted = visit.end == End::accepted;
  const auto still_fails = [&](const boost::json::object& smaller) {
    const auto found = fault_of(family, smaller, accepted);
    return found && found->kind == fault.kind;
  };
  const bool stands_alone = still_fails(visit.application);
  const auto least = stands_alone ? shrunk(visit.application, still_fails) : visit.application;
  std::cerr << family.profile << " seed " << family.seed << " on " << to_string(family.comes_at.date()) << ": "
            << fault.kind << ": " << fault.text << '\n'
            << boost::json::serialize(least) << '\n';
}

void look_at(const Family& family, Tally& tally) {
  Visit visit = ask(family);
  if (!visit.fault) {
    const Application told = read(tests::built_in(family.profile), visit.application).value();
    visit.fault = chosen_alike(told, family.comes_at.date(), family.seed);
  }
  if (!visit.fault && visit.end == End::accepted) {
    visit.fault = carry_through(tests::built_in(family.profile), visit.application, family.comes_at);
    if (!visit.fault) ++tally.closed;
  } else if (!visit.fault) {
    ++tally.refused[visit.why];
  }
  if (visit.fault && ++tally.faults[visit.fault->kind] == 1) show(family, visit, *visit.fault);
}

bool all_hold(std::string_view profile, std::uint64_t families, std::uint64_t first) {
  Tally tally;
  for (std::uint64_t seed = first; seed < first + families; ++seed) look_at(make_family(profile, seed), tally);
  std::cout << profile << ": " << families << " families, " << tally.closed << " closed, refused:";
  for (const auto& [why, count] : tally.refused) std::cout << ' ' << why << ' ' << count;
  std::cout << '\n';
  for (const auto& [kind, count] : tally.faults) std::cerr << profile << ": " << count << " times " << kind << '\n';
  const bool seen_enough = 2 * tally.closed > families;  // a run that seldom gets to the end would prove little
  if (tally.faults.empty() && !seen_enough) std::cerr << profile << ": too few families got to the end\n";
  return tally.faults.empty() && seen_enough;
}

}  // namespace

int main(int argc, char** argv) {
  const birthcase::tests::OutsideTests assertions;
  const auto families = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1000;
  const auto first = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  bool all = true;
  for (const std::string_view profile : {"base", "yiwu", "ruian", "wenling"}) {
    if (argc > 3 && profile != argv[3]) continue;
    all = all_hold(profile, families, first) && all;
  }
  return all ? 0 : 1;
}
