#include "caller.hpp"

#include <boost/json/parse.hpp>

#include <cstring>
#include <map>

namespace fuzz {
namespace {

std::string checked(const char* text, std::int64_t length) {
  must(text != nullptr && length >= 0, "a text that is yielded is there");
  must(text[length] == '\0', "a NUL stands behind a text");
  return {text, static_cast<std::size_t>(length)};
}

bool is_one_line(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return false;
  }
  return true;
}

void check_place(const boost::json::object& error) {
  if (const auto* path = error.if_contains("path")) {
    must(path->is_string() && path->get_string().starts_with('/'), "an error's path is a JSON pointer");
  }
  for (const char* key : {"line", "column"}) {
    const auto* place = error.if_contains(key);
    must(place == nullptr || place->to_number<std::int64_t>() > 0, "lines and columns count from 1");
  }
}

}  // namespace

boost::json::value read_json(std::string_view utf8) {
  boost::json::error_code failed;
  auto value = boost::json::parse(utf8, failed);
  must(!failed, "what the library writes as JSON is JSON", utf8);
  return value;
}

const birthcase_profile* built_in(std::string_view id) {
  static std::map<std::string, Profile, std::less<>> made;
  const auto known = made.find(id);
  if (known != made.end()) return known->second;
  const Caller caller(BIRTHCASE_UTF8, BIRTHCASE_ENGLISH);
  Profile profile;
  must(birthcase_profile_built_in(caller, id.data(), length_of(id), profile.out()) == BIRTHCASE_OK,
       "a built-in profile loads", id);
  return made.emplace(id, std::move(profile)).first->second;
}

Caller::Caller(std::int32_t encoding, std::int32_t language) : encoding_(encoding) {
  must(birthcase_session_new(encoding, language, session_.out()) == BIRTHCASE_OK, "a session opens");
  must(birthcase_session_new(BIRTHCASE_UTF8, BIRTHCASE_ENGLISH, converter_.out()) == BIRTHCASE_OK, "a session opens");
}

void Caller::check(birthcase_status status, Statuses allowed) {
  const char* name = birthcase_status_name(status);
  if (status != BIRTHCASE_OK) {
    has_still_its_text();
    read_error();
  }
  must(allowed.has(status), "a call answers one of the statuses that its comment names",
       status == BIRTHCASE_OK ? std::string(name) : std::string(name) + ", " + error_);
  if (status != BIRTHCASE_OK) check_error(status);
}

// A failed call has changed nothing but the last error; so the last text is there still.
void Caller::has_still_its_text() {
  std::string buffer(text_.size() + 1, '?');
  std::int64_t needed = -1;
  must(birthcase_session_copy_text(session_, buffer.data(), length_of(buffer), &needed) == BIRTHCASE_OK,
       "the last text can be copied after a failed call");
  must(needed == length_of(buffer) && buffer.back() == '\0', "the length of a text counts its NUL when it is copied");
  buffer.pop_back();
  must_equal(buffer, text_, "a failed call leaves the last text alone");
}

void Caller::read_error() {
  error_ = utf8(get([&](auto... out) { return birthcase_session_error_json(session_, out...); }));
  error_line_ = utf8(get([&](auto... out) { return birthcase_session_error_message(session_, out...); }));
}

void Caller::check_error(birthcase_status status) {
  const auto value = read_json(error_);
  must(value.is_object(), "the error of a failed call is there", error_);
  const auto& error = value.get_object();
  must(error.at("status").to_number<std::int32_t>() == status, "the last error is that of the last failed call",
       error_);
  must(error.at("kind").get_string() == birthcase_status_name(status), "an error's kind is its status's name", error_);
  must(!error.at("message").get_string().empty(), "an error says something", error_);
  check_place(error);
  must(!error_line_.empty() && is_one_line(error_line_), "an error's message is one line of print", error_line_);
}

std::string Caller::yielded(const char* text, std::int64_t length) {
  text_ = checked(text, length);
  return text_;
}

std::string Caller::json_of(const birthcase_application* application) {
  return get([&](auto... out) { return birthcase_application_json(session_, application, out...); });
}

std::string Caller::json_of(const birthcase_plan* plan) {
  return get([&](auto... out) { return birthcase_plan_json(session_, plan, out...); });
}

std::string Caller::findings_of(const birthcase_application* application) {
  std::int32_t count = -1;
  auto text = get([&](auto... out) { return birthcase_application_validate(session_, application, &count, out...); });
  const auto listed = read_json(utf8(text)).get_array().size();
  must(count >= 0 && static_cast<std::size_t>(count) == listed, "as many findings are listed as are counted");
  return text;
}

bool Caller::is_text(std::string_view bytes) {
  const auto status =
      birthcase_convert(converter_, encoding_, BIRTHCASE_UTF8, bytes.data(), length_of(bytes), nullptr, nullptr);
  return status == BIRTHCASE_OK;
}

std::string Caller::utf8(std::string_view text) {
  const char* converted = nullptr;
  std::int64_t length = 0;
  const birthcase_status status =
      birthcase_convert(converter_, encoding_, BIRTHCASE_UTF8, text.data(), length_of(text), &converted, &length);
  must(status == BIRTHCASE_OK, "a text that is yielded is in the encoding of the session");
  return checked(converted, length);
}

std::string Caller::in_encoding(std::string_view utf8) {
  const char* converted = nullptr;
  std::int64_t length = 0;
  const birthcase_status status =
      birthcase_convert(converter_, BIRTHCASE_UTF8, encoding_, utf8.data(), length_of(utf8), &converted, &length);
  must(status == BIRTHCASE_OK, "UTF-8 is representable in every encoding");
  return checked(converted, length);
}

}  // namespace fuzz
