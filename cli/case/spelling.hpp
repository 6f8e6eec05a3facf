/// How facts and documents are written on the command line.
///
/// A fact: `mother.phone=13800000001`, `newborns[0].name=王子涵`; `father=null` says that there is none.
/// A document: `TYPE`, `TYPE/HOLDER`, `TYPE#NEWBORN` or both, with newborns counted from 1 as in the ids of steps.
/// Errors name the kind of argument and its place, never what was written: it may tell about somebody.
#pragma once

#include <birthcase/case.hpp>
#include <birthcase/result.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace birthcase::cli::cases {

/// `NAME=VALUE` each. Errors: `syntax`.
Result<std::vector<NamedFact>> facts_from(const std::vector<std::string>& written);

/// Facts that are taken back.
std::vector<NamedFact> unknown_facts(const std::vector<std::string>& names);

/// `TYPE[/HOLDER][#NEWBORN]`. Errors: `syntax`, `out_of_range`.
Result<NamedDocument> document_from(std::string_view written, HandedInAs as = HandedInAs::original);
Result<std::vector<NamedDocument>> documents_from(const std::vector<std::string>& written, HandedInAs as);

/// `TYPE[/HOLDER][#NEWBORN]=DATE` each. Errors: `syntax`, `out_of_range`.
Result<std::vector<DeferredDocument>> deferrals_from(const std::vector<std::string>& written);

/// A newborn counted from 1, as its place. Errors: `syntax`, `out_of_range`.
Result<std::uint16_t> newborn_from(std::string_view written);

/// `original`, `copy` or `scan`, which the parser has checked.
HandedInAs handed_in_as(std::string_view word) noexcept;

}  // namespace birthcase::cli::cases
