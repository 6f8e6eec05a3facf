/// How the rows of a profile's tables hang together, so that planning walks arrays: lines of forms, sources of fields
/// and documents, orders. All of it follows from what `Rules` says, and nobody outside the library reads it.
#pragma once

#include <birthcase/rules.hpp>

#include <vector>

namespace birthcase {

/// A line of a service's form as planning walks it.
struct FormLine {
  Index field = no_index;
  Index when = no_index;
  bool required = false;
  bool per_newborn = false;  ///< the field is
  bool own = false;          ///< the service itself yields the value
};

/// A service's form without what only people read.
struct FormLines {
  std::vector<FormLine> all;
  std::vector<FormLine> conditional;  ///< of these, the ones that are not always there
};

/// All derivations of one field; the first that applies gives the value.
struct DerivedField {
  Index field = no_index;
  std::vector<Index> derivations;
};

/// Where the product of one service is needed by another.
struct Supply {
  Index producer = no_index;
  Index field = no_index;
  Index evidence = no_index;
};

/// Where the value of a field can come from, other than the family.
struct FieldSources {
  ServiceSet producers;
  std::vector<Index> shares;  ///< in order
  Index derived = no_index;   ///< in `Links::derived`

  bool none() const noexcept { return producers.empty() && shares.empty() && derived == no_index; }
};

/// Where a document can come from, other than the family.
struct EvidenceSources {
  ServiceSet producers;
  std::vector<Index> shares;       ///< in order
  std::vector<Index> absorptions;  ///< in order
};

struct Links {
  std::vector<FormLines> lines;                   ///< by service
  std::vector<Index> done;                        ///< by service: in `Rules::done`; `no_index`: that cannot be told
  std::vector<Index> order;                       ///< services, producers before consumers
  std::vector<std::vector<Supply>> supplies;      ///< by consumer
  std::vector<FieldSources> field_sources;        ///< by field
  std::vector<EvidenceSources> evidence_sources;  ///< by evidence
  std::vector<DerivedField> derived;              ///< what others are derived from comes first
};

}  // namespace birthcase
