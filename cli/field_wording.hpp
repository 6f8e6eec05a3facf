/// What a field takes, in words.
#pragma once

#include <birthcase/field.hpp>

#include "words.hpp"

#include <string>

namespace birthcase::cli {

/// `文字 ≤50`, `数字 200–9999`, `代码 gbt-2260`
std::string kind_of(const Words& words, const Field& field, const Constraints& constraints);

}  // namespace birthcase::cli
