// From what a person typed to the value of a field: its type, its format, its code table, its limits.
#pragma once

#include <birthcase/names.hpp>
#include <birthcase/numbers.hpp>
#include <birthcase/rules.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace birthcase::application {

/// Why a value cannot be used. It is kept all the same.
enum class Fault : std::uint8_t {
  none,
  empty,
  control_character,
  format,
  name,
  unknown_code,
  open_code,  ///< a code that leaves the question open
  too_long,
  out_of_range,
  fraction,
};

/// A value as it will be stored, and what is wrong with it.
struct Reading {
  Value value;
  Fault fault = Fault::none;
  NumberCheck number{};          ///< what is wrong with a number, or doubtful: then there is no fault
  std::vector<NameRemark> name;  ///< `Fault::name`, or doubtful: what is wrong with a name
  std::size_t position = 0;      ///< of the character at fault, from 1
  std::size_t private_use = 0;   ///< position of the first private-use character; 0: none; not of a name
  ServiceSet services;           ///< of the list of services asked for

  bool remarkable() const noexcept {
    return fault != Fault::none || private_use != 0 || number.doubtful || !name.empty();
  }
};

/// Without the blanks at both ends, the ideographic one included.
std::string_view trim(std::string_view text) noexcept;

/// Checks a number of a format that has a check; any other is good.
NumberCheck check_number(Format format, std::string_view number) noexcept;

/// What is written where a name is not known, or nullptr.
const CodeTable* placeholders_of(const Rules& rules) noexcept;

/// The limits that all forms together set to a field.
const Constraints& constraints_of(const Rules& rules, FieldId field) noexcept;

/// Reads text, which must be UTF-8, as a field's type. For every type but list.
Reading read_text(const Rules& rules, FieldId field, std::string_view text);

/// Checks a number for a number field.
Reading read_number(const Rules& rules, FieldId field, const Number& number);

/// Checks the texts of a list field.
Reading read_list(const Rules& rules, FieldId field, List items);

}  // namespace birthcase::application
