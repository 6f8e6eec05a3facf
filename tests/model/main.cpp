// birthcase_model LIVES [SEED]: lives that many random lives of cases and counts what came of them.
#define DOCTEST_CONFIG_IMPLEMENT
#include <birthcase/case_json.hpp>

#include "life.hpp"
#include "outside_tests.hpp"

#include <cstdlib>
#include <iostream>

namespace {

void print(const char* title, const std::map<std::string, std::uint64_t>& counts) {
  std::cout << title;
  for (const auto& [name, count] : counts) std::cout << ' ' << name << ' ' << count;
  std::cout << '\n';
}

// A run that never got far would prove nothing.
bool has_seen_enough(const birthcase::model::Tally& tally) {
  for (const char* kind : {"open", "accept", "dispatch", "answer", "retry", "supplement", "correct", "deliver",
                           "withdraw", "record-death", "close", "repair-clock"}) {
    if (tally.done.contains(kind)) continue;
    std::cerr << "no life had a '" << kind << "' that was done\n";
    return false;
  }
  return tally.closed > 0;
}

}  // namespace

int main(int argc, char** argv) {
  const birthcase::tests::OutsideTests assertions;
  const auto lives = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1000;
  const auto first = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  birthcase::model::Tally tally;
  for (std::uint64_t seed = first; seed < first + lives; ++seed) {
    birthcase::model::Life life(seed, tally);
    const auto faults = life.run();
    for (const std::string& fault : faults) std::cerr << "seed " << seed << ": " << fault << '\n';
    if (!faults.empty()) {
      for (const auto& event : life.log()) std::cerr << birthcase::to_json(event) << '\n';
      return 1;
    }
  }
  std::cout << lives << " lives, " << tally.events << " events, " << tally.messages << " messages, " << tally.closed
            << " closed\n";
  print("done:", tally.done);
  print("refused:", tally.refused);
  return has_seen_enough(tally) ? 0 : 1;
}
