#include "texts.hpp"

#include <birthcase/text.hpp>

#include "guard.hpp"
#include "json/document.hpp"
#include "json/pointer_at_end.hpp"

#include <cstring>
#include <utility>

namespace birthcase::capi {
namespace {

Gb18030 edition(Encoding encoding) noexcept {
  if (encoding == Encoding::gb18030_2000) return Gb18030::edition_2000;
  return encoding == Encoding::gb18030_2005 ? Gb18030::edition_2005 : Gb18030::edition_2022;
}

std::size_t length_of(const Given& given) {
  if (given.length >= 0) return static_cast<std::size_t>(given.length);
  if (given.length != BIRTHCASE_NUL_ENDED) {
    fail(BIRTHCASE_BAD_ARGUMENT, std::string(given.name) + ": a length must not be negative");
  }
  return given.text == nullptr ? 1 : ::strnlen(given.text, given.limit + 1);
}

// The error of a JSON text, with the value in which the first byte stands that cannot be read, and its place.
Error located(Error error, std::string_view bytes, Encoding encoding) {
  const auto offset = find_invalid_gb18030(bytes);
  if (!offset) return error;
  const std::string before = decoded(bytes.substr(0, *offset), encoding);
  const json::Position position = json::position_of(before, before.size());
  error.path = json::pointer_at_end(before);
  error.line = position.line;
  error.column = position.column;
  return error;
}

// What an argument says, or the failure with the argument's name.
template <class T>
T need_named(Result<T> result, const Given& given) {
  if (result) return std::move(*result);
  Error error = result.error();
  error.message.insert(0, std::string(given.name) + ": ");
  throw Failure(std::move(error));
}

}  // namespace

std::string_view bytes_of(const Given& given) {
  const std::size_t length = length_of(given);
  if (given.text == nullptr && length > 0) {
    fail(BIRTHCASE_BAD_ARGUMENT, std::string(given.name) + ": NULL with a length");
  }
  if (length > given.limit) {
    fail(BIRTHCASE_OUT_OF_RANGE,
         std::string(given.name) + ": longer than " + std::to_string(given.limit >> 20) + " MiB");
  }
  return length == 0 ? std::string_view() : std::string_view(given.text, length);
}

TextIn::TextIn(const birthcase_session& session, const Given& given) : view_(bytes_of(given)) {
  if (session.encoding == Encoding::utf8) return;
  auto converted = from_gb18030(view_, edition(session.encoding));
  if (!converted) {
    Error error = converted.error();
    throw Failure(given.json ? located(std::move(error), view_, session.encoding) : std::move(error));
  }
  converted_ = std::move(*converted);
  view_ = converted_;
}

std::string decoded(std::string_view bytes, Encoding encoding) {
  if (encoding != Encoding::utf8) return need(from_gb18030(bytes, edition(encoding)));
  need(check_utf8(bytes));
  return std::string(bytes);
}

std::string encoded(std::string text, Encoding encoding) {
  if (encoding != Encoding::utf8) return need(to_gb18030(text, edition(encoding)));
  need(check_utf8(text));
  return text;
}

std::string in_encoding_of(const birthcase_session& session, std::string text) {
  return session.encoding == Encoding::utf8 ? text : need(to_gb18030(text, edition(session.encoding)));
}

Date day_in(const birthcase_session& session, const Given& given) {
  return need_named(parse_date(TextIn(session, given)), given);
}

std::optional<Date> optional_day_in(const birthcase_session& session, const Given& given) {
  return bytes_of(given).empty() ? std::nullopt : std::optional(day_in(session, given));
}

DateTime moment_in(const birthcase_session& session, const Given& given) {
  return need_named(parse_date_time(TextIn(session, given)), given);
}

void yield_bytes(birthcase_session& session, std::string bytes, const TextOut& out) noexcept {
  session.text = std::move(bytes);
  give(out.text, session.text.c_str());
  give(out.length, static_cast<std::int64_t>(session.text.size()));
}

void yield(birthcase_session& session, std::string text, const TextOut& out) {
  yield_bytes(session, in_encoding_of(session, std::move(text)), out);
}

}  // namespace birthcase::capi
