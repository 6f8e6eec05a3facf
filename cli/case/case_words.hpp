/// The words that `birthcase case` has beside those of `words.hpp`.
#pragma once

#include <birthcase/case.hpp>
#include <birthcase/deadlines.hpp>

#include "texts/case-commands.hpp"
#include "words.hpp"

namespace birthcase::cli::cases {

namespace case_commands = texts::case_commands;

using cli::word_for;
const texts::Text& word_for(CaseStatus status) noexcept;
const texts::Text& word_for(StepState state) noexcept;
const texts::Text& word_for(Standing standing) noexcept;
const texts::Text& word_for(Deadline::What what) noexcept;
const texts::Text& word_for(SentMessage::Status status) noexcept;
const texts::Text& word_for(MessageKind kind) noexcept;
const texts::Text& word_for(commands::AnswerKind answer) noexcept;
const texts::Text& word_for(HandedInAs as) noexcept;
const texts::Text& word_for(const EventBody& body) noexcept;

}  // namespace birthcase::cli::cases
