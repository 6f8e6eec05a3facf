// Texts across the boundary: pointer and length, in the encoding of the session.
#pragma once

#include <birthcase/date.hpp>

#include "handles.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace birthcase::capi {

inline constexpr std::size_t application_limit = Application::max_text_bytes;
inline constexpr std::size_t profile_limit = std::size_t{8} << 20;
inline constexpr std::size_t case_limit = std::size_t{8} << 20;
inline constexpr std::size_t convert_limit = std::size_t{64} << 20;

/// An argument of the caller's.
struct Given {
  std::string_view name;  ///< for messages
  const char* text = nullptr;
  std::int64_t length = 0;
  std::size_t limit = application_limit;
  bool json = false;  ///< a JSON text: an encoding error says in which value it stands
};

/// An application's JSON as an argument.
inline Given application_text(const char* json, std::int64_t length) noexcept {
  return {"json", json, length, application_limit, true};
}

/// The bytes of an argument as they are. Fails with BAD_ARGUMENT for no text at all and negative lengths, with
/// OUT_OF_RANGE beyond the limit, in which case nothing is read.
std::string_view bytes_of(const Given& given);

/// An argument as UTF-8; a view of the caller's memory where UTF-8 is what stands there.
class TextIn {
 public:
  TextIn(const birthcase_session& session, const Given& given);
  TextIn(const TextIn&) = delete;
  TextIn& operator=(const TextIn&) = delete;

  operator std::string_view() const noexcept { return view_; }

 private:
  std::string converted_;
  std::string_view view_;
};

/// Bytes of an encoding as UTF-8, and UTF-8 in an encoding. Both check what they are given.
std::string decoded(std::string_view bytes, Encoding encoding);
std::string encoded(std::string text, Encoding encoding);

/// The day or the moment of an argument; of `optional_day_in`, none if the text is empty.
Date day_in(const birthcase_session& session, const Given& given);
std::optional<Date> optional_day_in(const birthcase_session& session, const Given& given);
DateTime moment_in(const birthcase_session& session, const Given& given);

/// A UTF-8 text in the encoding of the session.
std::string in_encoding_of(const birthcase_session& session, std::string text);

/// Where the caller wants the text to be told.
struct TextOut {
  const char** text = nullptr;
  std::int64_t* length = nullptr;
};

/// Keeps bytes as the session's text and tells the caller where they are. Cannot fail.
void yield_bytes(birthcase_session& session, std::string bytes, const TextOut& out) noexcept;

/// Yields a UTF-8 text in the encoding of the session.
void yield(birthcase_session& session, std::string text, const TextOut& out);

}  // namespace birthcase::capi
