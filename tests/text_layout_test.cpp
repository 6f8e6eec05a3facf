// How text is laid out in columns of fixed-width letters.
#include "text/wrap.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using birthcase::text::printable;
using birthcase::text::printable_json;
using birthcase::text::printable_lines;
using birthcase::text::wrap;

TEST_CASE("Chinese text breaks between any two characters, but no line begins with a comma") {
  CHECK(wrap("出生医学证明，户口登记", 12) == std::vector<std::string>{"出生医学证", "明，户口登记"});
}

TEST_CASE("English text breaks at spaces and keeps none of them at the end of a line") {
  CHECK(wrap("bring the marriage certificate", 12) == std::vector<std::string>{"bring the", "marriage", "certificate"});
}

TEST_CASE("a word longer than the line is cut") {
  CHECK(wrap("abcdefghij", 4) == std::vector<std::string>{"abcd", "efgh", "ij"});
}

TEST_CASE("a text without characters is one empty line") { CHECK(wrap("", 10) == std::vector<std::string>{""}); }

TEST_CASE("what steers a terminal or passes for another text is replaced, what a name is made of is not") {
  CHECK(printable("a\033[31mb\xc2\x9b") == "a\xef\xbf\xbd[31mb\xef\xbf\xbd");
  CHECK(printable("王\u202e五\u2066") == "王\ufffd五\ufffd");
  CHECK(printable("a\u2028b\ufeff") == "a\ufffdb\ufffd");
  CHECK(printable("\xff\xc3") == "\ufffd\ufffd");
  CHECK(printable("𠮷䶮㛃\U000e0100 ok") == "𠮷䶮㛃\U000e0100 ok");
  CHECK(printable("क्\u200d نمی\u200cخواهم 👩\u200d🍼") == "क्\u200d نمی\u200cخواهم 👩\u200d🍼");
  CHECK(printable("王\u200d五ok\u200c \u200b") == "王\ufffd五ok\ufffd \ufffd");
  CHECK(printable_lines("a\033b\n\nc\r\n") == "a\ufffdb\n\nc\ufffd\n");
  CHECK(printable_json("{\"a\":\"\u009b王\U000e0041\u202e\"}\n") == "{\"a\":\"\\u009b王\\udb40\\udc41\\u202e\"}\n");
}
