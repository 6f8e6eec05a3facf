/// Whether a change is whole in itself, before the file is asked.
#pragma once

#include <birthcase/store.hpp>

#include <string_view>

namespace birthcase::store {

/// The message that an event speaks of having made; empty if it made none.
std::string_view message_made_by(const Event& event) noexcept;

/// Whether an event may be earlier than the one before it: only one that repairs a clock.
bool repairs_clock(const Event& event) noexcept;

/// Refuses free texts where names belong: who acts, and what a correction rests on. Older events may have them.
Result<void> check_names(const Change& change);

/// Errors: `contradiction`, `missing` and `out_of_range`, as `Store::append` says.
Result<void> check(const Change& change);

}  // namespace birthcase::store
