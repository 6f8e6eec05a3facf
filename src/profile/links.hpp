/// How the rows of a profile's tables hang together, so that planning walks arrays: lines of forms, sources of fields
/// and documents, orders. All of it follows from what `Rules` says, and nobody outside the library reads it.
#pragma once

#include <birthcase/rules.hpp>

#include <vector>

namespace birthcase {

/// A line of a service's form as planning walks it.
struct FormLine {
  FieldId field{};
  ConditionId when{};
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
  FieldId field{};
  std::vector<DerivationId> derivations;
};

/// Where the product of one service is needed by another.
struct Supply {
  ServiceId producer{};
  Product product{};
};

using DerivedId = Id<DerivedField>;

/// Where the value of a field can come from, other than the family.
struct FieldSources {
  ServiceSet producers;
  std::vector<ShareId> shares;  ///< in order
  DerivedId derived{};          ///< in `Links::derived`

  bool none() const noexcept { return producers.empty() && shares.empty() && derived == no_index; }
};

/// Where a document can come from, other than the family.
struct EvidenceSources {
  ServiceSet producers;
  std::vector<ShareId> shares;            ///< in order
  std::vector<AbsorptionId> absorptions;  ///< in order
};

struct Links {
  Column<Service, FormLines> lines;
  Column<Service, DoneId> done;                   ///< none: that cannot be told
  std::vector<ServiceId> order;                   ///< producers before consumers
  Column<Service, std::vector<Supply>> supplies;  ///< by consumer
  Column<Field, FieldSources> field_sources;
  Column<EvidenceType, EvidenceSources> evidence_sources;
  Table<DerivedField> derived;  ///< what others are derived from comes first

  /// The shares that may answer instead of a service that yields it, in order.
  const std::vector<ShareId>& shares_of(const Product& product) const noexcept {
    const auto* const field = std::get_if<FieldId>(&product);
    return field != nullptr ? field_sources[*field].shares
                            : evidence_sources[*std::get_if<EvidenceId>(&product)].shares;
  }
};

}  // namespace birthcase
