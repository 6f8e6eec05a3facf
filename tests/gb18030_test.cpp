// GB18030 both ways, byte by byte.
#include <birthcase/text.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

using namespace birthcase;

namespace {

constexpr std::array all_editions{Gb18030::edition_2022, Gb18030::edition_2005, Gb18030::edition_2000};

// A character that an edition moved to two bytes, and the private-use one that took its four bytes.
struct Moved {
  std::string_view real;
  std::string_view private_use;
  std::string_view two_bytes;
  std::string_view four_bytes;
};
constexpr std::array<Moved, 18> moved_in_2022{{
    {"\uFE10", "\uE78D", "\xA6\xD9", "\x84\x31\x82\x36"},
    {"\uFE12", "\uE78E", "\xA6\xDA", "\x84\x31\x82\x38"},
    {"\uFE11", "\uE78F", "\xA6\xDB", "\x84\x31\x82\x37"},
    {"\uFE13", "\uE790", "\xA6\xDC", "\x84\x31\x82\x39"},
    {"\uFE14", "\uE791", "\xA6\xDD", "\x84\x31\x83\x30"},
    {"\uFE15", "\uE792", "\xA6\xDE", "\x84\x31\x83\x31"},
    {"\uFE16", "\uE793", "\xA6\xDF", "\x84\x31\x83\x32"},
    {"\uFE17", "\uE794", "\xA6\xEC", "\x84\x31\x83\x33"},
    {"\uFE18", "\uE795", "\xA6\xED", "\x84\x31\x83\x34"},
    {"\uFE19", "\uE796", "\xA6\xF3", "\x84\x31\x83\x35"},
    {"\u9FB4", "\uE81E", "\xFE\x59", "\x82\x35\x90\x37"},
    {"\u9FB5", "\uE826", "\xFE\x61", "\x82\x35\x90\x38"},
    {"\u9FB6", "\uE82B", "\xFE\x66", "\x82\x35\x90\x39"},
    {"\u9FB7", "\uE82C", "\xFE\x67", "\x82\x35\x91\x30"},
    {"\u9FB8", "\uE832", "\xFE\x6D", "\x82\x35\x91\x31"},
    {"\u9FB9", "\uE843", "\xFE\x7E", "\x82\x35\x91\x32"},
    {"\u9FBA", "\uE854", "\xFE\x90", "\x82\x35\x91\x33"},
    {"\u9FBB", "\uE864", "\xFE\xA0", "\x82\x35\x91\x34"},
}};
constexpr Moved moved_in_2005{"\u1E3F", "\uE7C7", "\xA8\xBC", "\x81\x35\xF4\x37"};

void check_both_ways(std::string_view utf8, std::string_view bytes, Gb18030 edition) {
  CAPTURE(std::string(utf8));
  CAPTURE(static_cast<int>(edition));
  CHECK(to_gb18030(utf8, edition).value() == bytes);
  CHECK(from_gb18030(bytes, edition).value() == utf8);
}

void check_moved(const Moved& moved, Gb18030 edition) {
  check_both_ways(moved.real, moved.two_bytes, edition);
  check_both_ways(moved.private_use, moved.four_bytes, edition);
}

void check_not_yet_moved(const Moved& moved, Gb18030 edition) {
  check_both_ways(moved.real, moved.four_bytes, edition);
  check_both_ways(moved.private_use, moved.two_bytes, edition);
}

std::string every_character() {
  std::string text;
  const auto add = [&text](char32_t bits) { text += static_cast<char>(bits); };
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    if (c < 0x80) {
      add(c);
      continue;
    }
    if (c >= 0x10000) {
      add(0xF0 | (c >> 18));
      add(0x80 | ((c >> 12) & 0x3F));
    } else if (c >= 0x800) {
      add(0xE0 | (c >> 12));
    }
    add(c < 0x800 ? 0xC0 | (c >> 6) : 0x80 | ((c >> 6) & 0x3F));
    add(0x80 | (c & 0x3F));
  }
  return text;
}

}  // namespace

TEST_CASE("rare and private-use characters survive GB18030 both ways in every edition") {
  for (const Gb18030 edition : all_editions) {
    check_both_ways("王", "\xCD\xF5", edition);
    check_both_ways("𠮷", "\x95\x34\xB2\x35", edition);  // U+20BB7
    check_both_ways("䶮", "\xFE\x9F", edition);          // U+4DAE
    check_both_ways("㛃", "\x82\x30\xB7\x31", edition);  // U+36C3
    check_both_ways("€", "\xA2\xE3", edition);
    check_both_ways("\u0080", "\x81\x30\x81\x30", edition);
    check_both_ways("\u00FF", "\x81\x30\x8B\x37", edition);
    check_both_ways("\uFFFF", "\x84\x31\xA4\x39", edition);
    check_both_ways("\U00010000", "\x90\x30\x81\x30", edition);
    check_both_ways("\U0010FFFF", "\xE3\x32\x9A\x35", edition);
    check_both_ways("\uE000", "\xAA\xA1", edition);
    check_both_ways("\uE5E5", "\xA3\xA0", edition);
    check_both_ways("\uE816\U00020087", "\xFE\x51\x95\x32\x90\x31", edition);
  }
}

TEST_CASE("18 characters have two bytes in the edition of 2022 and four before") {
  for (const Moved& moved : moved_in_2022) {
    check_moved(moved, Gb18030::edition_2022);
    check_not_yet_moved(moved, Gb18030::edition_2005);
    check_not_yet_moved(moved, Gb18030::edition_2000);
  }
}

TEST_CASE("one character has two bytes since the edition of 2005") {
  check_moved(moved_in_2005, Gb18030::edition_2022);
  check_moved(moved_in_2005, Gb18030::edition_2005);
  check_not_yet_moved(moved_in_2005, Gb18030::edition_2000);
}

TEST_CASE("the edition of 2022 counts where none is named") {
  CHECK(to_gb18030("王\uFE10五").value() == "\xCD\xF5\xA6\xD9\xCE\xE5");
  CHECK(from_gb18030("\xCD\xF5\xA6\xD9\xCE\xE5").value() == "王\uFE10五");
}

TEST_CASE("bytes that are half of one character are not taken for another") {
  CHECK(from_gb18030("\xCD\xA6\xD9\xF5").value() == "挺脔");  // A6 D9 in the middle
  CHECK(from_gb18030("\x81\x30\xFE\x39").value() == "\u0609");
}

TEST_CASE("every character of Unicode goes to GB18030 and comes back in every edition") {
  const std::string text = every_character();
  for (const Gb18030 edition : all_editions) {
    const auto bytes = to_gb18030(text, edition);
    REQUIRE(bytes.has_value());
    const auto back = from_gb18030(*bytes, edition);
    REQUIRE(back.has_value());
    CHECK((*back == text));
  }
}

TEST_CASE("bytes that are not GB18030 are an error with their place, never a substitution") {
  struct Sample {
    std::string_view bytes;
    std::size_t offset;
    std::size_t column;
  };
  const std::array samples{
      Sample{"\x80", 0, 1},
      Sample{"\xFF", 0, 1},
      Sample{"\xCD", 0, 1},
      Sample{"ab\x80", 2, 3},
      Sample{"12345678\xFF", 8, 9},
      Sample{"\xCD\xF5\xCD", 2, 2},
      Sample{"\xCD\xF5\xCD\xF5\xCD ", 4, 3},
      Sample{"\xCD\x7F", 0, 1},
      Sample{"\xCD\xFF", 0, 1},
      Sample{"\xCD\xF5\x95\x34", 2, 2},
      Sample{"\xCD\xF5\x95\x34\xBD", 2, 2},
      Sample{"\xCD\xF5\x95\x34\xBD\xBD", 2, 2},
      Sample{"\x95\x34\x30\x35", 0, 1},
      Sample{"\x84\x31\xA5\x30", 0, 1},                  // after U+FFFF
      Sample{"\x8F\x39\xFE\x39", 0, 1},                  // before U+10000
      Sample{"\x95\x34\xBD\x35\xE3\x32\x9A\x36", 4, 2},  // after U+10FFFF
  };
  for (const auto& [bytes, offset, column] : samples) {
    CAPTURE(offset);
    CHECK(find_invalid_gb18030(bytes) == offset);
    const auto text = from_gb18030(bytes);
    REQUIRE_FALSE(text.has_value());
    CHECK(text.error().kind == ErrorKind::encoding);
    const std::string place = " byte " + std::to_string(offset) + " ";
    CHECK_MESSAGE(text.error().message.find(place) != std::string::npos, text.error().message);
    CHECK(text.error().column == column);
  }
}

TEST_CASE("the first ill-formed sequence is found in GB18030 as in UTF-8") {
  CHECK_FALSE(find_invalid_gb18030(""));
  CHECK_FALSE(find_invalid_gb18030(std::string_view("a\0b", 3)));
  CHECK_FALSE(find_invalid_gb18030(to_gb18030("王𠮷䶮㛃\uE5E5\U0010FFFF").value()));
  CHECK(find_invalid_gb18030(std::string_view("\xCD\0", 2)) == 0);
}

TEST_CASE("text that is not UTF-8 does not go to GB18030") {
  CHECK(to_gb18030("王\xFF").error().kind == ErrorKind::encoding);
  CHECK(to_gb18030("王\xFF").error().column == 2);
}
