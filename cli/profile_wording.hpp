/// Which profile it is, in words: its title, its place, the days on which it is in force.
#pragma once

#include <birthcase/profile.hpp>

#include "words.hpp"

#include <span>
#include <string>
#include <vector>

namespace birthcase::cli {

/// `义乌市 330782`, or that it is of no place.
std::string place_of(const Words& words, const Rules& rules);

/// `2019-04-29 起`, or that it always is.
std::string validity_of(const Words& words, const Validity& valid);

/// Title, place and validity, each on its line.
std::string heading_of(const Words& words, const Rules& rules);

/// A short name for each: the id, with the days in force where two have the same id, with a number where that does not
/// tell them apart either.
std::vector<std::string> names_of(const Words& words, std::span<const Profile> profiles);

}  // namespace birthcase::cli
