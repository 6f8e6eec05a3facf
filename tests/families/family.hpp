// One random family: what is true of it, and what it says at first.
#pragma once

#include <birthcase/application.hpp>
#include <birthcase/profile.hpp>

#include "people.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace birthcase::families {

struct Family {
  std::uint64_t seed = 0;
  std::string profile{};
  DateTime comes_at{};               ///< to the window
  boost::json::object truth{};       ///< an application that tells everything; papers are not in it
  boost::json::object first_told{};  ///< part of it, with the papers that were brought at once
};

/// The family of a seed: always the same one. One of ordinary people, or one with anything that births bring: twins and
/// triplets, who settle together or apart; parents from abroad, soldiers, a dead or unknown father; agents and
/// guardians; every marital status and way in; births at home and elsewhere; dead and unnamed children; certificates,
/// numbers and enrolments from before; results posted or collected; applications that come late.
Family make_family(std::string_view profile, std::uint64_t seed);

}  // namespace birthcase::families
