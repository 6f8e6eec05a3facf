// People who do not exist: names out of a bag of characters, ID numbers with their check digits.
#pragma once

#include <birthcase/date.hpp>

#include "dice.hpp"
#include "place.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <string_view>

namespace city {

/// GB 11643: division, day, a number whose last digit is odd for men, and the check digit.
std::string citizen_id(std::string_view division, birthcase::Date born, int serial);

/// So many digits, the last one by Luhn's rule.
std::string account_number(Dice& dice);

std::string given_name(Dice& dice);

struct Parent {
  std::string surname{};
  bool local = true;
  bool foreign = false;       ///< has no hukou
  boost::json::object facts;  ///< as they stand in an application
};

/// A parent: `local` by the hukou; one of the second kind has a passport or a travel permit.
Parent make_parent(const Place& place, bool mother, bool local, bool foreign, birthcase::Date child_born, Dice& dice);

std::string phone_number(Dice& dice);

}  // namespace city
