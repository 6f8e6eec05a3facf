// The plans of random families, byte for byte, against those of an earlier build: whoever changes how planning works
// changes no plan.
//
// birthcase_plans FILE [FAMILIES]   compares with the digests in FILE; FAMILIES: of each profile, 0: all in FILE
// birthcase_plans FILE --write      writes them anew: after a change of rules or of what a plan says, and only then
// birthcase_plans --show PROFILE SEED   prints the plans of one family, to compare two builds by
//
// Each family is planned on its whole way: at every question, at every step of its case, and as it would be if one of
// its facts were told wrongly.
#define DOCTEST_CONFIG_IMPLEMENT
#include <birthcase/digest.hpp>
#include <birthcase/plan_json.hpp>

#include "applications.hpp"
#include "dice.hpp"
#include "outside_tests.hpp"
#include "window.hpp"

#include <boost/json/serialize.hpp>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <vector>

namespace {

namespace js = boost::json;
using namespace birthcase;
using namespace birthcase::families;

constexpr std::uint64_t families_of_profile = 5000;
constexpr std::uint64_t families_of_digest = 100;

/// Puts something into one place of an application that nobody should write there.
void spoil(js::value& value, city::Dice& dice) {
  if (js::object* group = value.if_object(); group != nullptr && !group->empty() && !dice.happens(30)) {
    auto member = group->begin() + dice.between(0, static_cast<int>(group->size()) - 1);
    if (member->key() != "profile") spoil(member->value(), dice);
    return;
  }
  if (js::array* list = value.if_array(); list != nullptr && !list->empty() && !dice.happens(30)) {
    return spoil((*list)[dice.next() % list->size()], dice);
  }
  const std::vector<js::value> odd{nullptr,      "x",
                                   "",           1,
                                   true,         "2019-13-40",
                                   "2019-05-05", "2031-01-01T10:00:00",
                                   "330782",     "110101199003070011",
                                   "30",         "father",
                                   js::array(),  js::object()};
  value = dice.any(odd);
}

class Plans {
 public:
  explicit Plans(const Family& family) : family_(family), profile_(tests::built_in(family.profile)) {}

  /// All of them, a line each.
  std::string all() {
    const auto observe = [this](const Plan& plan) { add(plan); };
    const Visit visit = ask(family_, observe);
    if (visit.end == End::accepted) carry_through(profile_, visit.application, family_.comes_at, observe);
    city::Dice dice(family_.seed);
    for (const js::object& told : {family_.truth, family_.first_told, visit.application}) {
      js::value spoilt = told;
      for (int count = dice.between(1, 3); count > 0; --count) spoil(spoilt, dice);
      add(js::serialize(spoilt));
    }
    if (!same_anew_) lines_ += "a plan of a known shape is not the one worked out from nothing\n";
    return std::move(lines_);
  }

 private:
  void add(const Plan& plan) {
    lines_ += to_json(plan, family_.seed % 2 == 0 ? Language::zh : Language::en) + '\n';
    held_ = plan;  // so that the next takes over what it has in common with this one
  }

  void add(const std::string& application) {
    const auto read = Application::parse(profile_, application);
    if (read) add(plan_again(*read));
    if (!read) lines_ += describe(read.error()) + '\n';
  }

  // The plan as it is once its shape is known. It has to say what a plan says that was worked out from nothing.
  Plan plan_again(const Application& application) {
    const Date day = family_.comes_at.date();
    const std::string anew = to_json(planning::plan_anew(profile_, application, day));
    for (int times = 0; times < 2; ++times)
      same_anew_ = same_anew_ && to_json(plan(profile_, application, day)) == anew;
    Plan again = plan(profile_, application, day);
    same_anew_ = same_anew_ && to_json(again) == anew;
    return again;
  }

  const Family& family_;
  const Profile& profile_;
  std::string lines_;
  bool same_anew_ = true;
  std::optional<Plan> held_;
};

std::string plans_of(std::string_view profile, std::uint64_t seed) {
  const Family family = make_family(profile, seed);
  return Plans(family).all();
}

/// The digest of so many families' plans, from the `part`th hundred on.
std::string line_of(std::string_view profile, std::uint64_t part) {
  std::string plans;
  const std::uint64_t first = part * families_of_digest + 1;
  for (std::uint64_t seed = first; seed < first + families_of_digest; ++seed) plans += plans_of(profile, seed);
  return std::string(profile) + " " + std::to_string(first) + " " + sha256(plans);
}

void write(const char* file) {
  std::ofstream out(file);
  for (const std::string_view profile : {"base", "yiwu", "ruian", "wenling"}) {
    for (std::uint64_t part = 0; part < families_of_profile / families_of_digest; ++part) {
      out << line_of(profile, part) << '\n';
    }
  }
}

/// Whether the plans are those whose digests stand in the file; says of which families they are not.
bool compare(const char* file, std::uint64_t families) {
  std::ifstream in(file);
  std::uint64_t compared = 0;
  std::uint64_t other = 0;
  for (std::string line; std::getline(in, line);) {
    const std::string profile = line.substr(0, line.find(' '));
    const std::uint64_t first = std::strtoull(line.c_str() + profile.size(), nullptr, 10);
    if (families != 0 && first > families) continue;
    ++compared;
    if (line_of(profile, first / families_of_digest) == line) continue;
    std::cerr << profile << ": a plan of the families " << first << " to " << first + families_of_digest - 1
              << " is another\n";
    ++other;
  }
  std::cout << compared * families_of_digest << " families compared\n";
  return compared != 0 && other == 0;
}

}  // namespace

int main(int argc, char** argv) {
  const birthcase::tests::OutsideTests assertions;
  const std::vector<std::string_view> arguments(argv + 1, argv + argc);
  if (arguments.size() == 3 && arguments[0] == "--show") {
    std::cout << plans_of(arguments[1], std::strtoull(argv[3], nullptr, 10));
    return 0;
  }
  if (arguments.empty()) return 2;
  if (arguments.size() == 2 && arguments[1] == "--write") return write(argv[1]), 0;
  return compare(argv[1], arguments.size() < 2 ? 0 : std::strtoull(argv[2], nullptr, 10)) ? 0 : 1;
}
