// Calls in processes of their own: what is filled once is still as empty there as it is here, and a crash ends nothing
// but the child.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>

namespace birthcase::tests {

/// The answer of a call in a child process; empty if it ended otherwise.
std::string answer_of_child(const std::function<std::string()>& call);

/// Makes a call with its first allocation failing, with its second, and so on, each time in a new child process, and
/// then once more there with memory enough. Answers how often the two calls came out how: `out of memory, then
/// answered`. Others than these are `answered otherwise`, `threw otherwise` and `crashed`.
std::map<std::string, std::size_t> endings_of_children(const std::function<std::string()>& call,
                                                       const std::string& wanted, std::size_t stride = 1);

}  // namespace birthcase::tests
