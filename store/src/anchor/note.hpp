/// The lines of a note of heads, as `birthcase/anchor.hpp` describes them.
#pragma once

#include <birthcase/date.hpp>
#include <birthcase/store.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace birthcase::store::notes {

inline constexpr std::string_view first_line = "birthcase-anchor 1";

/// What a note says of itself.
struct Summary {
  DateTime at;
  std::uint64_t cases = 0;
  std::string digest{};
};

/// `at …` with the first line before it, and `cases …`, `digest …`.
std::string beginning_of(const Summary& note);
std::string end_of(const Summary& note);

/// What a signature is over.
inline std::string signed_text_of(const Summary& note) { return beginning_of(note) + end_of(note); }

std::string line_of(const Head& head);

/// What stands behind a line's first word; nothing if that is another one.
std::optional<std::string_view> after_word(std::string_view line, std::string_view word) noexcept;

/// What stands behind `case`; nothing if it is not as `line_of` writes it.
std::optional<Head> head_in(std::string_view text);

/// A number as it is written in notes: digits, without a zero before them.
std::optional<std::uint64_t> number_in(std::string_view text) noexcept;

/// Whether a text can be the digest or hash of something.
bool is_digest(std::string_view text) noexcept;

/// Whether a head can stand in a note.
bool is_sound(const Head& head) noexcept;

}  // namespace birthcase::store::notes
