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

/// Whether births may have come to be like others through these events.
bool may_be_alike(const std::vector<Event>& events) noexcept;

bool accepts(const std::vector<Event>& events) noexcept;

/// Remarks on each birth of another case that is like one of ours, and says in what.
void remark_on(const std::vector<BirthKey>& ours, const std::vector<BirthKey>& alike, std::vector<Finding>& findings);

/// The refusal to accept what another case is about exactly.
std::optional<Refusal> duplicate(const std::vector<BirthKey>& ours, const std::vector<BirthKey>& alike);

}  // namespace birthcase::store
