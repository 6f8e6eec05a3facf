// What the checks say to people.
#pragma once

#include <birthcase/result.hpp>

#include "application/checks.hpp"

#include <cstddef>
#include <string>

namespace birthcase::application {

/// The finding about a value that is refused. Codes: `empty-text`, `control-character`, `bad-format`, `unknown-code`,
/// `not-stated`,
/// `too-long`, `out-of-range`.
Finding finding_of(const Rules& rules, Index field, const Reading& reading, std::string path);

/// `private-use-character`, an info.
Finding private_use_finding(std::size_t position, std::string path);

/// `fact-unknown-to-profile`, an info.
Finding unknown_to_profile_finding(std::string path);

}  // namespace birthcase::application
