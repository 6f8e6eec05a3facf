#include "arguments.hpp"

#include <array>
#include <limits>

namespace fuzz {

Text meaning(Caller& caller, std::string_view utf8) {
  const std::string bytes = caller.in_encoding(utf8);
  return {.memory = {bytes.begin(), bytes.end()}, .length = length_of(bytes), .utf8 = std::string(utf8)};
}

Text raw(Bytes& input) {
  const std::string_view bytes = input.take(input.below(48));
  return {.memory = {bytes.begin(), bytes.end()}, .length = length_of(bytes)};
}

Text absurd(Bytes& input) {
  constexpr std::array<std::int64_t, 6> lengths{-2,
                                                -5,
                                                std::numeric_limits<std::int64_t>::min(),
                                                (64 << 20) + 1,
                                                std::numeric_limits<std::int32_t>::max(),
                                                std::numeric_limits<std::int64_t>::max()};
  Text text{.memory = {'m', 'o', 't', 'h', 'e', 'r', '\0'}};
  switch (input.below(4)) {
    case 0:
      text.length = BIRTHCASE_NUL_ENDED;
      text.utf8 = "mother";
      return text;
    case 1:
      text.is_null = true;
      text.length = input.below(2) == 0 ? 0 : BIRTHCASE_NUL_ENDED;
      text.impossible = text.length != 0;
      return text;
    case 2:
      text.is_null = true;
      text.length = 1;
      break;
    default:
      text.length = input.one_of(lengths);
      break;
  }
  text.impossible = true;
  return text;
}

}  // namespace fuzz
