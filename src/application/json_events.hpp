// Applications as JSON text: the limits of the text, and what to say where it is not JSON.
#pragma once

#include <birthcase/application.hpp>
#include <birthcase/result.hpp>

#include <boost/json/basic_parser_impl.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace birthcase::application {

inline constexpr std::size_t max_depth = 32;

/// What is wrong with a text before it is looked at as JSON: empty, too large, a byte order mark.
std::optional<Error> refuse_text(std::string_view text);

/// Why Boost.JSON stopped at an offset.
Error explain(std::string_view text, std::size_t offset, boost::json::error_code why);

/// An error with the place of the value that its path leads to, or else with that of the offset.
Error placed_at_value(Error error, std::string_view text, std::size_t offset);

/// An error with the place of the key that ends before the offset.
Error placed_at_key(Error error, std::string_view text, std::size_t offset);

/// What every handler of JSON events has in common. A handler that returns false must set `ec`.
struct JsonEvents {
  using error_code = boost::json::error_code;
  using string_view = boost::json::string_view;

  static constexpr std::size_t max_object_size = std::size_t(-1);
  static constexpr std::size_t max_array_size = std::size_t(-1);
  static constexpr std::size_t max_key_size = std::size_t(-1);
  static constexpr std::size_t max_string_size = std::size_t(-1);

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_number_part(string_view, error_code&) { return true; }  // a text in one piece has no parts of numbers
  bool on_comment_part(string_view, error_code&) { return true; }
  bool on_comment(string_view, error_code&) { return true; }
};

/// How far a text was read, and why no further.
struct JsonEnd {
  std::size_t offset = 0;
  boost::json::error_code why;
};

/// Sends the events of a text to the parser's handler.
template <class Handler>
JsonEnd read_events(boost::json::basic_parser<Handler>& parser, std::string_view text) {
  JsonEnd end;
  end.offset = parser.write_some(false, text.data(), text.size(), end.why);
  if (!end.why && text.find_first_not_of(" \t\r\n", end.offset) != std::string_view::npos) {
    end.why = boost::json::error::extra_data;
  }
  return end;
}

}  // namespace birthcase::application
