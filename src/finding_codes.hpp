// The codes of findings that the library itself makes. All others are the ids of a profile's checks.
#pragma once

#include <array>
#include <string_view>

namespace birthcase {

inline constexpr std::array<std::string_view, 34> finding_codes{
    "bad-format",
    "calendar-missing",
    "channel-not-for-this-family",
    "channel-not-open",
    "combining-mark",
    "control-character",
    "delivery-method-not-here",
    "empty-text",
    "fact-unknown-to-profile",
    "facts-disagree",
    "full-width-character",
    "holder-not-stated",
    "in-the-future",
    "look-alike-character",
    "look-up-differs",
    "look-up-open",
    "lost-character",
    "mixed-scripts",
    "name-punctuation",
    "name-spacing",
    "not-stated",
    "not-whole",
    "nothing-joint",
    "out-of-range",
    "placeholder-name",
    "private-use-character",
    "profile-not-in-force",
    "rule-too-costly",
    "symbol-in-name",
    "too-long",
    "unknown-channel",
    "unknown-code",
    "unusual-number",
    "value-needed",
};

}  // namespace birthcase
