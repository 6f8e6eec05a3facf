// An application to try: an ordinary family, and what is different about this one.
#pragma once

#include <birthcase/plan.hpp>

#include "coverage/domains.hpp"

#include <optional>
#include <vector>

namespace birthcase::coverage {

/// A fact as it must be told; unknown: not told.
struct Told {
  Slot slot;
  std::uint16_t newborn = FactRef::family;
  Value value;

  bool same_fact(const Told& other) const noexcept { return slot == other.slot && newborn == other.newborn; }
};

/// What is different.
struct Trial {
  Date as_of;
  std::uint16_t newborns = 1;
  ServiceSet at_hand{};     ///< services whose results the family has already
  std::vector<Told> facts;  ///< each fact once; groups count before what is in them

  /// Tells a fact, in place of its former value.
  void tell(Told fact);
};

/// The family that trials differ from: everything is told that a rule reads and that does not follow from the rest, and
/// that no service has been done for it yet.
class Family {
 public:
  Family(const Profile& profile, const Domains& domains);

  const Profile& profile() const noexcept { return profile_; }
  const Application& ordinary() const noexcept { return ordinary_; }

  Application of(const Trial& trial) const;

 private:
  void tell_reference(Date as_of);
  void tell_the_rest(const Domains& domains);
  std::optional<Value> choose(FieldId field, const Domains& domains, std::vector<std::string>& used) const;
  void hand_in(Application& application, const Product& product) const;
  void put(Application& application, const Told& fact) const;

  Profile profile_;
  Application ordinary_;
  Column<Field, Value> products_;  // a value for those that a service yields
};

}  // namespace birthcase::coverage
