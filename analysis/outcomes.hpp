/// What a plan can say, as names that properties may use beside the facts: `brings.marriage-certificate`,
/// `lane.hukou-registration`, `promise.birth-certificate`, …
#pragma once

#include <birthcase/condition.hpp>
#include <birthcase/plan.hpp>
#include <birthcase/profile.hpp>

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::analysis {

/// One thing that a plan decides, for the family or for each newborn.
struct Outcome {
  enum class Kind : std::uint8_t {
    brings,     ///< `brings.EVIDENCE[.HOLDER]`: whether the family brings it; unknown where that is undetermined
    evidence,   ///< `evidence.EVIDENCE[.HOLDER]`: its status
    lane,       ///< `lane.SERVICE`
    done,       ///< `done.SERVICE`: whether it was done before
    step,       ///< `step.SERVICE`: whether the route has a step for it
    waits,      ///< `waits.SERVICE.OTHER`: whether its step comes after that of the other
    promise,    ///< `promise.SERVICE`: the id of the promise, null for none
    delivery,   ///< `delivered.SERVICE`: the id of the delivery rule, null for none
    payload,    ///< `payload.SERVICE.FIELD`: whether its step is sent this field, of those that ways of delivery need
    competent,  ///< `competent.SERVICE`: the organisation that decides; null where there is no step
    operated,   ///< `operated.SERVICE`: the organisation that stands at the window; null where there is no step
    open,       ///< `open.CHANNEL`: whether it is open to the family
    found,      ///< `found.CHECK`: whether the check finds something
  };

  Kind kind = Kind::step;
  std::string name;
  bool per_newborn = false;
  EvidenceId evidence{};
  HolderId holder{};  ///< of the evidence; none: anybody's
  ServiceId service{};
  ServiceId other{};  ///< that the service waits for
  FieldId field{};    ///< that the service is sent
  ChannelId channel{};
  Id<Check> check{};
  Slot slot{};  ///< behind the slots of the facts
};

/// The facts of a profile and the outcomes of its plans. A property is a condition over these names; like a rule it
/// speaks of the newborn at hand.
class OutcomeNames final : public Vocabulary {
 public:
  explicit OutcomeNames(const Profile& profile);

  std::optional<Binding> find(std::string_view name) const override;
  std::vector<std::string> names() const override;
  const DomainFunction* function(std::string_view name) const override;

  const Profile& profile() const noexcept { return profile_; }
  const std::vector<Outcome>& outcomes() const noexcept { return outcomes_; }

  /// The outcome at a slot, or nullptr for a slot of the facts.
  const Outcome* at(Slot slot) const noexcept;

 private:
  void add(Outcome outcome);
  void add_evidence();
  void add_services();
  void add_delivery_fields(ServiceId service);
  const std::vector<std::string>* codes_of(const Outcome& outcome) const noexcept;

  Profile profile_;
  std::vector<Outcome> outcomes_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
  std::vector<std::size_t> family_;  // slot behind the facts → outcome
  std::vector<std::size_t> newborn_;
  std::vector<std::string> lanes_;
  std::vector<std::string> statuses_;
  std::vector<std::string> organisations_;
};

/// How promises and ways of delivery are called: by their rules' ids, or by what they say, so that two profiles with
/// other ids can be compared: `3 working days from acceptance`, `mail`.
enum class Naming : std::uint8_t { by_id, by_content };
std::string name_of(const Promise& promise, Naming naming);
std::string name_of(const DeliveryRule& delivery, Naming naming);

/// Whether a kind of outcome is a question that is answered by yes or no.
bool is_question(Outcome::Kind kind) noexcept;

/// What a plan that was made says. `newborn` is ignored for outcomes of the family.
Value value_of(const Outcome& outcome, const Plan& plan, std::uint16_t newborn, Naming naming = Naming::by_id);

/// A property over a plan that was made, for one newborn.
Truth test(const Condition& property, const OutcomeNames& names, const Plan& plan, std::uint16_t newborn);

}  // namespace birthcase::analysis
