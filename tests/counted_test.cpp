// The word that goes with a number.
#include "text/counted.hpp"

#include "texts/text.hpp"

#include <doctest/doctest.h>

#include <cstdint>

using namespace birthcase;
using text::counted;

TEST_CASE("one thing has a word of its own, and so has any other number of things") {
  CHECK(fmt::format("{0} {0:day|days}", counted(1)) == "1 day");
  CHECK(fmt::format("{0} {0:day|days}", counted(2)) == "2 days");
  CHECK(fmt::format("{0} {0:day|days}", counted(0)) == "0 days");
  CHECK(fmt::format("{0} birth{0:|s}", counted(std::size_t{1})) == "1 birth");
  CHECK(fmt::format("{0} {0:waits|wait}", counted(std::int64_t{-1})) == "-1 wait");
  CHECK(fmt::format("{0:04}", counted(7)) == "0007");
}

TEST_CASE("texts count what fills their blanks, each language in its own way") {
  constexpr texts::Pattern<2> pattern{"done", "{0}个工作日内完成{1}", "{1} done within {0} working {0:day|days}"};
  CHECK(texts::filled(Language::en, pattern, 1, "it is") == "it is done within 1 working day");
  CHECK(texts::filled(Language::en, pattern, std::uint8_t{3}, "it is") == "it is done within 3 working days");
  CHECK(texts::filled(Language::zh, pattern, 1, "登记") == "1个工作日内完成登记");
}
