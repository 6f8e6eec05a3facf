/// The words of the text output.
#pragma once

#include <birthcase/field.hpp>
#include <birthcase/look_up.hpp>
#include <birthcase/result.hpp>
#include <birthcase/rules.hpp>

#include "texts/command-line.hpp"
#include "texts/words.hpp"

#include <string>

namespace birthcase::cli {

namespace command_line = texts::command_line;

class Words : public texts::Words {
 public:
  using texts::Words::Words;

  std::string in(const Label& label) const;  ///< on one line, of printable characters
};

const texts::Text& word_for(Severity severity) noexcept;
const texts::Text& word_for(Owner owner) noexcept;
const texts::Text& word_for(FieldType type) noexcept;
const texts::Text& word_for(LookUpState state) noexcept;

}  // namespace birthcase::cli
