// One family: what is true of it, which the window learns sooner or later.
#pragma once

#include <birthcase/application.hpp>
#include <birthcase/date.hpp>
#include <birthcase/message.hpp>

#include "dice.hpp"
#include "place.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace city {

struct Family {
  std::uint32_t number = 0;
  Dice dice{0};                      ///< the rest of its fate
  boost::json::object truth{};       ///< an application without a mistake; documents are not in it
  std::vector<std::string> names{};  ///< of the newborns, also of those that are not named yet
  birthcase::DateTime first_visit{};

  bool twins() const noexcept { return names.size() > 1; }
  bool at_hospital() const;

  /// What is true of a fact, by its JSON pointer; unknown where the application says nothing about it.
  birthcase::Value fact(std::string_view pointer) const;
};

/// The family of this number in this seed's year: always the same one.
Family make_family(const Place& place, std::uint64_t seed, std::uint32_t number);

/// `newborns[0].name` of `/newborns/0/name`.
std::string fact_of_pointer(std::string_view pointer);

/// JSON pointers of the facts that are left out of applications most.
std::span<const std::string_view> often_forgotten() noexcept;

/// What the family says at first: the truth, with facts left out and numbers typed wrongly if so its dice fall.
struct Told {
  boost::json::object application{};
  bool incomplete = false;
  bool mistyped = false;
};
Told first_words(Family& family, const birthcase::DateTime& now);

/// The numbers of an application with one digit of the mother's wrong.
boost::json::object with_slip(boost::json::object application);

}  // namespace city
