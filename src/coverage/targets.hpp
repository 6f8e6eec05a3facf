// The obligations of one profile, each with the rule that has it: what a search for tests aims at.
#pragma once

#include "coverage/watched.hpp"

#include <variant>
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
  Index row = no_index;  ///< in the table; of requirements and lines: in the service's; of keys: in the share's
  ServiceId service{};   ///< of requirements and lines
  ShareId share{};       ///< of keys
  Showing showing = Showing::applying;
  std::size_t atom = 0;
  std::variant<std::monostate, ServiceId, EvidenceId, FieldId> item{};  ///< applying for this
  const Watch* watch = nullptr;

  /// The row, in the table of these rows, which has to be that of the target.
  template <class Row>
  Id<Row> row_of() const noexcept {
    return Id<Row>(row);
  }
};

/// All of them, in the order of the obligations.
std::vector<Target> targets_of(const Watched& watched);

/// The dates and the condition of the rule, or nullptr for a rule that is none: a form's line, an alternative.
const Rule* rule_of(const Rules& rules, const Target& target);

}  // namespace birthcase::coverage
