/// The document that a case is exported as, read back.
#pragma once

#include <birthcase/result.hpp>
#include <birthcase/rules.hpp>

#include "kept.hpp"

#include <string_view>
#include <vector>

namespace birthcase::store {

inline constexpr std::string_view case_document_format = "birthcase-case-1";

struct CaseDocument {
  KeptCase row{};
  std::vector<ProfileText> layers{};
  std::vector<KeptEvent> events{};
  std::vector<KeptRow> messages{};
};

/// Errors: `syntax`, `missing`, `wrong_type`, `out_of_range`, `unknown_name`, with the path.
Result<CaseDocument> parse_case_document(std::string_view json);

}  // namespace birthcase::store
