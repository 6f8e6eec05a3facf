/// An append-only JSON writer: compact text, no tree, no allocation but the text itself.
#pragma once

#include <birthcase/value.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace birthcase {

/// Writes one JSON document from left to right. The caller sees to it that objects get keys and arrays do not;
/// commas are put by the writer. Texts are expected to be UTF-8 and are escaped where JSON requires it, no further.
class JsonWriter {
 public:
  /// `expected` is a guess of the length of the whole, in bytes.
  explicit JsonWriter(std::size_t expected = 4096);

  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_array() { open('['); }
  void close_array() { close(']'); }

  /// A key that needs no escaping, as the keys of our own documents do.
  template <std::size_t N>
  void key(const char (&name)[N]) {
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

  /// Text that stands as it is, whatever is before it: what comes next has to be a value without a comma, or more such
  /// text.
  void piece(std::string_view json);

  /// How much has been written, in bytes.
  std::size_t size() const noexcept { return static_cast<std::size_t>(at_ - text_.data()); }

  /// The whole text. The writer is empty afterwards.
  std::string take();

 private:
  char* room(std::size_t bytes) {
    if (static_cast<std::size_t>(end_ - at_) < bytes) grow(bytes);
    return at_;
  }
  void grow(std::size_t bytes);

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

  std::string text_;  // its size is the room, not the length: see at_
  char* at_ = nullptr;
  char* end_ = nullptr;
  bool comma_ = false;  // a value stands before the next one
};

}  // namespace birthcase
