/// What a family brings to each service, side by side over profiles: the bulletin's annex 1, computed.
#pragma once

#include <birthcase/plan.hpp>
#include <birthcase/profile.hpp>
#include <birthcase/result.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace birthcase {

/// The comparison plans the profiles' *reference family*, which the base profile describes: facts that make a family
/// ordinary are known, facts that make a difference are unknown. It reads each answer off the plan: a document with the
/// status `bring` is brought, an undetermined one is brought under a condition.
struct Comparison {
  struct Item {
    const EvidenceType* evidence = nullptr;
    const Holder* holder = nullptr;  ///< the person or role that the rule names, if any
    std::uint8_t original = 0;
    std::uint8_t copies = 0;
    bool conditional = false;
    Label condition;  ///< when it is brought, in words; empty if unconditional
  };

  struct Cell {
    bool offered = true;  ///< false: "—", the profile's window does not handle the service
    std::vector<Item> brings{};
  };

  struct Row {
    std::string service;
    Label label;
    Label organisation;
    std::vector<Cell> cells;  ///< one for each profile
  };

  std::vector<Profile> profiles;
  std::vector<Row> rows;
  std::vector<Cell> together;  ///< for each profile: all services at once, each document once
};

/// Compares profiles as they are in force on a day. Errors: `missing` for no profiles at all.
Result<Comparison> compare(std::span<const Profile> profiles, Date as_of);

}  // namespace birthcase
