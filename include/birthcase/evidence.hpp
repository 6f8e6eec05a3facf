/// What the family must bring, and why; and what it need not bring, and why not.
#pragma once

#include <birthcase/rules.hpp>
#include <birthcase/why.hpp>

#include <cstdint>
#include <string_view>

namespace birthcase {

/// How a document gets to the departments that need it.
enum class EvidenceStatus : std::uint8_t {
  bring,         ///< by the family
  undetermined,  ///< whether by the family, or which document, depends on unknown facts
  produced,      ///< another service of this case yields it
  shared,        ///< an organisation's data stands for it
  hospital,      ///< the hospital has it
  absorbed,      ///< the one application form contains it
  not_required,  ///< its condition does not hold
};
std::string_view to_string(EvidenceStatus status) noexcept;

/// One document of one holder, however many services need it.
struct EvidenceItem {
  const EvidenceType* type = nullptr;
  EvidenceId asked{};                       ///< the type that the rules ask for, where `type` does instead of it
  HolderId holder{};                        ///< the person, or the role while it is not settled who that is
  std::uint16_t newborn = FactRef::family;  ///< 0-based, for documents of a newborn
  EvidenceStatus status = EvidenceStatus::bring;
  std::uint8_t original = 0;  ///< the strictest of what the services ask
  std::uint8_t copies = 0;
  const Tolerance* tolerance = nullptr;  ///< if it may come later or as a scan first
  ServiceSet needed_by;                  ///< services of this case that need it
  SuppliedBy from{};                     ///< shared, hospital: the organisation; produced: the service
  Why why;
};

}  // namespace birthcase
