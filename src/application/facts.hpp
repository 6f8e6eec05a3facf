// Facts in their slots: how a fact and the groups around it depend on each other.
#pragma once

#include <birthcase/application.hpp>

#include "application/checks.hpp"

#include <string>
#include <vector>

namespace birthcase::application {

/// The JSON pointer of a fact: `/mother/name`, `/newborns/0/name`.
std::string pointer_of(const Schema& schema, FactRef fact);

/// Changes facts of the family and of one newborn. A change that runs out of memory has changed nothing: whatever it
/// needs is there before the first fact is touched.
class FactEditor {
 public:
  FactEditor(const Rules& rules, FactStore& store, std::uint16_t newborn = FactRef::family) noexcept
      : rules_(rules), store_(store), newborn_(newborn) {}

  Value& at(const Schema::Node& node) const noexcept {
    return (node.slot.newborn ? store_.newborns[newborn_] : store_.family)[node.slot.index];
  }

  /// Stores what was read for a field, in place of its former value.
  void put(const Schema::Node& node, Reading reading);

  /// There is none: the field, or the group and all that is in it.
  void put_null(const Schema::Node& node);

  /// A group is there, whatever may be known of it.
  void put_known(Index group);

  /// Unknown again: the field, or the group and all that is in it, and the groups that held nothing else.
  void clear(const Schema::Node& node) noexcept;

  /// Adds a finding at its place in the order of the facts.
  void report(FactRef fact, Finding finding);

 private:
  FactRef ref(const Schema::Node& node) const noexcept { return node.slot.of(newborn_); }
  bool is_root(Index node) const noexcept { return node == Schema::family_root || node == Schema::newborn_root; }
  bool is_in_null_group(const Schema::Node& node) const noexcept;
  bool has_known_child(const Schema::Node& group) const noexcept;

  Value opening_of(Index group) const;
  void open(Index group, const Value& opening) noexcept;
  void fill(const Schema::Node& node, const Value& value) noexcept;
  std::vector<Finding> remarks_on(const Schema::Node& node, const Reading& reading) const;
  void insert(FactRef fact, Finding finding) noexcept;
  void refuse(FactRef fact) noexcept;
  void forget(FactRef fact) noexcept;

  const Rules& rules_;
  FactStore& store_;
  std::uint16_t newborn_;
};

}  // namespace birthcase::application
