// How a page of HTML looks.
#pragma once

#include <string_view>

namespace birthcase::layout {

/// The style sheet of every page, without what its own foot says.
extern const std::string_view page_style;

/// For pages that are no paper.
extern const std::string_view wide_page_style;

}  // namespace birthcase::layout
