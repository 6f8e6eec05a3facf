// Suggestions for mistyped names.
#pragma once

#include <span>
#include <string_view>

namespace birthcase {

/// The candidate that a mistyped word most probably meant: the fewest edits away, at most a third of its length, and of
/// several the one that begins most like it; else the only one that the word begins, as `midwifery` does
/// `midwifery-institution`; empty if there is none. Words over 64 bytes are not compared.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

/// The beginning of a name that somebody wrote, up to the first control character and not too much of it: a message
/// stays one readable line.
std::string_view shown(std::string_view name) noexcept;

}  // namespace birthcase
