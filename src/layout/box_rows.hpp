// Which boxes of a form stand side by side.
#pragma once

#include <birthcase/documents.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace birthcase::layout {

/// Two boxes side by side, or one over the whole width.
struct BoxRow {
  const paper::Box* first = nullptr;
  const paper::Box* second = nullptr;
};

/// The rows of a group, in its order. A box with more in it than half a row holds has a row of its own.
std::vector<BoxRow> rows_of(std::span<const paper::Box> boxes);

/// The columns that the content of a box takes.
std::size_t content_width(const paper::Box& box);

}  // namespace birthcase::layout
