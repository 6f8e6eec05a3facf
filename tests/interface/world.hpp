// What a function of the C interface works on when a test walks all of them: objects, and arguments for which it
// succeeds.
#pragma once

#include "capi/store_caller.hpp"
#include "functions.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::tests {

/// Every function: those that all libraries have, then those of the store.
std::vector<const walk::Function*> every_function();

/// What a function works on beside facts and plans.
enum class Needs : std::uint8_t { nothing, a_case, a_store };
Needs needs_of(const walk::Function& function);

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

/// What a call gave.
struct Given {
  caller::Session session;
  caller::Profile profile;
  caller::Application application;
  caller::Plan plan;
  caller::Case birth;
  caller::Store store;
  const char* text = nullptr;
  std::int64_t length = 0;
  std::array<std::int64_t, 2> numbers{};
  std::array<std::int32_t, 2> counts{};

  bool has_handle() const noexcept;
};

class World {
 public:
  World(std::int32_t encoding_of_session, const walk::Function& function);

  /// Begins a new round: every object as it was at first, nothing given yet, and the arguments for it.
  void reset();

  /// The arguments of the function, for which it succeeds in this round.
  std::vector<walk::Argument> arguments();

  /// All that a call could have changed: the facts, the session's text, the case and the store.
  std::string state() const;

  /// All that the last call gave: texts, numbers, and the contents of what it made.
  std::string answer() const;

  /// An object of each kind, for arguments.
  void* object(walk::Kind kind) const;

  caller::Session observer;  ///< looks at the others without disturbing them
  caller::Session session;
  Given given;

 private:
  std::string in_encoding(std::string_view utf8) const;
  std::string example(std::string_view text) const;
  void* out(walk::Kind kind);
  void make_what_is_freed(walk::Kind kind);
  walk::Argument argument(const walk::Parameter& parameter, std::size_t place);

  const walk::Function& function_;
  std::int32_t encoding_;
  caller::Profile profile_;
  caller::Profile wenling_;  // of the case
  caller::Application pristine_;
  caller::Application application_;
  caller::Plan plan_;
  std::optional<CaseWorld> cases_;
  std::vector<std::string> texts_;  // of the arguments, in the encoding of the session
  std::array<const void*, 1> handles_{};
  std::array<char, 64> buffer_{};
};

}  // namespace birthcase::tests
