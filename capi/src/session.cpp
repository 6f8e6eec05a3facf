// Sessions: an encoding, a language, the last text and the last error.
#include "findings.hpp"
#include "guard.hpp"
#include "json/writer.hpp"
#include "texts.hpp"

#include <string>

using namespace birthcase::capi;
using birthcase::JsonWriter;
using birthcase::Language;

namespace {

Encoding encoding_of(std::int32_t constant) {
  if (constant < BIRTHCASE_UTF8 || constant > BIRTHCASE_GB18030_2000) {
    fail(BIRTHCASE_BAD_ARGUMENT, "encoding: BIRTHCASE_UTF8 or one of BIRTHCASE_GB18030…");
  }
  return static_cast<Encoding>(constant);
}

Language language_of(std::int32_t constant) {
  if (constant != BIRTHCASE_CHINESE && constant != BIRTHCASE_ENGLISH) {
    fail(BIRTHCASE_BAD_ARGUMENT, "language: BIRTHCASE_CHINESE or BIRTHCASE_ENGLISH");
  }
  return constant == BIRTHCASE_CHINESE ? Language::zh : Language::en;
}

// What to say where the failure itself had no memory or no idea to say more.
std::string message_of(const LastError& error) {
  if (error.status == BIRTHCASE_OUT_OF_MEMORY) return "out of memory; nothing was changed";
  if (error.status == BIRTHCASE_INTERNAL) return "a defect of the library; please report it";
  return error.detail.message;
}

std::string json_of(const LastError& error, Language language) {
  if (error.status == BIRTHCASE_OK) return "null";
  JsonWriter json(256);
  json.open_object();
  json.number_at("status", static_cast<std::uint64_t>(error.status));
  json.text_at("kind", birthcase_status_name(error.status));
  json.text_at("message", message_of(error));
  if (!error.detail.document.empty()) json.text_at("document", error.detail.document);
  if (!error.detail.path.empty()) json.text_at("path", error.detail.path);
  if (error.detail.line != 0) json.number_at("line", error.detail.line);
  if (error.detail.column != 0) json.number_at("column", error.detail.column);
  if (!error.code.empty()) {
    json.text_at("code", error.code);
    json.key("findings");
    json.literal(findings_json(error.findings, language));
  }
  json.close_object();
  return json.take();
}

// A refusal's line has the codes of what stands in the way, and where: the words are in the JSON.
std::string line_of(const LastError& error) {
  birthcase::Error detail = error.detail;
  detail.message = message_of(error);
  if (!error.code.empty()) detail.message.insert(0, error.code + ": ");
  std::string_view before = " (";
  for (const birthcase::Finding& finding : error.findings) {
    detail.message.append(before).append(finding.code);
    if (!finding.path.empty()) detail.message.append(" at ").append(finding.path);
    before = ", ";
  }
  if (!error.findings.empty()) detail.message += ')';
  return error.status == BIRTHCASE_OK ? std::string() : describe(detail);
}

}  // namespace

extern "C" {

birthcase_status BIRTHCASE_CALL birthcase_session_new(int32_t encoding, int32_t language, birthcase_session** session) {
  give(session, nullptr);
  try {
    if (session == nullptr) return BIRTHCASE_BAD_ARGUMENT;
    give(session, std::make_unique<birthcase_session>(encoding_of(encoding), language_of(language)).release());
    return BIRTHCASE_OK;
  } catch (...) {
    return note_failure(nullptr);
  }
}

birthcase_status BIRTHCASE_CALL birthcase_session_free(birthcase_session** session) { return free_object(session); }

birthcase_status BIRTHCASE_CALL birthcase_session_copy_text(birthcase_session* session, char* buffer, int64_t capacity,
                                                            int64_t* needed) {
  return guarded(session, [&](birthcase_session& open) {
    if (capacity < 0) fail(BIRTHCASE_BAD_ARGUMENT, "capacity: not negative");
    if (buffer == nullptr && capacity > 0) fail(BIRTHCASE_BAD_ARGUMENT, "buffer: NULL with a capacity");
    const std::size_t bytes = open.text.size() + 1;
    give(needed, static_cast<std::int64_t>(bytes));
    if (static_cast<std::uint64_t>(capacity) < bytes) {
      fail(BIRTHCASE_BUFFER_TOO_SMALL, "buffer: the text needs " + std::to_string(bytes) + " bytes");
    }
    std::memcpy(buffer, open.text.c_str(), bytes);
  });
}

birthcase_status BIRTHCASE_CALL birthcase_session_error_message(birthcase_session* session, const char** text,
                                                                int64_t* length) {
  return guarded(session, [&](birthcase_session& open) { yield(open, line_of(open.error), {text, length}); });
}

birthcase_status BIRTHCASE_CALL birthcase_session_error_json(birthcase_session* session, const char** text,
                                                             int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    yield(open, json_of(open.error, open.language), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_convert(birthcase_session* session, int32_t from, int32_t to,
                                                  const char* bytes, int64_t bytes_length, const char** text,
                                                  int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    const Encoding source = encoding_of(from);
    const Encoding target = encoding_of(to);
    const std::string_view given = bytes_of({"bytes", bytes, bytes_length, convert_limit});
    yield_bytes(open, encoded(decoded(given, source), target), {text, length});
  });
}

}  // extern "C"
