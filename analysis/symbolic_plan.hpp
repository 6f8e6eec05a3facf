/// What plans say, for all applications at once: the planner's decisions as formulas.
#pragma once

#include "analysis/outcomes.hpp"
#include "analysis/rulebook.hpp"
#include "profile/links.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace birthcase::analysis {

/// Mirrors planning (src/plan/) decision by decision; tests hold the two against each other. Also gives properties
/// their facts.
class SymbolicPlan final : public FactTerms {
 public:
  SymbolicPlan(Formulas& formulas, Birth& birth, const OutcomeNames& names, Date as_of, Naming naming = Naming::by_id);

  Rulebook& rulebook() noexcept { return rulebook_; }

  /// An outcome as plans of any application have it.
  Term value(const Outcome& outcome, std::uint16_t newborn);

  Term fact(FactRef fact) override;
  z3::expr listed(FactRef list, std::string_view item) override { return rulebook_.listed(list, item); }
  std::vector<std::string> codes(FactRef fact) const override { return rulebook_.codes(fact); }
  std::uint16_t newborns() const override { return rulebook_.newborns(); }

 private:
  static constexpr std::uint16_t family = FactRef::family;

  /// The lane of one service: one of the first four holds.
  struct Choice {
    z3::expr joint;
    z3::expr elsewhere;
    z3::expr not_offered;
    z3::expr undetermined;
    z3::expr planned;
    z3::expr already_done;
  };

  /// One requirement of one lane.
  struct Use {
    const Requirement* requirement = nullptr;
    std::uint16_t newborn = family;  ///< whose document
    std::uint16_t whose = family;    ///< the newborn for whom it is asked
    z3::expr listed;                 ///< whether it is among the plan's documents at all
    std::vector<z3::expr> status;    ///< by `EvidenceStatus`
  };

  Term made(const Outcome& outcome, std::uint16_t newborn);
  Term question(const z3::expr& yes);

  // lanes
  Term lane_of(const Outcome& outcome, std::uint16_t newborn);
  void choose_lanes();
  Choice chosen(ServiceId service, std::uint16_t newborn);
  void follow_producers(ServiceId service, std::uint16_t newborn, Choice& lane);
  Answer needs(ServiceId consumer, const Supply& supply, std::uint16_t newborn);
  Answer needs_on_form(const Service& service, FieldId field, std::uint16_t newborn);
  Answer needs_to_deliver(ServiceId consumer, FieldId field, std::uint16_t newborn);
  Answer needs_to_follow(ServiceId consumer, FieldId field, std::uint16_t newborn);
  z3::expr follows_from(FactRef fact, Slot source);
  z3::expr any_follows_from(std::span<const Slot> facts, std::uint16_t newborn, Slot source);
  z3::expr at_hand(const Supply& supply, std::uint16_t newborn);
  z3::expr at_hand(EvidenceId evidence, std::uint16_t newborn);
  z3::expr has_its_product(ServiceId service, std::uint16_t newborn);
  Answer shared(std::span<const ShareId> shares, ServiceId service, std::uint16_t newborn);
  z3::expr shared_by_hospital(std::span<const ShareId> shares, ServiceId service, std::uint16_t newborn);
  Choice& lane(ServiceId service, std::uint16_t newborn);
  std::vector<std::uint16_t> copies(bool per_newborn) const;

  // evidence
  Term brings(const Outcome& outcome, std::uint16_t newborn);
  Term status_of(const Outcome& outcome, std::uint16_t newborn);
  const std::vector<Use>& uses();
  std::vector<std::uint16_t> asked_for(const Requirement& requirement, std::uint16_t lane_newborn) const;
  Use use(const Requirement& requirement, std::uint16_t lane_newborn, std::uint16_t whose);
  Answer produced(ServiceSet producers, std::uint16_t newborn);
  Answer absorbed(EvidenceId evidence, std::uint16_t newborn);
  z3::expr is_person(HolderId holder, HolderId person, std::uint16_t newborn);
  z3::expr is_type(const Requirement& requirement, HolderId person, EvidenceId type);
  z3::expr is_open(const Requirement& requirement, HolderId person);
  z3::expr status_for(const Use& use, EvidenceStatus status, HolderId person);
  z3::expr has_status(EvidenceStatus status, EvidenceId type, HolderId holder, std::uint16_t newborn);
  z3::expr merged(EvidenceStatus status, EvidenceId type, HolderId holder, std::uint16_t newborn);
  z3::expr settled_elsewhere(const Use& use, std::uint16_t newborn);
  std::vector<HolderId> people_of(HolderId holder) const;

  // steps
  template <class Table>
  Term first_that_applies(const Table& table, const Outcome& outcome, std::uint16_t newborn);
  Term competent(const Outcome& outcome, std::uint16_t newborn);
  Term operated_by(const Outcome& outcome, std::uint16_t newborn);
  template <class Table>
  Term first_to_name(const Table& table, ServiceId service, std::uint16_t newborn, Term who);
  Term while_planned(const Outcome& outcome, std::uint16_t newborn, Term who);
  z3::expr is_sent(ServiceId service, FieldId field, std::uint16_t newborn);
  z3::expr waits(ServiceId service, ServiceId other, std::uint16_t newborn);
  Term text_of(std::span<const std::pair<std::string_view, z3::expr>> cases);

  const OutcomeNames& names_;
  Naming naming_;
  Formulas& formulas_;
  Rulebook rulebook_;
  const Rules& rules_;
  std::map<std::pair<ServiceId, std::uint16_t>, Choice> lanes_;
  std::optional<std::vector<Use>> uses_;
  std::map<std::tuple<int, EvidenceId, HolderId, std::uint16_t>, z3::expr> merged_;
  std::map<std::pair<std::size_t, std::uint16_t>, Term> values_;
};

}  // namespace birthcase::analysis
