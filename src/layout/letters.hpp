// What boxes and cells say where there are letters alone, and no type sizes or frames.
#pragma once

#include "layout/table.hpp"
#include "texts/words.hpp"

#include <string>
#include <string_view>

namespace birthcase::layout {

inline constexpr std::string_view line_to_write_on = "______________";

/// The label of a box, marked where it must be filled in.
std::string label_of(const paper::Box& box);

/// What stands in a box or can be ticked, else a line to write on; and its remark.
std::string content_of(const paper::Box& box, texts::Words words);

/// The lines of a cell: its own, and its remark.
std::string text_of(const Cell& cell, texts::Words words);

/// Where somebody signs.
std::string signature_of(std::string_view person, texts::Words words);

}  // namespace birthcase::layout
