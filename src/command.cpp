#include <birthcase/command.hpp>

#include <iterator>

namespace birthcase {

std::string_view to_string(commands::AnswerKind kind) noexcept {
  constexpr std::string_view names[] = {"acknowledged", "completed", "returned", "failed"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view kind_of(const CommandBody& body) noexcept {
  // In the order of the variant.
  constexpr std::string_view names[] = {"open",           "set-facts",    "hand-in",      "accept",  "dispatch",
                                        "answer",         "retry",        "supplement",   "correct", "deliver",
                                        "withdraw",       "record-death", "close",        "erase",   "ask-look-up",
                                        "answer-look-up", "note-look-up", "repair-clock", "defer"};
  static_assert(std::size(names) == std::variant_size_v<CommandBody>);
  return names[body.index()];
}

}  // namespace birthcase
