/// How the things of a plan are called in a sentence.
#pragma once

#include "plan_text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace birthcase::cli {

/// `2019-05-06 10:30`: the T and the seconds of ISO 8601 are for programs. Other texts stay as they are.
std::string for_eyes(std::string moment);

std::string joined(const std::vector<std::string>& parts, std::string_view separator);

bool several_newborns(const PlanView& view) noexcept;

/// The service, with the newborn where there are several.
std::string service_name(const PlanView& view, const Service& service, std::uint16_t newborn);

/// The services of a set, in one line.
std::string service_names(const PlanView& view, ServiceSet services);

/// Whose document it is; empty if it is nobody's.
std::string holder_name(const PlanView& view, const EvidenceItem& item);

/// The document with its holder: `身份证（母亲）`.
std::string document_name(const PlanView& view, const EvidenceItem& item);

/// The label of a fact, with the newborn where there are several.
std::string fact_words(const PlanView& view, FactRef fact);

/// A place in an application, as findings have it (`/newborns/0/born_at`): the label of the fact and its dotted name.
/// A name that is not a fact of the profile stays as it is.
std::string place_words(const Words& words, const Profile& profile, std::string_view path);

/// `2 小时`, `3 个工作日`.
std::string term_words(const Words& words, const Term& term);

/// Why, in the words of the rule; empty where the rule has none.
std::string reason(const PlanView& view, const Why& why);

/// The rule, its condition, the facts read and its source: a line each.
std::vector<std::string> explanation(const PlanView& view, const Why& why);

}  // namespace birthcase::cli
