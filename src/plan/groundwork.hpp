/// What a plan is put together from.
#pragma once

#include "plan/fact_table.hpp"
#include "plan/shapes/shape_key.hpp"

#include <memory>
#include <optional>

namespace birthcase::planning {

/// The facts of one application with what follows from them, and the key of its shape.
class Groundwork {
 public:
  Groundwork(Profile profile, std::shared_ptr<const FactStore> facts, Date as_of);

  /// The same for facts that are nearly those of another groundwork that has a key: as `FactTable` says.
  Groundwork(const Groundwork& before, std::shared_ptr<const FactStore> facts, const SlotSet& changed);

  Groundwork(const Groundwork&) = delete;
  Groundwork& operator=(const Groundwork&) = delete;

  const Profile& profile() const noexcept { return profile_; }
  const std::shared_ptr<const FactStore>& facts() const noexcept { return facts_; }
  Date as_of() const noexcept { return as_of_; }
  const FactTable& table() const noexcept { return table_; }

  /// As `key_of` says.
  const std::optional<ShapeKey>& key() const noexcept { return key_; }

 private:
  std::optional<ShapeKey> make_key(const ShapeKey* alike) const;

  Profile profile_;
  std::shared_ptr<const FactStore> facts_;
  Date as_of_;
  FactTable table_;
  std::optional<ShapeKey> key_;
};

/// The groundwork of a plan. If somebody still holds the plan that this thread made last, and its facts are nearly
/// these, only what may have changed is worked out. Nothing is kept for that: a caller that plans again and again while
/// facts are put in holds the plan before.
std::shared_ptr<const Groundwork> lay_groundwork(const Profile& profile, std::shared_ptr<const FactStore> facts,
                                                 Date as_of);

}  // namespace birthcase::planning
