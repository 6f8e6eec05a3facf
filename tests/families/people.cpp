#include "people.hpp"

#include "case_story.hpp"

#include <algorithm>
#include <array>

namespace birthcase::families {
namespace {

namespace js = boost::json;

constexpr std::array<std::string_view, 10> surnames{"王", "李", "张", "陈", "吴", "毛", "颜", "欧阳", "司徒", "𠮷"};
constexpr std::array<std::string_view, 12> given{"翀", "璟", "昉", "珺", "祎", "骞",
                                                 "淼", "琬", "翊", "旻", "禾", "䶮"};
constexpr std::array<std::string_view, 5> lanes{"翠微巷", "听雨里", "枕流弄", "望舒路", "采薇街"};

struct Home {
  std::string_view division;
  std::string_view county;
};
constexpr std::array<Home, 6> elsewhere{{{"341226", "安徽省阜阳市颍上县"},
                                         {"361128", "江西省上饶市鄱阳县"},
                                         {"411525", "河南省信阳市固始县"},
                                         {"511722", "四川省达州市宣汉县"},
                                         {"330783", "浙江省金华市东阳市"},
                                         {"331082", "浙江省台州市临海市"}}};

struct Abroad {
  std::string_view id_type;
  std::string_view nationality;
  std::string_view prefix;
  int digits;
};
constexpr std::array<Abroad, 8> abroad{{{"03", "VNM", "C", 7},
                                        {"03", "JPN", "TR", 7},
                                        {"03", "USA", "5", 8},
                                        {"99", "DEU", "DEU", 12},
                                        {"06", "CHN", "H", 8},
                                        {"06", "CHN", "M", 10},
                                        {"07", "CHN", "0", 7},
                                        {"07", "CHN", "1", 7}}};

std::string compact(Date day) {
  std::string text = to_string(day);
  std::erase(text, '-');
  return text;
}

std::string address_in(std::string_view county, Dice& dice) {
  return std::string(county) + std::string(dice.any(lanes)) + std::to_string(dice.between(1, 999)) + "号";
}

Date day_of_birth(Date child_born, Dice& dice) {
  return child_born - boost::gregorian::days(dice.between(17 * 365, 46 * 365));
}

// With an ID card, or for those who are registered and have none at hand with the booklet or a driving licence.
void make_citizen(Person& person, const Place& place, bool woman, Date born, Dice& dice) {
  person.local = dice.happens(600);
  person.has_hukou = true;
  const Home& home = dice.any(elsewhere);
  const std::string division = person.local ? place.division : std::string(home.division);
  const std::string county = person.local ? place.county : std::string(home.county);
  const int kind = dice.between(1, 100);
  person.facts["id_type"] = kind <= 94 ? "01" : kind <= 97 ? "02" : "05";
  person.facts["id_number"] = tests::citizen_id(division, compact(born), 2 * dice.between(0, 499) + (woman ? 0 : 1));
  person.facts["ethnicity"] = dice.happens(100) ? "03" : "01";
  const int hukou = dice.between(1, 100);
  person.facts["hukou"] = {{"division", division},
                           {"kind", hukou <= 92   ? "family"
                                    : hukou <= 97 ? "collective"
                                                  : "student-collective"},
                           {"address", address_in(county, dice)}};
}

void make_soldier(Person& person, Dice& dice) {
  person.facts["id_type"] = "04";
  person.facts["id_number"] = "军字第" + any_digits(8, dice) + "号";
  person.facts["ethnicity"] = "01";
  person.facts["hukou"] = nullptr;
}

void make_guest(Person& person, Dice& dice) {
  const Abroad& home = dice.any(abroad);
  person.facts["nationality"] = home.nationality;
  person.facts["id_type"] = home.id_type;
  person.facts["id_number"] = std::string(home.prefix) + any_digits(home.digits, dice);
  person.facts["ethnicity"] = home.nationality == "CHN" ? js::value("01") : js::value(nullptr);
  person.facts["hukou"] = nullptr;
}

}  // namespace

const Place& place_of(std::string_view profile) {
  static const std::array<Place, 4> places{
      {{"base", "330108", "浙江省杭州市滨江区", {"滨江某产院", "滨江某妇保院"}},
       {"yiwu", "330782", "浙江省金华市义乌市", {"义乌某产院", "义乌某妇保院"}},
       {"ruian", "330381", "浙江省温州市瑞安市", {"瑞安市人民医院", "瑞安某妇保院"}},
       {"wenling", "331081", "浙江省台州市温岭市", {"温岭市第一人民医院", "温岭某产院"}}}};
  return *std::find_if(places.begin(), places.end(), [&](const Place& place) { return place.profile == profile; });
}

std::string any_name(std::string_view surname, Dice& dice) {
  return std::string(surname) + std::string(dice.any(given)) + std::string(dice.any(given));
}

std::string any_phone(Dice& dice) { return "139" + any_digits(8, dice); }

std::string any_card(Dice& dice) {
  const std::string digits = "622848" + any_digits(12, dice);
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int digit = (digits[i] - '0') * (i % 2 == 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return digits + static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::string any_digits(int count, Dice& dice) {
  std::string text;
  for (int i = 0; i < count; ++i) text += static_cast<char>('0' + dice.between(0, 9));
  return text;
}

Person make_person(const Place& place, Who who, Date child_born, Dice& dice) {
  Person person{.surname = std::string(dice.any(surnames))};
  const Date born = day_of_birth(child_born, dice);
  person.facts["name"] = any_name(person.surname, dice);
  person.facts["nationality"] = "CHN";
  person.facts["phone"] = any_phone(dice);
  const int kind = dice.between(1, 100);
  const bool woman = who == Who::mother || (who == Who::adult && dice.happens(500));
  if (kind <= 82) {
    make_citizen(person, place, woman, born, dice);
  } else if (kind <= 86) {
    make_soldier(person, dice);
  } else {
    make_guest(person, dice);
  }
  const bool follows = person.facts.at("id_type") == "01";  // from the number of the card
  if (who != Who::adult && (!follows || dice.happens(50))) person.facts["birth_date"] = to_string(born);
  return person;
}

}  // namespace birthcase::families
