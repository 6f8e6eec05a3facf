#include <birthcase/result.hpp>

#include <algorithm>
#include <ostream>
#include <utility>

namespace birthcase {

std::string_view to_string(ErrorKind kind) noexcept {
  switch (kind) {
    case ErrorKind::syntax:
      return "syntax";
    case ErrorKind::unknown_name:
      return "unknown-name";
    case ErrorKind::wrong_type:
      return "wrong-type";
    case ErrorKind::out_of_range:
      return "out-of-range";
    case ErrorKind::encoding:
      return "encoding";
    case ErrorKind::contradiction:
      return "contradiction";
    case ErrorKind::missing:
      return "missing";
    case ErrorKind::refused:
      return "refused";
    case ErrorKind::conflict:
      return "conflict";
    case ErrorKind::storage:
      return "storage";
  }
  return "unknown-kind";
}

std::string_view to_string(Severity severity) noexcept {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "unknown-severity";
}

std::string describe(const Error& error, std::string_view file) {
  std::string where(file.empty() ? std::string_view(error.document) : file);
  const auto append = [&where](std::string_view separator, const std::string& part) {
    if (!where.empty()) where += separator;
    where += part;
  };
  if (error.line != 0) append(":", std::to_string(error.line));
  if (error.column != 0) append(":", std::to_string(error.column));
  if (!error.path.empty()) append(": ", error.path);
  append(": ", error.message);
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  std::replace_if(where.begin(), where.end(), is_control, ' ');  // ids and keys are what somebody wrote
  return where;
}

std::ostream& operator<<(std::ostream& stream, const Error& error) { return stream << describe(error); }

BadResult::BadResult(Error error) : std::logic_error(describe(error)), error_(std::move(error)) {}

void throw_exception_from_error(const Error& error, const boost::source_location& /*where*/) { throw BadResult(error); }

}  // namespace birthcase
