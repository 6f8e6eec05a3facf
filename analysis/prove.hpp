/// Whether something holds for every family: decided, not sampled.
#pragma once

#include <birthcase/application.hpp>
#include <birthcase/plan.hpp>
#include <birthcase/profile.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace birthcase::analysis {

/// A question about all applications to a profile, complete or not.
///
/// The property and what is given are conditions over the facts and over what plans say (docs/testing-rules.md lists
/// the names). They speak of the newborn at hand, as rules do. A property is violated where it is false or null, never
/// where it is unknown.
struct Question {
  std::string property;
  std::vector<std::string> given;              ///< only applications for which all of these hold
  std::uint16_t most_newborns = 2;             ///< births of up to so many children are looked at
  Date as_of;                                  ///< the day that is planned for
  std::chrono::milliseconds patience{60'000};  ///< for the solver, each time it is asked
};

struct Proof {
  enum class Verdict : std::uint8_t {
    holds,      ///< for every application with up to `most_newborns` newborns
    fails,      ///< here is an application that shows it
    undecided,  ///< `reason` says why
  };

  Verdict verdict = Verdict::undecided;
  std::optional<Application> counterexample{};           ///< with as few facts as possible; `plan` was asked and agrees
  std::uint16_t newborn = 0;                             ///< the newborn that it is about
  std::vector<std::pair<std::string, Value>> because{};  ///< what the property mentions, as that plan has it
  Label reason{};
  bool for_nobody = false;  ///< it holds because no application is as given, which is most probably a slip
};

/// Errors are those of `Condition::compile`, with `path` saying which text: `/property`, `/given/0`.
Result<Proof> prove(const Profile& profile, const Question& question);

}  // namespace birthcase::analysis
