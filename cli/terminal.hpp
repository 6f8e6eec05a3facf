/// What the output goes to: a terminal with its width and colours, or a file.
#pragma once

#include "layout/document.hpp"

#include <cstdio>
#include <string_view>

namespace birthcase::cli {

using layout::Align;
using layout::Document;
using layout::Ink;
using layout::Page;
using layout::Table;

/// What makes a terminal write in this ink; `plain` ends the others.
std::string_view terminal_code(Ink ink) noexcept;

bool is_terminal(std::FILE* stream) noexcept;

/// The page of the standard output: as wide as the terminal (60–120), 100 columns for files; coloured on a terminal
/// unless `NO_COLOR` is set.
Page page_of_output();

}  // namespace birthcase::cli
