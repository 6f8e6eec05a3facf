// What a family tells: something at first, and then what it is asked.
#pragma once

#include <birthcase/plan.hpp>

#include "dice.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <string_view>

namespace birthcase::families {

/// Whether a profile has a field of this name.
bool knows(const Profile& profile, std::string_view field);

/// Part of the truth: all of it, or with few or many facts, groups and newborns left out; and the papers brought at
/// once.
boost::json::object told_first(const boost::json::object& truth, const Profile& profile, city::Dice& dice);

/// Tells what a plan says is missing or undecided: the truth, or something that could be true where the family has not
/// thought of it. False where there was nothing to tell that is not told.
bool tell_what_is_asked(boost::json::object& application, const boost::json::object& truth, const Plan& plan);

/// Something that could be the value of a fact: a number of the newborn's own, the ID number of its day of birth and
/// sex.
boost::json::value plausible(FactRef fact, const Plan& plan);

}  // namespace birthcase::families
