/// Differences between profiles in words.
#pragma once

#if BIRTHCASE_ANALYSIS

#include "analysis/difference.hpp"
#include "terminal.hpp"

#include <string>
#include <string_view>

namespace birthcase::cli {

/// A row for each difference, an application that shows each, and in one line whether families are asked for more.
/// `before` and `after` are what the profiles are called: two versions have one id.
Document difference_document(const analysis::Difference& difference, std::string_view before, std::string_view after,
                             Language language);

std::string difference_json(const analysis::Difference& difference);

}  // namespace birthcase::cli

#endif
