// birthcase_batches FAMILIES [SEED]: what a batch says about documents is what a plan says of each birth: of so many
// random families for each built-in profile, and of families in each of which one fact is another. Prints the first
// births of which it is not so.
#define DOCTEST_CONFIG_IMPLEMENT
#include "applications.hpp"
#include "births.hpp"
#include "family.hpp"
#include "outside_tests.hpp"

#include <cstdlib>
#include <iostream>

namespace {

using namespace birthcase;
using namespace birthcase::families;

const Date day(2020, 3, 2);

class Comparison {
 public:
  explicit Comparison(const Profile& profile) : profile_(profile) {}

  /// A birth that columns can tell.
  void add(const Birth& birth) {
    const auto application = application_of(profile_, birth);
    if (!application) return;
    table_.add(birth);
    expected_.push_back(said_by(plan(profile_, *application, day)));
  }

  /// Whether the batch says the same.
  bool agrees(std::string_view what) const {
    const auto answered = evidence_of(profile_, table_.births(), day);
    if (!answered) {
      std::cerr << what << ": " << describe(answered.error()) << '\n';
      return false;
    }
    std::size_t other = 0;
    for (std::size_t i = 0; i < expected_.size(); ++i) {
      const std::string says = said_by(profile_, answered->answers[answered->answer[i]]);
      if (says == expected_[i] || ++other > 1) continue;
      std::cerr << what << ", birth " << i << ":\n" << says << "instead of\n" << expected_[i];
    }
    std::cout << what << ": " << expected_.size() << " births, " << answered->planned << " planned, "
              << answered->answers.size() << " answers, " << other << " wrong\n";
    return other == 0 && !expected_.empty();
  }

 private:
  const Profile& profile_;
  BirthTable table_;
  std::vector<std::string> expected_;
};

/// Some values of each fact, as families have them.
using Pool = std::map<std::string, std::vector<Value>>;
constexpr std::size_t values_of_fact = 6;

void collect(Pool& pool, const Birth& birth) {
  for (const auto& [fact, value] : birth.facts) {
    auto& values = pool[fact];
    if (values.size() < values_of_fact && std::find(values.begin(), values.end(), value) == values.end()) {
      values.push_back(value);
    }
  }
}

/// Every fact and group of the profile once more as none, not told, and with each value of the pool.
void vary(const Profile& profile, const Pool& pool, const Birth& birth, Comparison& comparison) {
  for (std::string name : profile.rules().schema.names()) {
    if (name.starts_with(Schema::newborn_prefix)) name.replace(0, Schema::newborn_prefix.size(), "newborns[0].");
    const auto values = pool.find(name);
    std::vector<Value> all{Value::null(), Value(), Value::text("99")};
    if (values != pool.end()) all.insert(all.end(), values->second.begin(), values->second.end());
    for (const Value& value : all) {
      Birth other = birth;
      tell(other, name, value);
      comparison.add(other);
    }
  }
}

bool agree(std::string_view id, std::uint64_t families, std::uint64_t first) {
  const Profile& profile = tests::built_in(id);
  Comparison random(profile);
  Comparison varied(profile);
  Pool pool;
  std::vector<Birth> bases;
  for (std::uint64_t seed = first; seed < first + families; ++seed) {
    const Family family = make_family(id, seed);
    for (const auto* told : {&family.truth, &family.first_told}) {
      const Birth birth = birth_of(*told);
      collect(pool, birth);
      random.add(birth);
      if ((seed - first) % (families / 8 + 1) == 0) bases.push_back(birth);
    }
  }
  for (const Birth& base : bases) vary(profile, pool, base, varied);
  const bool all = random.agrees(std::string(id) + ", random families");
  return varied.agrees(std::string(id) + ", one fact another") && all;
}

}  // namespace

int main(int argc, char** argv) {
  const birthcase::tests::OutsideTests assertions;
  const auto families = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1000;
  const auto first = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  bool all = true;
  for (const std::string_view profile : {"base", "yiwu", "ruian", "wenling"}) {
    all = agree(profile, families, first) && all;
  }
  return all ? 0 : 1;
}
