#include <birthcase/text.hpp>

#include "layout/document.hpp"
#include "lines.hpp"
#include "pretty.hpp"
#include "program.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace birthcase::cli;
using namespace birthcase::layout;
using birthcase::cli_tests::file_with;
using birthcase::cli_tests::lines_of;

namespace {

std::string text_of(Table table, const Page& page = {}) {
  return to_text({.look = Look::tables, .blocks = {std::move(table)}}, page);
}

}  // namespace

TEST_CASE("columns stay aligned where Chinese and ASCII stand one above the other") {
  Table table({{"材料", Align::left, false}, {"n", Align::right, false}});
  table.add({"身份证", "1"});
  table.add({"ID card", "12"});
  CHECK(text_of(table) ==
        "材料      n\n"
        "───────  ──\n"
        "身份证    1\n"
        "ID card  12\n");
}

TEST_CASE("a table that is too wide narrows its flexible columns and nothing else") {
  Table table({{"a", Align::left, false}, {"b", Align::left, true}});
  table.add({"fixed", "一二三四五六七八九十一二三四五六七八九十"});
  const std::string text = text_of(table, Page{30, false});
  for (const std::string& line : lines_of(text)) CHECK(birthcase::display_width(line) <= 30);
  CHECK(lines_of(text).size() == 4);
}

TEST_CASE("indented JSON is the same JSON") {
  CHECK(indented(R"({"a":[1,{}],"b":"x,{\"y\"","c":[]})") ==
        "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": \"x,{\\\"y\\\"\",\n  \"c\": []\n}");
}

TEST_CASE("lines are numbered as in the file, blank ones are passed over, the last needs no line feed") {
  auto reader =
      LineReader::open(file_with("\xef\xbb\xbf"
                                 "one\r\n\n  \ntwo"));
  REQUIRE(reader.has_value());
  Line line;
  REQUIRE(reader->next(line));
  CHECK(line.text == "one\r");
  CHECK(line.number == 1);
  REQUIRE(reader->next(line));
  CHECK(line.text == "two");
  CHECK(line.number == 4);
  CHECK_FALSE(reader->next(line));
}

TEST_CASE("a line that is too long is skipped, wherever it stands") {
  const std::string longest(max_line_bytes, 'x');
  auto reader = LineReader::open(file_with(longest + "\n" + longest + "y\nshort\n" + longest + longest + longest));
  REQUIRE(reader.has_value());
  Line line;
  REQUIRE(reader->next(line));
  CHECK_FALSE(line.too_long);
  CHECK(line.text.size() == max_line_bytes);
  REQUIRE(reader->next(line));
  CHECK(line.too_long);
  CHECK(line.text.empty());
  REQUIRE(reader->next(line));
  CHECK(line.text == "short");
  CHECK(line.number == 3);
  REQUIRE(reader->next(line));
  CHECK(line.too_long);
  CHECK(line.number == 4);
  CHECK_FALSE(reader->next(line));
}
