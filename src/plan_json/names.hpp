/// Names of facts as documents write them, composed without a new text for each.
#pragma once

#include <birthcase/rules.hpp>
#include <birthcase/why.hpp>

#include <string>
#include <string_view>

namespace birthcase {

/// `mother.name`, or `newborns[0].name` for a fact of a newborn, in which case it is written into `room`.
std::string_view composed_fact_name(const Schema& schema, FactRef fact, std::string& room);

/// The id of a service or document, with the newborn counted from 1 if it is a newborn's: `hukou-registration#1`.
std::string numbered(std::string_view id, std::uint16_t newborn);

/// `fact_label` for those who have the rules.
std::string_view label_of(const Rules& rules, FactRef fact, Language language);
Label label_of(const Rules& rules, FactRef fact);

/// The reason in every language.
Label reason_of(const Why& why);

}  // namespace birthcase
