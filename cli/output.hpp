/// The standard output and the one line that says what is wrong.
#pragma once

#include <birthcase/result.hpp>

#include "layout/document.hpp"

#include <string_view>

namespace birthcase::cli {

/// What the program's exit status says.
enum Status : int {
  done = 0,
  answer_is_no = 1,
  wrong_input = 2,
  left_over = 3,  ///< done, and something is left: rows that cannot be read, or an erasure that must be repeated
};

/// The graver of two.
constexpr Status graver(Status a, Status b) noexcept { return a < b ? b : a; }

/// Writes text for people to the standard output, as lines of which no character can steer a terminal or pass for
/// another, wherever it came from. Where nobody reads it any more the program ends quietly; where it cannot be written
/// (a full disk) the program says so and ends with `wrong_input`.
void write(std::string_view text);

/// As `write`, for text with the inks of a `Page`: they alone become what colours a terminal.
void write_painted(std::string_view text);

/// Writes a document; as text it is laid out for what the output goes to.
void write(const layout::Document& document, layout::Format format = layout::Format::text);

/// Writes JSON: into a file byte by byte, to a terminal with escapes for the characters that `write` would replace.
void write_json(std::string_view json);

void flush();

/// One line on the standard error.
void complain(std::string_view line);

/// `complain` about an input; answers `wrong_input`.
Status refuse(const Error& error, std::string_view file = {});

}  // namespace birthcase::cli
