// One function of the C interface, called again and again while memory runs out at ever later allocations.
#pragma once

#include "capi/store_caller.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::tests {

/// What a function works on beside facts and plans.
enum class Needs : std::uint8_t { nothing, a_case, a_store };

/// A case that was dispatched and, where it is needed, the same in a store. Begins every round as it was at first.
class CaseWorld {
 public:
  CaseWorld(birthcase_session* observer, const birthcase_profile* profile, Needs needs);

  void reset();
  std::string state() const;
  const std::string& opening() const noexcept { return opening_; }    ///< a command, in UTF-8
  const std::string& document() const noexcept { return document_; }  ///< an export of another case, in UTF-8
  const std::string& file() const noexcept { return file_; }

  caller::Case birth;
  caller::Store store;

 private:
  birthcase_session* observer_;
  const birthcase_profile* profile_;
  Needs needs_;
  caller::Folder folder_;
  std::string file_ = folder_.file("births.db");
  std::string opening_;
  std::string events_;
  std::string document_;
};

/// What a call works on, and what it gives.
struct World {
  World(std::int32_t encoding_of_session, Needs needs);

  /// A text in the encoding of the session.
  std::string in_encoding(std::string_view utf8) const;

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
  caller::Profile wenling;  ///< of the case
  caller::Application pristine;
  caller::Application application;
  caller::Plan plan;
  std::optional<CaseWorld> cases;
  std::string command;   ///< what opens a case, in the encoding of the session
  std::string events;    ///< of the case, likewise
  std::string document;  ///< an export, likewise

  caller::Session made_session;
  caller::Profile made_profile;
  caller::Application made_application;
  caller::Plan made_plan;
  caller::Case made_case;
  caller::Store made_store;
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
  Needs needs = Needs::nothing;
};

/// The functions of birthcase_case.h and birthcase_store.h.
const std::vector<CFunction>& case_functions();
const std::vector<CFunction>& store_functions();

/// Fails each allocation of a function in turn, in a session of each encoding. The function either gives what it always
/// gives or BIRTHCASE_OUT_OF_MEMORY and nothing, leaves everything as it was in that case, and leaks nothing in any.
void check_out_of_memory(const CFunction& function);

}  // namespace birthcase::tests
