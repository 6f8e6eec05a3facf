// How a paper looks.
#pragma once

#include <string_view>

namespace birthcase::documents {

/// The style sheet of every paper, without what its own foot says.
extern const std::string_view page_style;

}  // namespace birthcase::documents
