// The functions of the C interface as tests walk them: their parameters, with arguments for which they succeed, the
// errors that they may answer, and a way to call each with any arguments. ./dev interface writes the list.
#pragma once

#include "birthcase.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace walk {

/// What a parameter of C is.
enum class Role : std::uint8_t {
  handle,
  handle_out,
  handle_freed,
  handles,  ///< an array of handles
  chars,    ///< a text
  buffer,   ///< memory to be filled
  int32,
  int64,
  int32_out,
  int64_out,
  int32s,  ///< an array of numbers
  text_out,
};

/// What a handle is of.
enum class Kind : std::uint8_t { none, session, profile, application, plan, birth_case, store };

struct Parameter {
  std::string_view name;
  Role role;
  Kind kind = Kind::none;      ///< of a handle
  bool constant = false;       ///< whether a number has to be one of an enumeration
  int of = -1;                 ///< of a length or count: the place of the text or array
  std::string_view example{};  ///< of a text, in UTF-8; `@…` is one that the test makes
  bool raw = false;            ///< of a text: bytes that are in no encoding of a session
  std::int64_t number = 0;     ///< of a number
  std::vector<std::int32_t> numbers{};
};

/// An argument: an address or a number, as the role of the parameter says.
struct Argument {
  void* address = nullptr;
  std::int64_t number = 0;
};

struct Function {
  std::string_view name;
  std::string_view subject;  ///< the file of the description that has it
  std::vector<birthcase_status> errors;
  birthcase_status example_status;
  std::vector<Parameter> parameters;
  birthcase_status (*call)(std::span<const Argument> arguments);
};

/// Those that every library has, and those of the store.
const std::vector<Function>& functions();
const std::vector<Function>& store_functions();

/// An argument as a function of C takes it.
template <class Object>
Object* pointer(const Argument& argument) noexcept {
  return static_cast<Object*>(argument.address);
}
inline std::int32_t int32(const Argument& argument) noexcept { return static_cast<std::int32_t>(argument.number); }

}  // namespace walk
