// A program that calls the library through the C interface and checks after each call what the header promises.
#pragma once

#include "handles.hpp"
#include "statuses.hpp"

#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fuzz {

constexpr std::int64_t length_of(std::string_view text) noexcept { return static_cast<std::int64_t>(text.size()); }

/// A session and what was last got through it.
class Caller {
 public:
  Caller(std::int32_t encoding, std::int32_t language);

  operator birthcase_session*() const noexcept { return session_; }
  std::int32_t encoding() const noexcept { return encoding_; }

  /// What every status of a call has to be; a failure has to explain itself.
  void check(birthcase_status status, Statuses allowed);

  /// A text-yielding call: its text, in the encoding of the session, unless it failed.
  template <class Call>
  std::optional<std::string> ask(Statuses allowed, Call&& call) {
    const char* text = nullptr;
    std::int64_t length = -7;
    const birthcase_status status = call(&text, &length);
    if (status != BIRTHCASE_OK) {
      must(text == nullptr && length == -7, "a failed call leaves its out parameters alone");
      check(status, allowed);
      return std::nullopt;
    }
    check(status, allowed);
    return yielded(text, length);
  }

  /// A text-yielding call that cannot fail.
  template <class Call>
  std::string get(Call&& call) {
    return *ask(only_ok, call);
  }

  /// What a text-yielding call gave, as it has to be.
  std::string yielded(const char* text, std::int64_t length);

  /// The last failure: its JSON in UTF-8, and its line for a log.
  const std::string& error() const noexcept { return error_; }
  const std::string& error_line() const noexcept { return error_line_; }

  std::string json_of(const birthcase_application* application);
  std::string json_of(const birthcase_plan* plan);
  std::string findings_of(const birthcase_application* application);

  /// Whether bytes are text in the encoding of this session.
  bool is_text(std::string_view bytes);

  /// A text of this session in UTF-8, and a UTF-8 text in the encoding of this session.
  std::string utf8(std::string_view text);
  std::string in_encoding(std::string_view utf8);

 private:
  void has_still_its_text();
  void read_error();
  void check_error(birthcase_status status);

  std::int32_t encoding_;
  Session session_;
  Session converter_;  // a session apart, so that conversions leave the text of the one under test alone
  std::string text_;   // the last that the session yielded
  std::string error_;
  std::string error_line_;
};

/// JSON that the library wrote, in UTF-8.
boost::json::value read_json(std::string_view utf8);

/// A built-in profile; made once.
const birthcase_profile* built_in(std::string_view id);

}  // namespace fuzz
