#include "layout/box_rows.hpp"

#include <birthcase/text.hpp>

namespace birthcase::layout {
namespace {

// Of A4, beside a label, at the size of the form.
constexpr std::size_t half_a_row = 30;

}  // namespace

std::size_t content_width(const paper::Box& box) {
  std::size_t width = display_width(box.value.empty() ? box.pattern : box.value);
  if (box.value.empty()) {
    for (const paper::Choice& choice : box.choices) width += display_width(choice.label) + 5;
  }
  return box.remark.empty() ? width : width + 2 + display_width(box.remark) * 4 / 5;  // in smaller letters
}

std::vector<BoxRow> rows_of(std::span<const paper::Box> boxes) {
  std::vector<BoxRow> rows;
  const paper::Box* waiting = nullptr;
  for (const paper::Box& box : boxes) {
    const bool wide = content_width(box) > half_a_row;
    if (waiting != nullptr) {
      rows.push_back({waiting, wide ? nullptr : &box});
      waiting = nullptr;
      if (!wide) continue;
    }
    if (wide) {
      rows.push_back({&box, nullptr});
    } else {
      waiting = &box;
    }
  }
  if (waiting != nullptr) rows.push_back({waiting, nullptr});
  return rows;
}

}  // namespace birthcase::layout
