// How the papers of an accepted case speak of it.
#pragma once

#include <birthcase/case.hpp>
#include <birthcase/documents.hpp>

#include "documents/wording.hpp"

#include <string>
#include <string_view>

namespace birthcase::documents {

/// Refuses a case that was not accepted.
Result<void> check_accepted(const Case& state);

/// Speaks of one accepted case in one language, by the plan that it goes by. Does not keep the case alive.
class CaseWording {
 public:
  CaseWording(const Case& state, Language language)
      : state_(state), plan_(birthcase::plan(state, state.accepted_at->date())), wording_(plan_, language) {}
  CaseWording(const CaseWording&) = delete;
  CaseWording& operator=(const CaseWording&) = delete;

  const Case& state() const noexcept { return state_; }
  const Plan& plan() const noexcept { return plan_; }
  const Wording& wording() const noexcept { return wording_; }
  Words words() const noexcept { return wording_.words(); }
  auto words(const auto&... text) const { return wording_.words(text...); }

  /// An empty paper with its head: number, time of acceptance.
  Paper paper(std::string_view title) const;

  /// Adds who applies, and for whom, to the head of a paper.
  void add_family(Paper& paper) const;

  std::string organisation(std::string_view id) const;
  std::string service(const PlannedStep& step) const;

  /// The deferred documents that are not here yet, with the days by which they must be.
  paper::Table deferred() const;

 private:
  const Case& state_;
  Plan plan_;
  Wording wording_;
};

}  // namespace birthcase::documents
