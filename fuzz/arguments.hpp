// Arguments as a careless program gives them: texts with absurd lengths, handles that are none.
#pragma once

#include "bytes.hpp"
#include "caller.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fuzz {

/// A text argument in memory of exactly its size, so that a byte too many is seen.
struct Text {
  std::vector<char> memory;
  bool is_null = false;
  std::int64_t length = 0;
  bool impossible = false;  ///< no call can take it
  std::string utf8{};       ///< what it says; empty where it is not known

  const char* data() const noexcept { return is_null ? nullptr : memory.data(); }
};

/// A name, value or other text: mostly one of `usual`, in the encoding of the caller; or bytes of the input; at times
/// one that no call can take.
template <class Usual>
Text text_from(Bytes& input, Caller& caller, const Usual& usual);

/// The parts of it.
Text meaning(Caller& caller, std::string_view utf8);
Text raw(Bytes& input);
Text absurd(Bytes& input);

template <class Usual>
Text text_from(Bytes& input, Caller& caller, const Usual& usual) {
  const std::size_t choice = input.below(16);
  if (choice == 0) return absurd(input);
  return choice < 3 ? raw(input) : meaning(caller, input.one_of(usual));
}

/// A handle argument: the one that is meant, or at times one that is none.
template <class Object>
struct Handle {
  Object* given = nullptr;
  bool wrong = false;
};

template <class Object, class Other>
Handle<Object> handle_from(Bytes& input, Object* meant, Other* of_another_kind) {
  switch (input.below(32)) {
    case 0:
      return {nullptr, true};
    case 1:
      return {reinterpret_cast<Object*>(of_another_kind), true};
    case 2:
      return {reinterpret_cast<Object*>(reinterpret_cast<std::uintptr_t>(of_another_kind) + 1), true};
    default:
      return {meant, meant == nullptr};
  }
}

}  // namespace fuzz
