/// The names of an application: which key means which fact, and where the fact stands.
#pragma once

#include <birthcase/condition.hpp>
#include <birthcase/field.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace birthcase {

/// The vocabulary of a profile: fields, groups of fields (`father`, `father.hukou`) and a few facts of the plan itself.
///
/// A group is a fact too: null where the family has told that there is none (`father = null`), known otherwise.
class Schema final : public Vocabulary {
 public:
  static constexpr std::string_view newborns = "newborns";
  static constexpr std::string_view newborn_prefix = "newborn.";

  /// A name in the tree of keys: a group with children, or a field.
  struct Node {
    std::string key;            ///< the last part of the name
    std::string name;           ///< the whole name
    FieldId field{};            ///< the field, if it is one
    Kind kind = Kind::context;  ///< of the field; a group is a context
    Slot slot;                  ///< of the field or of the group
    Index parent = no_index;
    std::vector<std::pair<std::string, Index>> children;  ///< sorted by key

    const Index* child(std::string_view wanted) const noexcept;
  };

  Schema() = default;

  /// Gives every field and every group its slot. The fields must stay where they are as long as the schema.
  explicit Schema(std::span<Field> fields, std::vector<DomainFunction> functions = {});

  std::optional<Binding> find(std::string_view name) const override;
  std::vector<std::string> names() const override;
  const DomainFunction* function(std::string_view name) const override;

  /// The field of this name, or nothing.
  std::optional<FieldId> field(std::string_view name) const noexcept;

  /// Root 0 holds the family's keys; root 1 those of a newborn.
  const Node& node(Index index) const noexcept { return nodes_[index]; }
  static constexpr Index family_root = 0;
  static constexpr Index newborn_root = 1;

  std::size_t family_slots() const noexcept { return family_slots_.size(); }
  std::size_t newborn_slots() const noexcept { return newborn_slots_.size(); }

  /// The node that stands at a slot.
  const Node& at(Slot slot) const noexcept;
  const Node& at(FactRef fact) const noexcept { return at(fact.slot()); }

  /// Facts of the plan rather than of the family: the division of the place, and the day of acceptance.
  Slot jurisdiction() const noexcept { return jurisdiction_; }
  Slot accepted_on() const noexcept { return accepted_on_; }

  /// Where the time of the application stands, if the profile has such a field.
  std::optional<Slot> applied_at() const noexcept { return applied_at_; }

  /// Where the channel stands, if the profile has such a field.
  std::optional<Slot> channel() const noexcept { return channel_; }

  /// From here on conditions can compare the channel with these alone, or with any text where there are none.
  void limit_channel(std::vector<std::string> ids);

  /// The nearest key of this node to a mistyped one, or nothing if none is near.
  std::string nearest_key(Index node, std::string_view key) const;

 private:
  Index append(std::string_view name, bool newborn);
  Index add(std::string_view name, bool newborn);
  Slot add_plan_fact(std::string_view name, Kind kind);
  std::optional<Index> place(std::string_view name) const noexcept;
  const std::vector<std::string>* codes_of(const Node& node) const noexcept;

  std::span<const Field> fields_;  // the profile's, which owns this schema too
  std::vector<DomainFunction> functions_;
  std::vector<Node> nodes_;
  std::vector<std::pair<std::string, Index>> by_name_;  // sorted; name → node
  std::vector<Index> family_slots_;                     // slot → node
  std::vector<Index> newborn_slots_;
  Slot jurisdiction_;
  Slot accepted_on_;
  std::optional<Slot> applied_at_;
  std::optional<Slot> channel_;
  std::vector<std::string> channels_;  // sorted
};

}  // namespace birthcase
