// One value between the source's text and the fact's value, as a row says.
#pragma once

#include <birthcase/exchange/map.hpp>

#include "texts/exchange.hpp"
#include "texts/text.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace birthcase::exchange {

/// What a text of the source came to.
struct Reading {
  enum class State : std::uint8_t { value, missing, none, refused };

  State state = State::missing;
  Value value{};
  std::string code{};                 ///< refused: of the finding
  Label message{};                    ///< refused: what to do
  std::optional<std::size_t> pair{};  ///< the pair of the code list that was used
  bool fallback = false;
};

/// Reads a text by a row. `text` is null where the source has no such place.
Reading read_value(const MapContent& map, const MapRow& row, const std::string* text);

/// What is written for a value.
struct Written {
  std::optional<std::string> text{};  ///< empty: nothing is written
  std::string code{};                 ///< of the finding, if the value could not be written
  Label message{};
};

/// Writes a value by a row; unknown and null too.
Written write_value(const MapContent& map, const MapRow& row, const Value& value);

/// The characters of a UTF-8 text.
std::size_t characters_of(std::string_view utf8) noexcept;

}  // namespace birthcase::exchange
