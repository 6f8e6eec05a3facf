// The obligations of one profile, each with the rule that has it: what a search for tests aims at.
#pragma once

#include "coverage/watched.hpp"

#include <tuple>
#include <variant>
#include <vector>

namespace birthcase::coverage {

/// A key by which the organisation of a share is asked.
struct ShareKey {
  const DataShare* share = nullptr;
};

template <class... OfServices, class... OfProfile>
std::variant<std::monostate, const FormLine*, const WatchedAlternative*, ShareKey, const typename OfServices::Row*...,
             const typename OfProfile::Row*...>
any_subject(const std::tuple<OfServices...>&, const std::tuple<OfProfile...>&);

/// What has obligations: the profile as a whole (`monostate`), a line of a form, another document, a key, or a rule of
/// any table.
using Obliged = decltype(any_subject(profile::tables_of_services, profile::tables_of_profile));

enum class Showing : std::uint8_t { applying, not_applying, undetermined, in_force, before, after, atom_yes, atom_no };

/// One obligation of one rule.
struct Target {
  Place place = nowhere;
  Obliged about{};
  Showing showing = Showing::applying;
  std::size_t atom = 0;
  std::variant<std::monostate, ServiceId, EvidenceId, FieldId> item{};  ///< applying for this
  const Watch* watch = nullptr;
};

/// All of them, in the order of the obligations.
std::vector<Target> targets_of(const Watched& watched);

/// The rule, or nullptr for what is none: the whole profile, a line, another document, a key.
const Rule* rule_of(const Obliged& about);

}  // namespace birthcase::coverage
