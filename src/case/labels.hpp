// What the things of a case are called in findings, in both languages.
#pragma once

#include <birthcase/case.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace birthcase::cases {

/// `居民身份证（母亲）`; the ids of what the profile does not have. Here and below a newborn is numbered only where
/// there are `several`.
Label document_words(const Rules& rules, const NamedDocument& document, bool several = true);

/// How a command names a document: `id-card/mother`, `birth-certificate#1`.
std::string document_id(const NamedDocument& document);

/// As above, with the words by which a command names it: `居民身份证（母亲） [id-card/mother]`. For refusals.
Label document_words_and_id(const Rules& rules, const NamedDocument& document, bool several = true);

/// The holders of a document, each with the words by which a command names it: `母亲 [id-card/mother]、父亲 …`.
Label holder_words_and_ids(const Rules& rules, const NamedDocument& document, const std::vector<HolderId>& holders);

/// Whose it is: `母亲`; `—` where it has no holder.
Label holder_words(const Rules& rules, const NamedDocument& document);

/// `姓名，第1名新生儿`; the name itself where the profile has no such fact.
Label fact_words(const Profile& profile, std::string_view name, bool several = true);

/// `出生户口登记，第1名新生儿`
Label step_words(const Rules& rules, const PlannedStep& step, bool several = true);

/// Whether a case has to say of which newborn it speaks.
inline bool has_several_newborns(const Case& state) noexcept { return state.application.newborn_count() > 1; }

/// The organisation's label; its id where the profile does not have it.
Label organisation_words(const Rules& rules, std::string_view id);

}  // namespace birthcase::cases
