/// An append-only JSON writer: compact text, no tree, no allocation but the text itself.
#pragma once

#include <birthcase/value.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace birthcase {

/// Writes one JSON text from left to right. The caller sees to it that objects get keys and arrays do not;
/// commas are put by the writer. Texts are expected to be UTF-8 and are escaped where JSON requires it, no further.
class JsonWriter {
 public:
  /// `expected` is a guess of the length of the whole, in bytes.
  explicit JsonWriter(std::size_t expected = 4096) { text_.reserve(expected); }
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_array() { open('['); }
  void close_array() { close(']'); }

  /// A key that needs no escaping, as the keys of our own documents do.
  template <std::size_t N>
  void key(const char (&name)[N]) {
    static_assert(N + 3 <= chunk_size);
    char* at = room(N + 3);
    if (comma_) *at++ = ',';
    *at++ = '"';
    std::memcpy(at, name, N - 1);
    at += N - 1;
    *at++ = '"';
    *at++ = ':';
    at_ = at;
    comma_ = false;
  }

  /// A key of any characters.
  void any_key(std::string_view name) {
    text(name);
    *room(1) = ':';
    ++at_;
    comma_ = false;
  }

  void text(std::string_view value);
  void number(std::uint64_t value);
  void boolean(bool value) { literal(value ? "true" : "false"); }
  void null() { literal("null"); }

  /// A number by its exact decimal text; dates, times, durations and ranges by their FEEL text; unknown as
  /// `{"unknown":true}`.
  void value(const Value& value);

  /// JSON text that is already complete: a number, or a document made earlier.
  void literal(std::string_view json);

  template <std::size_t N>
  void text_at(const char (&name)[N], std::string_view text_value) {
    key(name);
    text(text_value);
  }

  template <std::size_t N>
  void number_at(const char (&name)[N], std::uint64_t number_value) {
    key(name);
    number(number_value);
  }

  template <std::size_t N>
  void boolean_at(const char (&name)[N], bool boolean_value) {
    key(name);
    boolean(boolean_value);
  }

  /// Puts the comma that what comes next needs, if it needs one.
  void separate() {
    if (!comma_) return;
    *room(1) = ',';
    ++at_;
    comma_ = false;
  }

  /// Text that stands as it is, whatever is before it: what comes next must be a value without a comma, or more such
  /// text. After a `complete` piece it is what stands beside the value that the piece ends.
  void piece(std::string_view json, bool complete = false) {
    if (json.size() > chunk_size) {
      append(json);
    } else {
      std::memcpy(room(json.size()), json.data(), json.size());
      at_ += json.size();
    }
    comma_ = complete;
  }

  /// How much has been written, in bytes.
  std::size_t size() const noexcept { return text_.size() + in_chunk(); }

  /// What has been written. Good until more is.
  std::string_view written() {
    flush();
    return text_;
  }

  /// The whole text. The writer is empty afterwards.
  std::string take();

 private:
  // A text grows by what is appended to it and not otherwise, or its room would need clearing first. Appending
  // takes a while, so that what is short is put together here.
  static constexpr std::size_t chunk_size = 2048;
  static constexpr std::size_t longest_escape = 6;  // \u001f
  static constexpr std::size_t longest_slice = (chunk_size - 3) / longest_escape;

  std::size_t in_chunk() const noexcept { return static_cast<std::size_t>(at_ - chunk_.data()); }

  // Room for at most a chunk.
  char* room(std::size_t bytes) {
    if (chunk_size - in_chunk() < bytes) flush();
    return at_;
  }
  void flush();
  void append(std::string_view json);
  void long_text(std::string_view value);

  void open(char bracket) {
    char* at = room(2);
    if (comma_) *at++ = ',';
    *at++ = bracket;
    at_ = at;
    comma_ = false;
  }

  void close(char bracket) {
    *room(1) = bracket;
    ++at_;
    comma_ = true;
  }

  std::string text_;
  std::array<char, chunk_size> chunk_;  // what comes after the text, up to at_
  char* at_ = chunk_.data();
  bool comma_ = false;  // a value stands before the next one
};

}  // namespace birthcase
