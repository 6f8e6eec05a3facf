// The obligations of one profile, each with the rule that has it: what a search for tests aims at.
#pragma once

#include "coverage/watched.hpp"

#include <vector>

namespace birthcase::coverage {

enum class Table : std::uint8_t {
  profile,
  channels,
  done,
  lanes,
  requirements,
  alternatives,
  form,
  shares,
  keys,
  absorptions,
  competences,
  operators,
  promises,
  tolerances,
  deliveries,
  checks,
  derivations,
};

enum class Showing : std::uint8_t { applying, not_applying, undetermined, in_force, before, after, atom_yes, atom_no };

/// One obligation of one rule.
struct Target {
  Place place = nowhere;
  Table table = Table::profile;
  Index row = no_index;      ///< in the table; of requirements and lines: in the service's; of keys: in the share's
  Index service = no_index;  ///< of requirements and lines
  Index share = no_index;    ///< of keys
  Showing showing = Showing::applying;
  std::size_t atom = 0;
  Index item = no_index;  ///< applying for this service, evidence or field
  const Watch* watch = nullptr;
};

/// All of them, in the order of the obligations.
std::vector<Target> targets_of(const Watched& watched);

/// The dates and the condition of the rule, or nullptr for a rule that is none: a form's line, an alternative.
const Rule* rule_of(const Rules& rules, const Target& target);

}  // namespace birthcase::coverage
