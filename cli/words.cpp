#include "words.hpp"

#include "text/wrap.hpp"

namespace birthcase::cli {

std::string Words::in(const Label& label) const { return text::printable(texts::Words::in(label)); }

const texts::Text& word_for(Severity severity) noexcept {
  return command_line::severities[static_cast<std::size_t>(severity)];
}
const texts::Text& word_for(Owner owner) noexcept { return command_line::owners[static_cast<std::size_t>(owner)]; }
const texts::Text& word_for(FieldType type) noexcept { return command_line::types[static_cast<std::size_t>(type)]; }
const texts::Text& word_for(LookUpState state) noexcept {
  return command_line::look_up_states[static_cast<std::size_t>(state)];
}

}  // namespace birthcase::cli
