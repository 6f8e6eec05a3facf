// One function of the C interface, called again and again while memory runs out at ever later allocations.
#pragma once

#include "capi/caller.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace birthcase::tests {

/// What a call works on, and what it gives.
struct World {
  explicit World(std::int32_t encoding_of_session);

  /// Begins a new round: the application as it was at first, and nothing made yet.
  void reset();

  /// All that a call could have changed: the facts, and the session's text.
  std::string state() const;

  /// All that the last call gave: texts, numbers, and the contents of what it made.
  std::string answer() const;

  std::int32_t encoding;
  std::string village;       ///< a profile's JSON in the encoding of the session
  caller::Session observer;  ///< looks at the others without disturbing them
  caller::Session session;
  caller::Profile profile;
  caller::Application pristine;
  caller::Application application;
  caller::Plan plan;

  caller::Session made_session;
  caller::Profile made_profile;
  caller::Application made_application;
  caller::Plan made_plan;
  const char* text = nullptr;
  std::int64_t length = 0;
  std::int64_t number = 0;
  std::int32_t count = 0;
};

/// A function with arguments for which it succeeds.
struct CFunction {
  std::string name;
  std::function<birthcase_status(World&)> call;
  std::size_t stride = 1;  ///< leaves allocations out, for functions that make very many
};

/// Fails each allocation of a function in turn, in a session of each encoding. The function either gives what it always
/// gives or BIRTHCASE_OUT_OF_MEMORY and nothing, leaves everything as it was in that case, and leaks nothing in any.
void check_out_of_memory(const CFunction& function);

}  // namespace birthcase::tests
