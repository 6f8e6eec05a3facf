#include "case/case_words.hpp"

#include <iterator>
#include <variant>

namespace birthcase::cli::cases {
namespace {

// Lists of texts are in the order of the enumerators.
template <std::size_t Count, class Enumerator>
const texts::Text& at(const texts::Text (&list)[Count], Enumerator which) noexcept {
  return list[static_cast<std::size_t>(which)];
}

static_assert(std::size(case_commands::events) == std::variant_size_v<EventBody>);

}  // namespace

const texts::Text& word_for(CaseStatus status) noexcept { return at(case_commands::statuses, status); }
const texts::Text& word_for(StepState state) noexcept { return at(case_commands::states, state); }
const texts::Text& word_for(Standing standing) noexcept { return at(case_commands::standings, standing); }
const texts::Text& word_for(Deadline::What what) noexcept { return at(case_commands::whats, what); }
const texts::Text& word_for(SentMessage::Status status) noexcept { return at(case_commands::message_statuses, status); }
const texts::Text& word_for(MessageKind kind) noexcept { return at(case_commands::message_kinds, kind); }
const texts::Text& word_for(commands::AnswerKind answer) noexcept { return at(case_commands::answers, answer); }
const texts::Text& word_for(HandedInAs as) noexcept { return at(case_commands::handed_in_as, as); }
const texts::Text& word_for(const EventBody& body) noexcept { return at(case_commands::events, body.index()); }

}  // namespace birthcase::cli::cases
