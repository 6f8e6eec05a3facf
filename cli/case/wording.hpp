/// How the things of a case are called in a sentence.
#pragma once

#include <birthcase/case.hpp>

#include "case/case_words.hpp"
#include "words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace birthcase::cli::cases {

/// The id of a case or message as somebody typed it, for an error; `instead` where it has not the form of one, or may
/// be somebody's number.
std::string id_as_typed(const std::string& id, std::string_view instead);

/// How a case is shown.
struct CaseView {
  CaseView(const Case& shown, Language language) : state(shown), words(language) {}

  const Case& state;
  Words words;
};

/// The service of a step, with the newborn where there are several.
std::string step_name(const CaseView& view, std::string_view step_id);
std::string step_names(const CaseView& view, const std::vector<std::string>& step_ids);

std::string organisation_name(const CaseView& view, std::string_view id);

/// Who does a step, and for whom.
std::string department_of(const CaseView& view, const PlannedStep& planned);

/// `居民身份证（母亲）`
std::string document_name(const CaseView& view, std::string_view type, std::string_view holder, std::uint16_t newborn);

/// The label of a fact, with the newborn where there are several; the name itself where the profile has no such fact.
std::string fact_name_of(const CaseView& view, std::string_view name);

/// `2019-05-06`, `2019-05-06 10:30`
std::string for_eyes(const DateTime& moment);
std::string for_eyes(const Due& due);

}  // namespace birthcase::cli::cases
