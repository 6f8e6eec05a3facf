// Where a beginning of a document breaks off.
#include "json/pointer_at_end.hpp"

#include "json/document.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

using birthcase::json::pointer_at_end;

namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += part;
  return all;
}

}  // namespace

TEST_CASE("a text that breaks off in a value is pointed at by its keys and places") {
  CHECK(pointer_at_end("") == "");
  CHECK(pointer_at_end("{") == "");
  CHECK(pointer_at_end(R"({"mother": {"name": "王)") == "/mother/name");
  CHECK(pointer_at_end(R"({"mother": {"name")") == "/mother");
  CHECK(pointer_at_end(R"({"mother": {"name":)") == "/mother/name");
  CHECK(pointer_at_end(R"({"mother": {"name": "王芳", "id)") == "/mother");
  CHECK(pointer_at_end(R"({"mother": {"name": "王芳"}, "father": {"phone": 1)") == "/father/phone");
  CHECK(pointer_at_end(R"({"newborns": [{"name": "a"}, {"name": ")") == "/newborns/1/name");
  CHECK(pointer_at_end(R"([[1, 2], [3, "a)") == "/1/1");
  CHECK(pointer_at_end(R"({"a": "{\"b\": [")") == "/a");
}

TEST_CASE("a text that breaks off behind a value is pointed at by that value") {
  CHECK(pointer_at_end(R"({"mother": {"name": "王芳" )") == "/mother/name");
  CHECK(pointer_at_end(R"({"mother": {"name": "王芳"} )") == "/mother");
  CHECK(pointer_at_end(R"({"mother": {"name": "王芳"}} )") == "");
}

TEST_CASE("the steps of the pointer are escaped, and the keys as they are meant") {
  CHECK(pointer_at_end(R"({"a/b": {"c~d": ")") == "/a~1b/c~0d");
  CHECK(pointer_at_end(R"({"n\u0061me": {"\u0062": ")") == "/name/b");
  CHECK(pointer_at_end(R"({"n\u0061me": {"\u738b": ")") == "/name");  // may be somebody's name
}

TEST_CASE("the pointer ends before a key that is not to be shown") {
  CHECK(pointer_at_end(R"({"a": {"b\u0007": {"c": ")") == "/a");
  CHECK(pointer_at_end(R"({"a": {"\ud842": {"c": ")") == "/a");
  CHECK(pointer_at_end(R"({"a": {"": {"c": ")") == "/a");
  CHECK(pointer_at_end("{\"a\": {\"" + std::string(1'000'000, 'k') + "\": {\"c\": \"") == "/a");
}

TEST_CASE("nesting of any depth is followed as far as documents go") {
  const auto deepest = repeated("/0", birthcase::json::max_depth);
  CHECK(pointer_at_end(repeated("[", birthcase::json::max_depth)) == deepest);
  CHECK(pointer_at_end(repeated("[", 1'000'000)) == deepest);
  CHECK(pointer_at_end("{\"a\": " + repeated("[", 1'000'000) + repeated("]", 1'000'000) + ", \"b\": ") == "/b");
  CHECK(pointer_at_end(repeated("{\"a\":", 1'000'000)) == repeated("/a", birthcase::json::max_depth));
}

TEST_CASE("what is not JSON is followed somewhere, and safely") {
  CHECK(pointer_at_end("]]}},,::\"") == "");
  CHECK(pointer_at_end("{\"a\": \"\\") == "/a");
  CHECK(pointer_at_end("{\"\\") == "");
  std::mt19937 random(7);
  constexpr std::string_view alphabet = "{}[]:,\"\\ua0\xE7\x8E\x8B\n";
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    const std::size_t length = random() % 60;
    while (text.size() < length) text += alphabet[random() % alphabet.size()];
    CHECK(pointer_at_end(text).size() < 1000);
  }
}
