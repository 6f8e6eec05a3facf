// The search for an application that shows a rule doing something.
#pragma once

#include "coverage/targets.hpp"
#include "coverage/trial.hpp"

#include <memory>
#include <optional>
#include <random>
#include <vector>

namespace birthcase::coverage {

/// Looks for applications under one profile: through all values of the facts that the rule's condition mentions where
/// that is not too many, else at random, further on from what nearly does. The same search finds the same.
class Search {
 public:
  Search(std::shared_ptr<const Watched> watched, const SuggestionOptions& options);

  const Watched& watched() const noexcept { return *watched_; }
  const Family& family() const noexcept { return family_; }
  const std::vector<Target>& targets() const noexcept { return targets_; }

  /// The ordinary family on an ordinary day.
  Trial ordinary() const { return {.as_of = day_}; }

  std::optional<Trial> find(const Target& target);

  Plan plan_of(const Trial& trial) const;
  std::vector<Place> shown_by(const Trial& trial) const { return seen_in(*watched_, plan_of(trial)); }

 private:
  /// A change of a trial: of its day, the number of newborns, a result at hand, or a fact; none of them: as it is.
  struct Choice {
    std::optional<Date> day{};
    std::optional<std::uint16_t> newborns{};
    std::optional<ServiceId> at_hand{};
    std::optional<Told> told{};
  };
  using Dimension = std::vector<Choice>;

  /// What may be varied for a target.
  struct Space {
    std::vector<Slot> slots;
    Constants constants;
    bool days = false;
    bool newborns = false;
    bool results = false;
  };

  Trial start(const Target& target) const;
  void set_day(Trial& trial, const Target& target) const;
  Space narrow(const Target& target) const;
  Space wide(const Target& target) const;
  void add_expression(Space& space, const Expression& expression) const;
  void add_condition(Space& space, ConditionId condition) const;
  void add_slot(Space& space, Slot slot) const;
  void add_field(Space& space, FieldId field) const;
  void add_sources(Space& space) const;
  void add_context(Space& space, const Target& target) const;
  void add_context_of(Space&, std::monostate) const {}
  void add_context_of(Space&, const Channel*) const {}
  void add_context_of(Space&, const Check*) const {}
  void add_context_of(Space& space, const Derivation* derivation) const { add_field(space, derivation->field); }
  template <class About>
  void add_context_of(Space& space, About about) const;
  void add_context_of_evidence(Space& space) const;
  template <class Table>
  void add_conditions(Space& space, const Table& table) const {
    for (const auto& rule : table) add_condition(space, rule.when);
  }
  std::vector<Dimension> dimensions(const Space& space, const Target& target) const;
  Dimension dimension(Slot slot, std::uint16_t newborn, const Constants& constants) const;
  bool is_fixed(Slot slot, const Target& target) const;

  std::optional<Trial> through_all(const Target& target, const Trial& from, const std::vector<Dimension>& space);
  std::optional<Trial> at_random(const Target& target, const Trial& from, const std::vector<Dimension>& space);
  static void apply(Trial& trial, const Choice& choice);

  bool answers(const Target& target, const Trial& trial) const;
  bool answers(const Target& target, const Trial& trial, const Facts& facts, Truth truth) const;
  bool shows(const Target& target, const Trial& trial) const;
  Trial smallest(const Target& target, Trial trial) const;

  std::shared_ptr<const Watched> watched_;
  const Rules& rules_;
  SuggestionOptions options_;
  Date day_;
  Domains domains_;
  Family family_;
  std::vector<Target> targets_;
  std::mt19937 random_;
};

}  // namespace birthcase::coverage
