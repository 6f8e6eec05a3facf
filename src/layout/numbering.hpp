// The numbers of a paper's parts.
#pragma once

#include <birthcase/result.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace birthcase::layout {

/// `一、需提交的材料`, `1. Documents to bring`
std::string numbered_heading(Language language, std::size_t number, std::string_view heading);

}  // namespace birthcase::layout
