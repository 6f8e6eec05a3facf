#include "people.hpp"

#include <array>
#include <cstdio>

namespace city {
namespace {

using birthcase::Date;

constexpr std::array<std::string_view, 16> surnames{"王", "李", "张", "陈", "林", "金", "叶", "潘",
                                                    "蒋", "郑", "吴", "周", "毛", "江", "颜", "𠮷"};
constexpr std::array<std::string_view, 24> given{"子", "涵", "浩", "宇", "雨", "桐", "思", "远",
                                                 "一", "诺", "若", "曦", "梓", "晨", "佳", "怡",
                                                 "明", "轩", "欣", "妍", "䶮", "博", "文", "安"};

struct Elsewhere {
  std::string_view division;
  std::string_view address;
};
constexpr std::array<Elsewhere, 7> elsewhere{{{"341226", "安徽省阜阳市颍上县"},
                                              {"361128", "江西省上饶市鄱阳县"},
                                              {"411525", "河南省信阳市固始县"},
                                              {"511722", "四川省达州市宣汉县"},
                                              {"430626", "湖南省岳阳市平江县"},
                                              {"330783", "浙江省金华市东阳市"},
                                              {"331082", "浙江省台州市临海市"}}};

struct Paper {
  std::string_view id_type;
  std::string_view nationality;
  std::string_view prefix;
  std::string_view name;
};
constexpr std::array<Paper, 5> papers{{{"03", "VNM", "C", "阮氏梅"},
                                       {"03", "KHM", "N", "索菲亚"},
                                       {"03", "USA", "5", "SMITH ANNE"},
                                       {"06", "HKG", "H", "何美玲"},
                                       {"07", "TWN", "0", "蔡宜君"}}};

std::string digits(Dice& dice, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += static_cast<char>('0' + dice.between(0, 9));
  return text;
}

Date day_of_birth(Date child_born, Dice& dice) {
  return child_born - boost::gregorian::days(dice.between(20 * 365, 41 * 365));
}

void make_citizen(Parent& parent, const Place& place, bool mother, Date born, Dice& dice) {
  const Elsewhere& home = dice.any(elsewhere);
  const std::string division = parent.local ? place.division : std::string(home.division);
  const std::string region =
      parent.local ? place.province + place.prefecture + place.county : std::string(home.address);
  const std::string address = region + std::string(dice.any(place.towns)) + std::to_string(dice.between(1, 999)) + "号";
  parent.facts["nationality"] = "CHN";
  parent.facts["ethnicity"] = dice.happens(30) ? "03" : "01";
  parent.facts["id_type"] = "01";
  parent.facts["id_number"] = citizen_id(division, born, 2 * dice.between(0, 499) + (mother ? 0 : 1));
  parent.facts["hukou"] = {
      {"division", division}, {"kind", dice.happens(40) ? "collective" : "family"}, {"address", address}};
}

void make_foreigner(Parent& parent, bool mother, Date born, Dice& dice) {
  const Paper& paper = dice.any(papers);
  parent.facts["name"] = paper.name;
  parent.facts["sex"] = mother ? "2" : "1";
  parent.facts["birth_date"] = birthcase::to_string(born);
  parent.facts["nationality"] = paper.nationality;
  parent.facts["ethnicity"] = nullptr;
  parent.facts["id_type"] = paper.id_type;
  parent.facts["id_number"] = std::string(paper.prefix) + digits(dice, paper.id_type == "06" ? 8 : 7);
  parent.facts["hukou"] = nullptr;
}

}  // namespace

std::string citizen_id(std::string_view division, Date born, int serial) {
  constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  char text[32];
  const auto day = born.year_month_day();
  std::snprintf(text, sizeof text, "%04u%02u%02u%03d", static_cast<unsigned>(day.year) % 10000u,
                static_cast<unsigned>(day.month) % 100u, static_cast<unsigned>(day.day) % 100u, serial % 1000);
  std::string number = std::string(division) + text;
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum += (number[i] - '0') * weights[i];
  return number + "10X98765432"[sum % 11];
}

std::string account_number(Dice& dice) {
  std::string number = "622848" + digits(dice, 12);
  int sum = 0;
  for (std::size_t i = 0; i < number.size(); ++i) {
    const int digit = number[number.size() - 1 - i] - '0';
    sum += i % 2 == 1 ? digit : (digit * 2) % 10 + (digit * 2) / 10;
  }
  return number + static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::string given_name(Dice& dice) {
  std::string name(dice.any(given));
  if (dice.happens(800)) name += dice.any(given);
  return name;
}

std::string phone_number(Dice& dice) { return "139" + digits(dice, 8); }

Parent make_parent(const Place& place, bool mother, bool local, bool foreign, Date child_born, Dice& dice) {
  Parent parent{
      .surname = std::string(dice.any(surnames)), .local = local && !foreign, .foreign = foreign, .facts = {}};
  const Date born = day_of_birth(child_born, dice);
  parent.facts["name"] = parent.surname + given_name(dice);
  parent.facts["phone"] = phone_number(dice);
  if (foreign) {
    make_foreigner(parent, mother, born, dice);
  } else {
    make_citizen(parent, place, mother, born, dice);
  }
  if (mother) parent.facts["inpatient_number"] = "ZY" + digits(dice, 7);
  return parent;
}

}  // namespace city
