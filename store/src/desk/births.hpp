/// Births that are looked up, and compared with those of other cases.
#pragma once

#include <birthcase/case.hpp>
#include <birthcase/desk.hpp>
#include <birthcase/duplicates.hpp>

#include <optional>
#include <vector>

namespace birthcase::store {

/// The births that others are to find: none of a case that was withdrawn or erased, and of a closed one none that the
/// plan sent to another way in.
std::vector<BirthKey> births_to_find(const Case& state);

/// The births of a case after some events.
struct BirthsNow {
  std::vector<BirthKey> all{};
  std::vector<BirthKey> looked_up{};  ///< those that may have come to be like others through the events
  std::vector<BirthKey> sole{};       ///< those of them that no other case may have exactly
};

/// When a case is opened, drafted or accepted its births are looked up; later, those that the events have changed. An
/// acceptance, a correction and a supplement do not make a birth that another case has; what a department answers
/// stands.
BirthsNow births_now(const Case& before, const Case& after, const std::vector<Event>& events);

bool accepts(const std::vector<Event>& events) noexcept;

/// Remarks on each birth of another case that is like one of ours, and says in what.
void remark_on(const std::vector<BirthKey>& ours, const std::vector<BirthKey>& alike, std::vector<Finding>& findings);

/// The refusal to accept, or to make of a case, what another case is about exactly.
std::optional<Refusal> duplicate(const std::vector<BirthKey>& ours, const std::vector<BirthKey>& alike);

}  // namespace birthcase::store
