/// What every fallible call returns, and the two ways in which something can be wrong.
///
/// An `Error` means that the input could not be understood and nothing was done.
/// A `Finding` is a remark in a finished answer: the answer stands, and something about it is wrong or odd.
/// Neither ever quotes what a person typed: a path says where, the text says what to do.
#pragma once

#include <boost/assert/source_location.hpp>
#include <boost/system/result.hpp>

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <stdexcept>
#include <string>
#include <string_view>

namespace birthcase {

/// What kind of input was wrong. The values are frozen: they are the status codes of the C ABI.
enum class ErrorKind : std::int32_t {
  syntax = 1,     ///< not JSON, not FEEL, not a date: the text does not parse
  unknown_name,   ///< a key, field, code, id or function that does not exist
  wrong_type,     ///< a value of another type than the required one
  out_of_range,   ///< a value, size or depth beyond its limit
  encoding,       ///< not UTF-8, or not representable in the wanted encoding
  contradiction,  ///< two statements of one document exclude each other
  missing,        ///< something required is not there
  refused = 13,   ///< understood, but not possible now: a case's rules or state forbid it
  conflict = 14,  ///< somebody else was faster: read again, then try again
  storage = 15,   ///< the disk or the database failed
};

/// The kebab-case name of a kind, as programs see it in JSON.
std::string_view to_string(ErrorKind kind) noexcept;

/// Why an input was refused.
struct Error {
  ErrorKind kind = ErrorKind::syntax;
  std::string message{};   ///< what is wrong and what to do about it, one line, in English
  std::string document{};  ///< which document, where several are involved: the id of a profile; else empty
  std::string path{};      ///< JSON pointer into the document; empty for the document as a whole
  std::size_t line = 0;    ///< 1-based line in the text; 0 where there is none
  std::size_t column = 0;  ///< 1-based column (in characters) in the line or expression; 0 where there is none

  friend bool operator==(const Error&, const Error&) = default;
};

/// One line for people: `file:line:column: path: message`, without the parts that are not known.
/// Without a file, the id of the document is given instead.
std::string describe(const Error& error, std::string_view file = {});

/// Writes `describe(error)`: what test frameworks show of a `Result` that failed.
std::ostream& operator<<(std::ostream& stream, const Error& error);

/// A value, or the `Error` that explains why there is none.
template <class T>
using Result = boost::system::result<T, Error>;

/// Thrown by `Result::value()` when there is an error and the caller did not look: a programmer's error.
class BadResult : public std::logic_error {
 public:
  explicit BadResult(Error error);
  const Error& error() const noexcept { return error_; }

 private:
  Error error_;
};

/// Found by Boost.System when `Result::value()` is called on an error.
[[noreturn]] void throw_exception_from_error(const Error& error, const boost::source_location& where);

/// The languages that every label and message exists in.
enum class Language : std::uint8_t { zh, en };

/// One text in every language.
struct Label {
  std::string zh;
  std::string en;

  const std::string& in(Language language) const noexcept { return language == Language::zh ? zh : en; }
  friend bool operator==(const Label&, const Label&) = default;
};

enum class Severity : std::uint8_t {
  info,     ///< worth knowing
  warning,  ///< odd; a person must look, the case can continue
  error,    ///< must be corrected before the application can be accepted
};

std::string_view to_string(Severity severity) noexcept;

/// A remark in an answer.
struct Finding {
  Severity severity = Severity::info;
  std::string code;  ///< kebab-case and stable; what a program reacts to
  std::string path;  ///< JSON pointer into the application, or empty
  Label message;

  friend bool operator==(const Finding&, const Finding&) = default;
};

}  // namespace birthcase
