/// Differences between profiles in words.
#pragma once

#if BIRTHCASE_ANALYSIS

#include "analysis/difference.hpp"
#include "table_document.hpp"

#include <string>

namespace birthcase::cli {

/// A row for each difference, an application that shows each, and in one line whether families are asked for more.
TableDocument difference_document(const analysis::Difference& difference, const Profile& before, const Profile& after,
                                  Language language);

std::string difference_json(const analysis::Difference& difference);

}  // namespace birthcase::cli

#endif
