/// Who watches planning: every rule that decides something, as it is asked and as its answer is taken.
///
/// Told once for each service, document, field or look-up that a rule is asked about; not where planning merely looks
/// ahead, such as whether another service will have something to wait for.
#pragma once

#include <birthcase/rules.hpp>
#include <birthcase/why.hpp>

#include "profile/links.hpp"

#include <cstdint>
#include <variant>

namespace birthcase {

class Plan;

namespace planning {

/// For what a rule's answer was taken; nothing where the rule is about nothing else.
using Subject = std::variant<std::monostate, ServiceId, EvidenceId, FieldId>;

class Observer {
 public:
  virtual ~Observer() = default;

  /// A rule was asked for this newborn. One that is not in force answers no.
  virtual void asked(const Rule& rule, std::uint16_t newborn, Truth answer) = 0;

  /// A rule that applies was taken.
  virtual void chose(const Rule& rule, Subject subject) = 0;

  /// Whether a service's form has a line.
  virtual void asked_for_line(const FormLine& line, std::uint16_t newborn, Truth answer) = 0;

  /// Whether an organisation asks by a key of its look-up.
  virtual void asked_for_key(const DataShare& share, std::size_t key, std::uint16_t newborn, Truth answer) = 0;

  /// Whether another document does instead, for this holder.
  virtual void asked_instead(const EvidenceType::Alternative& choice, HolderId holder, Truth answer) = 0;
};

/// Tells the observer, if there is one.
class Witness {
 public:
  constexpr Witness() noexcept = default;  ///< nobody watches
  constexpr explicit Witness(Observer* observer) noexcept : observer_(observer) {}

  void asked(const Rule& rule, std::uint16_t newborn, Truth answer) const {
    if (observer_ != nullptr) observer_->asked(rule, newborn, answer);
  }
  void chose(const Rule& rule, Subject subject = {}) const {
    if (observer_ != nullptr) observer_->chose(rule, subject);
  }
  void asked_for_line(const FormLine& line, std::uint16_t newborn, Truth answer) const {
    if (observer_ != nullptr) observer_->asked_for_line(line, newborn, answer);
  }
  void asked_for_key(const DataShare& share, std::size_t key, std::uint16_t newborn, Truth answer) const {
    if (observer_ != nullptr) observer_->asked_for_key(share, key, newborn, answer);
  }
  void asked_instead(const EvidenceType::Alternative& choice, HolderId holder, Truth answer) const {
    if (observer_ != nullptr) observer_->asked_instead(choice, holder, answer);
  }

 private:
  Observer* observer_ = nullptr;
};

/// Goes through the phases that a plan was made by once more, and tells the observer.
void observe(const Plan& plan, Observer& observer);

}  // namespace planning
}  // namespace birthcase
