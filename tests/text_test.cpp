#include <birthcase/text.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace birthcase;

TEST_CASE("UTF-8 is accepted with every character, NUL and rare ones included") {
  CHECK_FALSE(find_invalid_utf8(""));
  CHECK_FALSE(find_invalid_utf8(std::string_view("a\0b", 3)));
  CHECK_FALSE(find_invalid_utf8("王𠮷䶮㛃\U0010FFFF"));
}

TEST_CASE("the first bad byte of broken UTF-8 is found wherever it stands") {
  CHECK(find_invalid_utf8("\x80") == 0);
  CHECK(find_invalid_utf8("abc\xFF") == 3);
  CHECK(find_invalid_utf8("12345678\xC0\xAF") == 8);    // overlong
  CHECK(find_invalid_utf8("王\xED\xA0\x80") == 3);      // surrogate
  CHECK(find_invalid_utf8("王\xF4\x90\x80\x80") == 3);  // past U+10FFFF
  CHECK(find_invalid_utf8("王五\xE7\x8E") == 6);        // cut off
  CHECK(find_invalid_utf8("王\xE7\x8E"
                          "a") == 3);
}

TEST_CASE("an encoding error gives line and column and never the text") {
  const auto checked = check_utf8("甲乙\n丙丁\xFF戊");
  REQUIRE_FALSE(checked.has_value());
  CHECK(checked.error().kind == ErrorKind::encoding);
  CHECK(checked.error().line == 2);
  CHECK(checked.error().column == 3);
  CHECK(checked.error().message == "not UTF-8: an ill-formed sequence begins at byte 13");
}

TEST_CASE("normalisation composes and keeps rare and private-use characters") {
  CHECK(*to_nfc("e\u0301") == "é");
  CHECK(*to_nfc("𠮷䶮㛃\uE863") == "𠮷䶮㛃\uE863");
  CHECK(*to_nfkc("ＡＢ１２㈱") == "AB12(株)");
  CHECK(to_nfc("\xC3").error().kind == ErrorKind::encoding);
  CHECK(to_nfkc("\xC3").error().kind == ErrorKind::encoding);
}

TEST_CASE("a number is made plain however it was typed") {
  CHECK(*clean_identifier("１１０１０５ １９４９１２３１ ００２ｘ") == "11010519491231002X");
  CHECK(*clean_identifier(" 110105-19491231—002x\t") == "11010519491231002X");
  CHECK(*clean_identifier("\uFEFF\u3000h0123\u00A045678\u200B") == "H012345678");
  CHECK(*clean_identifier("") == "");
  CHECK(*clean_identifier("京12") == "京12");
  CHECK(clean_identifier("1\xFF").error().kind == ErrorKind::encoding);
}

TEST_CASE("remarkable characters are kept and their first places told") {
  const auto report = inspect_characters("王𠮷䶮㛃\uE863");
  REQUIRE(report.has_value());
  CHECK(report->characters == 5);
  CHECK(report->first_beyond_bmp == 2);
  CHECK(report->first_rare == 2);
  CHECK(report->first_private_use == 5);
  CHECK(report->first_control == 0);
  CHECK(report->first_unassigned == 0);
}

TEST_CASE("an ordinary name has nothing remarkable") {
  auto expected = CharacterReport{};
  expected.characters = 5;
  CHECK(*inspect_characters("欧阳·小明") == expected);
  CHECK(inspect_characters("䶮")->first_rare == 1);
  CHECK(inspect_characters("䶮")->first_beyond_bmp == 0);
}

TEST_CASE("control characters and the trace of an earlier bad conversion are remarked") {
  CHECK(inspect_characters("王\u0007")->first_control == 2);
  CHECK(inspect_characters("\uFFFD")->first_control == 1);
  CHECK(inspect_characters("王\u200E")->first_control == 2);
  CHECK(inspect_characters("\uFFFF")->first_unassigned == 1);
}

TEST_CASE("display width counts wide characters twice and combining ones not at all") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("义乌") == 4);
  CHECK(display_width("𠮷a") == 3);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("（Ａ）") == 6);
  CHECK(display_width("a\u200Bb\n") == 2);
  CHECK(display_width("a\xFF\xFE") == 3);
  CHECK(display_width("") == 0);
}
