#include "field_wording.hpp"

namespace birthcase::cli {

std::string kind_of(const Words& words, const Field& field, const Constraints& constraints) {
  std::string text(words(word_for(field.type)));
  if (field.table != nullptr) text += ' ' + field.table->id();
  if (constraints.max_length) text += " ≤" + std::to_string(*constraints.max_length);
  if (constraints.min && constraints.max) {
    text += ' ' + constraints.min->to_string() + "–" + constraints.max->to_string();
  } else if (constraints.min) {
    text += " ≥" + constraints.min->to_string();
  } else if (constraints.max) {
    text += " ≤" + constraints.max->to_string();
  }
  return text;
}

}  // namespace birthcase::cli
