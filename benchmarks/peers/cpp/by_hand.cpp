// The rules as somebody would write them in C++ who never has to change them: what no engine can be quicker than.
//   birthcase_bench_by_hand FOLDER
#include "turns.hpp"

#include <benchmark/benchmark.h>
#include <boost/json/value.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::string_view here = "330782";
constexpr std::int64_t late_after_days = 30;

struct Family {
  std::string applicant_role, applicant_id_type;
  std::string mother_hukou, mother_id_type;
  std::string father_hukou, father_id_type;
  std::string marriage_status, child_status, settlement_with;
  bool mother_alive, father_stated, father_alive, licensed;
  std::int64_t days_old;
};

Family family_of(const boost::json::object& facts) {
  const auto text = [&](const char* name) { return std::string(facts.at(name).as_string()); };
  const auto truth = [&](const char* name) { return facts.at(name).as_bool(); };
  return {.applicant_role = text("applicant_role"),
          .applicant_id_type = text("applicant_id_type"),
          .mother_hukou = text("mother_hukou"),
          .mother_id_type = text("mother_id_type"),
          .father_hukou = text("father_hukou"),
          .father_id_type = text("father_id_type"),
          .marriage_status = text("marriage_status"),
          .child_status = text("child_status"),
          .settlement_with = text("settlement_with"),
          .mother_alive = truth("mother_alive"),
          .father_stated = truth("father_stated"),
          .father_alive = truth("father_alive"),
          .licensed = truth("licensed"),
          .days_old = facts.at("days_old").as_int64()};
}

constexpr std::array<const char*, 11> condition_names = {
    "mother_id",     "father_id",      "marriage_certificate", "divorce_certificate", "death_certificate",
    "applicant_id",  "late_statement", "delivery_record",      "father_not_stated",   "out_of_wedlock_statement",
    "paternity_test"};

std::array<bool, condition_names.size()> conditions(const Family& family) {
  const std::string& status = family.marriage_status;
  const std::string& child = family.child_status;
  const bool out_of_wedlock =
      status == "10" || ((status == "30" || status == "40") &&
                         (child == "out-of-wedlock-with-father" || child == "out-of-wedlock-with-mother"));
  return {family.mother_alive,
          family.father_stated && family.father_alive,
          status == "20" || status == "21" || status == "22" || status == "23",
          status == "40",
          status == "30" || !family.mother_alive || (family.father_stated && !family.father_alive),
          family.applicant_role == "guardian" || family.applicant_role == "agent",
          family.days_old > late_after_days,
          !family.licensed,
          !family.father_stated && family.mother_alive,
          out_of_wedlock,
          out_of_wedlock && family.settlement_with == "father"};
}

constexpr std::array<const char*, 14> expression_names = {
    "mother_id",           "father_id",         "applicant_id",   "marriage_certificate",
    "divorce_certificate", "death_certificate", "late_statement", "delivery_record",
    "father_not_stated",   "hepatitis_b_slip",  "hukou_booklet",  "out_of_wedlock_statement",
    "paternity_test",      "hukou_lane"};

const char* document(std::string_view id_type) {
  if (id_type == "01") return "id-card";
  if (id_type == "02") return "hukou-booklet-as-id";
  if (id_type == "03") return "passport";
  if (id_type == "04") return "officer-card";
  if (id_type == "05") return "driving-licence";
  if (id_type == "06") return "hk-macao-permit";
  return "taiwan-permit";
}

std::array<const char*, expression_names.size()> expressions(const Family& family) {
  const auto [mother, father, marriage, divorce, death, applicant, late, delivery, not_stated, out_of_wedlock, test] =
      conditions(family);
  const std::string& settles = family.settlement_with == "father" ? family.father_hukou : family.mother_hukou;
  const bool away = (family.mother_hukou != here && family.father_hukou != here) || settles != here;
  const bool local = family.mother_hukou == here && (!family.father_stated || family.father_hukou == here);
  const auto bring = [](bool required) { return required ? "bring" : "not_required"; };
  const auto proof = [&](bool required) { return !required ? "not_required" : local ? "shared" : "bring"; };
  return {mother ? document(family.mother_id_type) : "not_required",
          father ? document(family.father_id_type) : "not_required",
          applicant ? document(family.applicant_id_type) : "absent",
          proof(marriage),
          proof(divorce),
          bring(death),
          bring(late),
          bring(delivery),
          bring(not_stated),
          family.licensed ? "hospital" : "bring",
          away ? "absent" : "shared",
          away ? "absent" : bring(out_of_wedlock),
          away ? "absent" : bring(test),
          away ? "elsewhere" : "joint"};
}

template <class Names, class Decide>
peers::Way way(const char* set, const Names& names, Decide decide, const std::vector<Family>& families) {
  const auto pass = [decide, &families] {
    for (const Family& family : families) benchmark::DoNotOptimize(decide(family));
  };
  const auto answers = [decide, &families, &names](std::size_t place) {
    boost::json::object named;
    const auto decided = decide(families[place]);
    for (std::size_t i = 0; i < names.size(); ++i) named[names[i]] = decided[i];
    return named;
  };
  return {set, "a function", pass, answers};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) peers::stop("give the folder of the families");
  std::vector<Family> families;
  for (const auto& facts : peers::families_of(argv[1])) families.push_back(family_of(facts.as_object()));
  peers::serve("",
               {way("conditions", condition_names, conditions, families),
                way("expressions", expression_names, expressions, families)},
               families.size());
}
