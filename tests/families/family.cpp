#include "family.hpp"

#include "applications.hpp"
#include "case_story.hpp"
#include "telling.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>

namespace birthcase::families {
namespace {

namespace js = boost::json;
using boost::posix_time::minutes;

constexpr std::array<std::string_view, 8> marital{"10", "20", "21", "22", "23", "30", "40", "90"};

// Who belongs to the family, and what all the parts below need to know.
struct Household {
  const Place& place;
  Person mother;
  Person father;
  bool has_father = true;
  DateTime born;
  std::string hospital;
  bool at_home = false;
  int children = 1;
};

const Person& settling(const Household& home, const js::object& settlement) {
  return settlement.at("with") == "father" ? home.father : home.mother;
}

Household make_household(const Place& place, Dice& dice) {
  const DateTime year(Date(dice.happens(20) ? 2027 : 2019, 7, 1));  // some before their holidays are announced
  const DateTime born = year + minutes(dice.between(0, 5 * 365 * 24 * 60));
  Household home{.place = place,
                 .mother = make_person(place, Who::mother, born.date(), dice),
                 .father = make_person(place, Who::father, born.date(), dice),
                 .has_father = !dice.happens(60),
                 .born = born,
                 .hospital = dice.any(place.hospitals),
                 .at_home = dice.happens(40),
                 .children = dice.happens(80) ? dice.between(2, 3) : 1};
  if (dice.happens(60)) home.hospital = "杭州某产院";
  return home;
}

js::value status_of(const Household& home, Dice& dice) {
  if (dice.happens(300)) return js::value(dice.any(marital));
  return home.has_father ? "20" : "10";
}

js::object birth_of(const Household& home, Dice& dice) {
  js::object birth{{"place_division", dice.happens(80) ? "330106" : home.place.division},
                   {"place_kind", home.at_home        ? "home"
                                  : dice.happens(200) ? "mch"
                                                      : "hospital"},
                   {"institution", {{"name", home.at_home ? "家中" : home.hospital}, {"licensed", !home.at_home}}},
                   {"attendant_name", any_name("顾", dice)},
                   {"mode", dice.happens(400) ? "caesarean" : "vaginal"},
                   {"parity", dice.between(1, 3)},
                   {"complications", dice.happens(50)}};
  return birth;
}

js::value dose(std::string_view day, bool given, Dice& dice) {
  if (!given) return {{"given_on", nullptr}};
  return {{"given_on", day},
          {"batch", "B" + any_digits(6, dice)},
          {"maker", "某生物制品公司"},
          {"institution", "某接种门诊"},
          {"vaccinator", any_name("白", dice)}};
}

void add_earlier_results(js::object& newborn, const Household& home, int order, Dice& dice) {
  const std::string day = to_string(home.born.date());
  if (!dice.happens(80)) return;
  newborn["birth_certificate"] = {
      {"number", "S" + any_digits(9, dice)}, {"issued_on", day}, {"institution", "杭州某产院"}};
  if (!dice.happens(500) || newborn.at("name").is_null()) return;
  std::string compact = day;
  std::erase(compact, '-');
  const bool boy = newborn.at("sex") == "1";
  newborn["id_type"] = "01";
  newborn["id_number"] = tests::citizen_id(home.place.division, compact, 20 * order + (boy ? 1 : 0));
  if (dice.happens(300)) newborn["insurance"] = {{"already_enrolled", true}, {"number", "YB" + any_digits(8, dice)}};
}

js::object newborn_of(const Household& home, int order, Dice& dice) {
  const std::string day = to_string(home.born.date());
  const bool named = !dice.happens(50);
  const std::string surname = home.has_father && dice.happens(800) ? home.father.surname : home.mother.surname;
  js::object newborn{{"name", named ? js::value(any_name(surname, dice)) : js::value(nullptr)},
                     {"sex", dice.happens(520) ? "1" : "2"},
                     {"born_at", to_string(home.born + minutes(7 * (order - 1)))},
                     {"gestational_weeks", dice.between(34, 41)},
                     {"gestational_days", dice.between(0, 6)},
                     {"weight_g", 10 * dice.between(210, 420)},
                     {"length_cm", dice.between(44, 53)},
                     {"health_status", "good"},
                     {"native_place", home.place.division},
                     {"hepatitis_b", dose(day, dice.happens(950), dice)},
                     {"bcg", dose(day, dice.happens(900), dice)}};
  newborn["birth_date"] = to_string((home.born + minutes(7 * (order - 1))).date());
  if (home.children > 1) newborn["order"] = order;
  if (dice.happens(30)) newborn["alive"] = false;
  const js::value& from_mother = home.mother.facts.at("ethnicity");
  const js::value& from_father = home.father.facts.at("ethnicity");
  newborn["ethnicity"] = !from_mother.is_null()                      ? from_mother
                         : home.has_father && !from_father.is_null() ? from_father
                                                                     : "01";
  add_earlier_results(newborn, home, order, dice);
  return newborn;
}

js::object settlement_of(const Household& home, Dice& dice) {
  js::object settlement;
  bool with_father = home.has_father && dice.happens(600);
  if (home.has_father && home.mother.has_hukou != home.father.has_hukou) with_father = home.father.has_hukou;
  settlement["with"] = with_father ? "father" : "mother";
  const Person& parent = settling(home, settlement);
  const bool with_grandparent = dice.happens(300);
  settlement["police_station"] = "枕流派出所";
  settlement["household"] = {
      {"head_name", with_grandparent ? js::value(parent.surname + "老太") : parent.facts.at("name")}};
  return settlement;
}

void add_settlement(js::object& truth, const Household& home, const Profile& profile, Dice& dice) {
  truth["settlement"] = settlement_of(home, dice);
  const bool by_relation = truth["settlement"].at("household").at("head_name") !=
                           settling(home, truth["settlement"].as_object()).facts.at("name");
  const bool apart = knows(profile, "newborn.settlement.with") && home.children > 1 && home.has_father &&
                     home.mother.has_hukou && home.father.has_hukou && dice.happens(400);
  bool first = true;
  for (js::value& newborn : truth["newborns"].as_array()) {
    if (by_relation) newborn.as_object()["relation_to_head"] = "40";
    if (apart && !first) {
      const bool with_father = truth["settlement"].at("with") == "father";
      newborn.as_object()["settlement"] = {{"with", with_father ? "mother" : "father"}};
    }
    first = false;
  }
}

void add_applicant(js::object& truth, const Household& home, Dice& dice) {
  const auto lives = [](const Person& person) { return !person.facts.contains("alive"); };
  const bool father_can = home.has_father && lives(home.father);
  const int who = dice.between(1, 100);
  if (lives(home.mother) && (who <= 45 || (who <= 84 && !father_can))) {
    truth["applicant"] = {{"role", "mother"}};
  } else if (father_can && who <= 84) {
    truth["applicant"] = {{"role", "father"}};
  } else {
    js::object agent = make_person(home.place, Who::adult, home.born.date(), dice).facts;
    agent.erase("ethnicity");
    if (agent.at("hukou").is_object()) agent.at("hukou").as_object().erase("kind");
    agent["role"] = who <= 93 ? "agent" : "guardian";
    agent["relation"] = "62";
    truth["applicant"] = std::move(agent);
    return;
  }
  const Person& parent = truth["applicant"].at("role") == "mother" ? home.mother : home.father;
  if (!parent.has_hukou && dice.happens(500)) truth["applicant"].as_object()["hukou"] = nullptr;
}

void add_benefit(js::object& truth, const Household& home, Dice& dice) {
  const bool wanted = dice.happens(500);
  if (home.place.profile == "wenling") truth["services"] = wanted ? js::array{"maternity-benefit"} : js::array{};
  const bool by_father = home.has_father && dice.happens(300);
  truth["benefit"] = {{"claimed_by", !wanted     ? "none"
                                     : by_father ? "father"
                                                 : "mother"},
                      {"insured", {{"employer", "某针织公司"}, {"insurance_code", any_digits(10, dice)}}},
                      {"hospital_kind", "contracted"},
                      {"bank", "某银行"},
                      {"account", any_digits(19, dice)}};
}

void add_delivery(js::object& truth, Dice& dice) {
  js::object delivery{{"method", dice.happens(500) ? "mail" : "outlet"}};
  if (dice.happens(300)) {
    delivery["addressee"] = any_name("姚", dice);
    delivery["address"] = "浙江省某地收件路" + any_digits(3, dice) + "号";
    delivery["phone"] = any_phone(dice);
  }
  truth["delivery"] = std::move(delivery);
  truth["card"] = {{"bank", "某银行"}, {"branch", "某支行"}, {"debit_account", any_card(dice)}};
}

void add_parents(js::object& truth, Household& home, const Profile& profile, Dice& dice) {
  if (!home.at_home) home.mother.facts["inpatient_number"] = "Z" + any_digits(6, dice);
  if (dice.happens(15) && knows(profile, "mother.alive")) home.mother.facts["alive"] = false;
  if (dice.happens(20) && knows(profile, "father.alive")) home.father.facts["alive"] = false;
  truth["mother"] = home.mother.facts;
  truth["father"] = home.has_father ? js::value(home.father.facts) : js::value(nullptr);
}

std::string channel_of(const Profile& profile, Dice& dice) {
  const auto& channels = profile.rules().channels;
  return channels.empty() || dice.happens(10) ? std::string("hospital") : dice.any(channels).id;
}

// Most come within three weeks, some late, a few after more than a year.
DateTime first_visit(const DateTime& born, Dice& dice) {
  const int kind = dice.between(1, 100);
  const int days = kind <= 85 ? dice.between(1, 20) : kind <= 97 ? dice.between(25, 200) : dice.between(360, 700);
  const Date day = born.date() + boost::gregorian::days(days);
  return DateTime(day) + minutes(dice.between(8 * 60 + 30, 16 * 60 + 30));
}

}  // namespace

Family make_family(std::string_view profile_id, std::uint64_t seed) {
  const Profile& profile = tests::built_in(profile_id);
  Dice dice(seed * 2'000'003 + 17);
  Family family{.seed = seed, .profile = std::string(profile_id)};
  Household home = make_household(place_of(profile_id), dice);
  js::object& truth = family.truth;
  truth["profile"] = profile_id;
  truth["channel"] = channel_of(profile, dice);
  add_parents(truth, home, profile, dice);
  truth["marriage"] = {{"status", status_of(home, dice)}};
  truth["residence"] = {{"province", "浙江省"}, {"city", "某市"},      {"county", "某县"},
                        {"town", "某镇"},       {"village", "听雨里"}, {"house_number", any_digits(3, dice) + "号"}};
  truth["birth"] = birth_of(home, dice);
  js::array newborns;
  for (int order = 1; order <= home.children; ++order) newborns.push_back(newborn_of(home, order, dice));
  truth["newborns"] = std::move(newborns);
  add_settlement(truth, home, profile, dice);
  add_applicant(truth, home, dice);
  add_benefit(truth, home, dice);
  add_delivery(truth, dice);
  family.comes_at = first_visit(home.born, dice);
  truth["applied_at"] = to_string(family.comes_at);
  family.first_told = told_first(truth, profile, dice);
  if (dice.happens(100)) family.first_told.erase("applied_at");
  return family;
}

}  // namespace birthcase::families
