/// The answer for one birth: the one form, the documents, the route, and the facts that would say more.
#pragma once

#include <birthcase/application.hpp>
#include <birthcase/evidence.hpp>
#include <birthcase/form.hpp>
#include <birthcase/look_up.hpp>
#include <birthcase/route.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace birthcase {

/// The lane of one service for the family or for one newborn.
struct ServiceLane {
  const Service* service = nullptr;
  std::uint16_t newborn = FactRef::family;
  Lane lane = Lane::joint;
  bool planned = true;            ///< the route has a step for it
  OrganisationId organisation{};  ///< elsewhere: where to go
  ChannelId channel{};            ///< elsewhere: or which other way in
  bool already_done = false;      ///< elsewhere: the family has been there, its results are in their hands
  ServiceId follows{};            ///< elsewhere because the product of this service comes later
  Why why;
};

/// A fact that would decide something.
struct Undetermined {
  FactRef fact;
  std::vector<std::string> decides;  ///< `lane/…`, `evidence/…`, `field/…`, `operator/…`, `delivery/…` with ids; `due`
};

/// Whether the window can accept the case now.
struct Acceptability {
  bool now = false;
  std::vector<std::uint16_t> missing_evidence;     ///< places in `Plan::evidence`
  std::vector<std::uint16_t> missing_fields;       ///< places in `Plan::form.fields`
  std::vector<std::uint16_t> deferrable_evidence;  ///< in hand as a scan; the original comes later
};

/// Which document meets which requirement of which step.
struct EvidenceUse {
  const Requirement* requirement = nullptr;
  std::uint16_t lane = 0;                         ///< in `Plan::services`
  std::uint16_t evidence = 0;                     ///< in `Plan::evidence`
  std::uint16_t newborn = FactRef::family;        ///< for whom: a service of the family may need one for each newborn
  Truth needed = Truth::yes;                      ///< whether the requirement applies
  EvidenceStatus status = EvidenceStatus::bring;  ///< for this requirement alone
  Why why;
};

/// What a plan answers.
struct PlanAnswers {
  std::vector<ServiceLane> services;
  Form form;
  std::vector<EvidenceItem> evidence;
  std::vector<EvidenceUse> uses;        ///< by lane, then in the order of the service's requirements
  std::vector<PlannedLookUp> look_ups;  ///< in the order of the profile's shares
  std::vector<Step> route;
  std::vector<std::uint16_t> places;  ///< what `Places` speak of
  std::vector<Undetermined> undetermined;
  std::vector<Finding> findings;
  Acceptability acceptable;
  std::optional<Due> due;  ///< when the last result is due
};

class FactTable;
class Plan;
struct Shape;

namespace planning {
class Observer;
void observe(const Plan& plan, Observer& observer);
const Shape* shape_of(const Plan& plan) noexcept;
Plan plan_anew(const Profile& profile, const Application& application, Date as_of);
}  // namespace planning

/// A plan. Immutable once made; keeps the profile and the facts alive that it speaks of.
class Plan : public PlanAnswers {
 public:
  const Profile& profile() const noexcept { return profile_; }
  Date as_of() const noexcept { return as_of_; }
  const FactStore& facts() const noexcept { return *facts_; }

  std::span<const std::uint16_t> at(Places range) const noexcept {
    return std::span(places).subspan(range.first, range.count);
  }

  /// The facts that a rule read for this plan and, if it could not decide, those that would.
  Trace explain(const Why& why) const;

  /// Whether a rule applies on the day of the plan. A condition about the newborn at hand, asked for the family, holds
  /// if it holds for any newborn.
  Truth applies(const Rule& rule, std::uint16_t newborn = FactRef::family) const;

  /// Whether a condition of the profile holds.
  Truth holds(ConditionId condition, std::uint16_t newborn = FactRef::family) const;

  /// The facts that conditions are tested over, with `newborn.…` meaning this one. Valid as long as the plan.
  Facts facts_of(std::uint16_t newborn) const noexcept;

  /// How many newborns the plan is about: one, of whom nothing is known, where the application has none.
  std::uint16_t newborns() const noexcept;

  /// The person that a role means in this plan, for this newborn where a newborn's fact settles it; the role itself
  /// while that is not known. For the family such a role is a person only if it is the same for every newborn.
  HolderId person(HolderId holder, std::uint16_t newborn = FactRef::family) const noexcept;

  /// Whether a document that was handed in is this one: of its type or of the type that was asked, of the same person
  /// and newborn. A newborn that was left out means any. A holder that was left out means the one person who must
  /// bring such a document; if several must, it is nobody's (the finding `holder-not-stated`).
  bool is(const EvidenceItem& item, const HandedIn& document) const noexcept;

  /// An expression over the facts of this plan.
  Value evaluate(const Expression& expression) const;

  /// The state of the look-up of a share. If each newborn has one and `newborn` is the family: the state of a failed
  /// one, else of the first.
  LookUpState look_up(ShareId share, std::uint16_t newborn) const noexcept;

  /// How the value of a fact became known.
  Provenance provenance(FactRef fact) const;

  /// The value of a fact as the plan saw it: given, derived or unknown.
  const Value& value(FactRef fact) const;

 private:
  friend Plan plan(const Profile&, const Application&, Date);
  friend Plan planning::plan_anew(const Profile&, const Application&, Date);
  friend const Shape* planning::shape_of(const Plan&) noexcept;
  friend void planning::observe(const Plan&, planning::Observer&);
  Plan(Profile profile, std::shared_ptr<const FactStore> facts, Date as_of);

  Profile profile_;
  std::shared_ptr<const FactStore> facts_;
  std::shared_ptr<const FactTable> table_;
  const Shape* shape_ = nullptr;  // the profile's
  Date as_of_;
};

/// Plans one birth under one profile, as known on one day. Reads no clock; the same arguments give the same plan.
/// The application may have been made for another profile with the same facts, such as another city's.
/// Never fails: what is wrong with the application is in the findings.
Plan plan(const Profile& profile, const Application& application, Date as_of);

/// The name of a fact, with the newborn's place: `mother.name`, `newborns[0].name`.
std::string fact_name(const Profile& profile, FactRef fact);

/// The JSON pointer of a fact in an application: `/mother/name`, `/newborns/0/name`.
std::string fact_path(const Profile& profile, FactRef fact);

}  // namespace birthcase
