// The people of random families, with the documents that people really have.
#pragma once

#include <birthcase/date.hpp>

#include "dice.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace birthcase::families {

using city::Dice;

/// Where a family's window stands.
struct Place {
  std::string profile;
  std::string division;
  std::string county;
  std::vector<std::string> hospitals;
};

/// The place of a built-in profile; `base`, which is no place, is a county of its own.
const Place& place_of(std::string_view profile);

struct Person {
  boost::json::object facts{};  ///< as an application tells them
  std::string surname{};
  bool local = false;      ///< registered in the place
  bool has_hukou = false;  ///< registered anywhere
};

/// A parent, or with `adult` anybody who stands at the window for the family.
enum class Who { mother, father, adult };

/// Citizens of the place and from elsewhere, soldiers, people of Hong Kong, Macao and Taiwan, foreigners with a
/// passport or a residence card; names, phones and addresses that stand in no rule.
Person make_person(const Place& place, Who who, Date child_born, Dice& dice);

/// A name that nobody else has and no rule mentions.
std::string any_name(std::string_view surname, Dice& dice);
std::string any_phone(Dice& dice);
std::string any_card(Dice& dice);  ///< the number of a bank card
std::string any_digits(int count, Dice& dice);

}  // namespace birthcase::families
