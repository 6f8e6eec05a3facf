// How much stack a call takes: measured first, then on a thread that has no more than docs/c.md promises.
#pragma once

#include <functional>
#include <string>

namespace caller {

/// Fails the test, with a number, where the call needs more than is promised; then makes it on a stack of that size,
/// with a guard below. The call is made twice.
void fits(const std::string& what, const std::function<void()>& call);

}  // namespace caller
