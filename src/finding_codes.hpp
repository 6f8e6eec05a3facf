// The codes of findings that the library itself makes. All others are the ids of a profile's checks.
#pragma once

#include <array>
#include <string_view>

namespace birthcase {

inline constexpr std::array<std::string_view, 14> finding_codes{
    "bad-format",
    "calendar-missing",
    "channel-not-for-this-family",
    "channel-not-open",
    "control-character",
    "empty-text",
    "fact-unknown-to-profile",
    "not-stated",
    "out-of-range",
    "private-use-character",
    "profile-not-in-force",
    "too-long",
    "unknown-channel",
    "unknown-code",
};

}  // namespace birthcase
