// The facts of a family.
#include "family.hpp"
#include "people.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <utility>

namespace city {
namespace {

namespace js = boost::json;
using birthcase::Date;
using birthcase::DateTime;
using boost::posix_time::minutes;

struct Household {
  Parent mother{};
  Parent father{};
  bool has_father = true;
  bool married = true;
  bool with_father = true;  ///< settles with
};

Household make_household(const Place& place, Date born, Dice& dice) {
  Household home;
  const bool foreign_mother = dice.happens(12);
  const bool foreign_father = !foreign_mother && dice.happens(5);
  home.mother = make_parent(place, true, !dice.happens(340), foreign_mother, born, dice);
  home.father = make_parent(place, false, !dice.happens(280), foreign_father, born, dice);
  home.married = !dice.happens(60);
  home.has_father = home.married || foreign_mother || dice.happens(600);
  home.with_father = dice.happens(650);
  if (home.mother.local != home.father.local && dice.happens(800)) home.with_father = home.father.local;
  if (home.mother.foreign) home.with_father = true;
  if (home.father.foreign || !home.has_father) home.with_father = false;
  return home;
}

js::object birth_of(const Place& place, const std::string& hospital, Dice& dice) {
  return {{"place_division", place.division},
          {"place_kind", "hospital"},
          {"institution", {{"name", hospital}, {"licensed", true}}},
          {"attendant_name", "陈医生"},
          {"mode", dice.happens(380) ? "caesarean" : "vaginal"},
          {"parity", dice.between(1, 3)},
          {"complications", dice.happens(40)}};
}

js::object dose(const std::string& day, const std::string& hospital, const char* batch) {
  return {{"given_on", day},
          {"batch", batch},
          {"maker", "测试生物制品公司"},
          {"institution", hospital},
          {"vaccinator", "林护士"}};
}

js::object newborn_of(const Household& home, const DateTime& born, int order, const std::string& hospital, Dice& dice) {
  const std::string day = birthcase::to_string(born.date());
  js::object newborn{{"sex", dice.happens(520) ? "1" : "2"},
                     {"order", order},
                     {"born_at", birthcase::to_string(born)},
                     {"gestational_weeks", dice.between(36, 41)},
                     {"gestational_days", dice.between(0, 6)},
                     {"weight_g", 10 * dice.between(230, 410)},
                     {"length_cm", dice.between(46, 53)},
                     {"health_status", dice.happens(960) ? "good" : "fair"},
                     {"hepatitis_b", dose(day, hospital, "HB2019041")}};
  if (dice.happens(900)) newborn["bcg"] = dose(day, hospital, "BC2019021");
  const Parent& settling = home.with_father ? home.father : home.mother;
  newborn["native_place"] = settling.facts.at("hukou").at("division");
  newborn["ethnicity"] = settling.facts.at("ethnicity");
  return newborn;
}

void add_settlement(js::object& truth, const Household& home, const Place& place, Dice& dice) {
  const Parent& settling = home.with_father ? home.father : home.mother;
  const bool grandparent = dice.happens(300);
  truth["settlement"] = {
      {"with", home.with_father ? "father" : "mother"},
      {"police_station", dice.any(place.towns) + "派出所"},
      {"household", {{"head_name", grandparent ? js::value(settling.surname + "大山") : settling.facts.at("name")}}}};
  if (!grandparent) return;
  for (js::value& newborn : truth["newborns"].as_array()) newborn.as_object()["relation_to_head"] = "40";
}

// Who has no hukou says so: it follows from no other fact.
js::object parent_applying(const char* role, const Parent& parent) {
  js::object applicant{{"role", role}};
  if (parent.foreign) applicant["hukou"] = nullptr;
  return applicant;
}

void add_applicant(js::object& truth, const Household& home, const Place& place, Dice& dice) {
  const int who = dice.between(1, 100);
  if (who <= 46) {
    truth["applicant"] = parent_applying("mother", home.mother);
  } else if (who <= 88 && home.has_father) {
    truth["applicant"] = parent_applying("father", home.father);
  } else {
    const Parent agent = make_parent(place, false, dice.happens(700), false, Date(1992, 1, 1), dice);
    truth["applicant"] = agent.facts;
    js::object& applicant = truth["applicant"].as_object();
    applicant["role"] = who <= 95 ? "agent" : "guardian";
    applicant["relation"] = "61";
    applicant.erase("ethnicity");
    applicant["hukou"].as_object().erase("kind");
  }
}

void add_benefit(js::object& truth, const Household& home, const Place& place, Dice& dice) {
  const bool wanted = dice.happens(550);
  if (place.profile.id() == "wenling") truth["services"] = wanted ? js::array{"maternity-benefit"} : js::array{};
  if (!wanted) {
    truth["benefit"] = {{"claimed_by", "none"}};
    return;
  }
  const bool by_father = home.has_father && !home.father.foreign && (home.mother.foreign || dice.happens(300));
  truth["benefit"] = {{"claimed_by", by_father ? "father" : "mother"},
                      {"insured", {{"employer", "测试针织有限公司"}}},
                      {"hospital_kind", "contracted"},
                      {"bank", "测试银行"},
                      {"account", account_number(dice)}};
}

std::string channel_of(const Place& place, const std::string& hospital, bool settles_here, Dice& dice) {
  if (place.profile.id() == "yiwu") return "hospital";
  if (place.profile.id() == "ruian") {
    if (dice.happens(50)) return "home-visit";
    return hospital == place.hospitals.front() ? "hospital" : "bank-branch";
  }
  if (dice.happens(settles_here ? 10 : 250)) return "mobile";  // some try who may not
  return dice.happens(280) ? "service-centre" : "hospital";
}

// Where the birth certificate comes first, the family brings it.
void add_certificates(js::object& truth, const std::string& hospital, std::uint32_t number) {
  int order = 0;
  for (js::value& newborn : truth["newborns"].as_array()) {
    newborn.as_object()["birth_certificate"] = {
        {"number", "S" + std::to_string(330000000 + number * 4 + static_cast<std::uint32_t>(order++))},
        {"issued_on", newborn.at("born_at").as_string().subview(0, 10)},
        {"institution", hospital}};
  }
}

// Most come within the week, some in the month, a few too late.
DateTime first_visit(const Place& place, const DateTime& born, bool hospital, Dice& dice) {
  const int days = dice.happens(45)    ? dice.between(31, 75)
                   : dice.happens(200) ? dice.between(6, 25)
                                       : dice.between(1, 4);
  const Date day = born.date() + boost::gregorian::days(days);
  return place.window_opens(DateTime(day) + minutes(dice.between(8 * 60, 16 * 60 + 30)), hospital);
}

void add_newborns(Family& family, const Household& home, const DateTime& born, const std::string& hospital) {
  js::array newborns;
  const int count = family.dice.happens(30) ? 2 : 1;
  for (int order = 1; order <= count; ++order) {
    newborns.push_back(newborn_of(home, born + minutes(6 * (order - 1)), order, hospital, family.dice));
    const std::string surname = home.has_father && !home.father.foreign ? home.father.surname : home.mother.surname;
    std::string name = surname + given_name(family.dice);
    if (order == 2 && name == family.names.front()) name += "二";
    newborns.back().as_object()["name"] = name;
    family.names.push_back(std::move(name));
  }
  family.truth["newborns"] = std::move(newborns);
}

}  // namespace

Family make_family(const Place& place, std::uint64_t seed, std::uint32_t number) {
  Family family{.number = number, .dice = Dice(seed * 1'000'003 + number)};
  Dice& dice = family.dice;
  const auto minutes_of_year = static_cast<int>((year_ends - year_begins).total_seconds() / 60);
  const DateTime born = year_begins + minutes(dice.between(0, minutes_of_year - 3 * 24 * 60));
  const Household home = make_household(place, born.date(), dice);
  const std::string hospital = dice.happens(450) ? place.hospitals.front() : dice.any(place.hospitals);
  js::object& truth = family.truth;
  truth["profile"] = place.profile.id();
  const bool settles_here = home.with_father ? home.father.local : home.mother.local;
  truth["channel"] = channel_of(place, hospital, settles_here, dice);
  truth["mother"] = home.mother.facts;
  truth["father"] = home.has_father ? js::value(home.father.facts) : js::value(nullptr);
  truth["marriage"] = {{"status", home.married ? "20" : "10"}};
  truth["residence"] = {{"province", place.province}, {"city", place.prefecture},
                        {"county", place.county},     {"town", dice.any(place.towns)},
                        {"village", "测试路"},        {"house_number", std::to_string(dice.between(1, 400)) + "号"}};
  truth["birth"] = birth_of(place, hospital, dice);
  add_newborns(family, home, born, hospital);
  add_settlement(truth, home, place, dice);
  add_applicant(truth, home, place, dice);
  add_benefit(truth, home, place, dice);
  truth["card"] = {{"bank", "测试银行"},
                   {"branch", dice.any(place.towns) + "支行"},
                   {"debit_account", account_number(dice)},
                   {"debit_account_holder", truth.at("mother").at("name")}};
  truth["delivery"] = {{"method", dice.happens(750) ? "mail" : "outlet"}};
  const bool certificate_first = truth["channel"] == "bank-branch" || truth["channel"] == "home-visit";
  if (certificate_first) add_certificates(truth, hospital, number);
  family.first_visit = first_visit(place, born, family.at_hospital(), dice);
  return family;
}

}  // namespace city
