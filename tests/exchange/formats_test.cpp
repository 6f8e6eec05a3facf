// Texts become trees, and what is wrong with a text is said by its place.
#include <birthcase/exchange/formats.hpp>
#include <birthcase/text.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace birthcase;
using namespace birthcase::exchange;

namespace {

std::string shape(const Node& node) {
  std::string text = node.name + (node.text.empty() ? "" : "=" + node.text);
  if (node.children.empty()) return text;
  text += '(';
  for (const Node& child : node.children) text += (text.back() == '(' ? "" : " ") + shape(child);
  return text + ')';
}

std::string read(Format format, std::string_view text, const FormatOptions& options = {}) {
  const auto source = read_source(format, text, options);
  return source ? shape(source->root) : std::string(to_string(source.error().kind));
}

Error error_of(Format format, std::string_view text, const FormatOptions& options = {}) {
  const auto source = read_source(format, text, options);
  REQUIRE(source.has_error());
  return source.error();
}

std::string nested(std::string_view open, std::string_view close, std::size_t levels) {
  std::string text;
  for (std::size_t i = 0; i < levels; ++i) text += open;
  text += "1";
  for (std::size_t i = 0; i < levels; ++i) text += close;
  return text;
}

}  // namespace

TEST_CASE("XML is elements and attributes without their prefixes") {
  CHECK(
      read(Format::xml, R"(<a:b xmlns:a="urn:x" c="1"><d> 3 &lt; 4 </d><d/><!-- no --><e><![CDATA[<x>]]></e></a:b>)") ==
      "b(@c=1 d=3 < 4 d e=<x>)");
  const auto source = read_source(Format::xml, "<a>\n  <b>一</b>\n</a>").value();
  CHECK(source.root.children.front().line == 2);
}

TEST_CASE("XML is read in the encoding that it declares") {
  const std::string text = R"(<?xml version="1.0" encoding="GBK"?><名>欧阳𠮷</名>)";
  CHECK(read(Format::xml, to_gb18030(text).value()) == "名=欧阳𠮷");
  CHECK(read(Format::xml, R"(<?xml version="1.0" encoding="latin1"?><a/>)") == "encoding");
  CHECK(read(Format::xml, "<a>\xff\xfe</a>") == "encoding");
}

TEST_CASE("nothing outside an XML text is read, and nothing in it is expanded") {
  const auto bomb = error_of(Format::xml, R"(<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>x</a>)");
  CHECK(bomb.kind == ErrorKind::refused);
  const auto outside = error_of(Format::xml, "<a>\n<b>&file;</b></a>");
  CHECK(outside.kind == ErrorKind::refused);
  CHECK(outside.line == 2);
  CHECK(outside.column == 4);
  CHECK(read(Format::xml, "<a>&#0;</a>") == "refused");
  CHECK(read(Format::xml, "<a>&#x4e00;&amp;</a>") == "a=一&");
}

TEST_CASE("XML that is cut off, doubled, too deep or empty is refused") {
  for (const std::string_view text : {"<a><b>1</b>", "<a></b>", "<a/><b/>", "", "text", "<a b=1/>"}) {
    CAPTURE(text);
    CHECK(read_source(Format::xml, text).has_error());
  }
  CHECK(read(Format::xml, nested("<a>", "</a>", max_source_depth)).starts_with("a(a("));
  CHECK(read(Format::xml, nested("<a>", "</a>", max_source_depth + 1)) == "out-of-range");
  CHECK(read(Format::xml, nested("<a>", "</a>", 200'000)) == "out-of-range");
  CHECK(read(Format::xml, std::string("<a>\0</a>", 8)) == "syntax");
}

TEST_CASE("JSON is members; the items of a list share a name") {
  CHECK(read(Format::json, R"({"a": {"b": [1, 2.5]}, "c": null, "d": true, "e": " x "})") ==
        "(a(b=1 b=2.5) c d=true e=x)");
  CHECK(read(Format::json, R"([{"a": 1}, [2, [3]]])") == "(item(a=1) item(item=2 item(item=3)))");
  CHECK(read(Format::json, "1") == "wrong-type");
  CHECK(read(Format::json, R"({"a": 1, "a": 2})") == "contradiction");
  CHECK(read(Format::json, nested("[", "]", 100)) == "out-of-range");
  CHECK(read_source(Format::json, R"({"a": )").has_error());
}

TEST_CASE("delimited rows are quoted as RFC 4180 says") {
  CHECK(read(Format::delimited, "a,b\r\n1,\"x,\"\"y\"\"\nz\"\r\n\r\n 2 ,\n") ==
        "rows(row(a=1 b=x,\"y\"\nz) row(a=2 b))");
  CHECK(read(Format::delimited, "a\tb\n1\t2", {Encoding::utf_8, '\t'}) == "rows(row(a=1 b=2))");
  CHECK(read(Format::delimited, to_gb18030("姓名\n欧阳𠮷\n").value(), {Encoding::gb18030, ','}) ==
        "rows(row(姓名=欧阳𠮷))");
  CHECK(read(Format::delimited, "") == "missing");
  CHECK(read(Format::delimited, "a,a\n1,2") == "contradiction");
}

TEST_CASE("a row with too few or too many cells is set aside, the others are read") {
  const auto source = read_source(Format::delimited, "a,b\n1,2\n3\n4,5,6\n7,8\n").value();
  CHECK(shape(source.root) == "rows(row(a=1 b=2) row(a=7 b=8))");
  REQUIRE(source.unreadable.size() == 2);
  CHECK(source.unreadable[0].record == 2);
  CHECK(source.unreadable[1].line == 4);
  CHECK(source.unreadable[1].cells == 3);
}

TEST_CASE("a quotation mark that is never closed is named by its place") {
  const auto error = error_of(Format::delimited, "a,b\n1,\"张三\n2,3\n");
  CHECK(error.kind == ErrorKind::syntax);
  CHECK(error.line == 2);
  CHECK(error.column == 3);
  CHECK(error.message.find("张三") == std::string::npos);
  CHECK(error_of(Format::delimited, "a\n\"x\"y\n").line == 2);
}

TEST_CASE("GB18030 that is read as UTF-8 is refused with what to do") {
  const auto error = error_of(Format::delimited, to_gb18030("姓名\n").value());
  CHECK(error.kind == ErrorKind::encoding);
  CHECK(error.message.find("gb18030") != std::string::npos);
}

TEST_CASE("what is written is read back to the same tree") {
  const std::string xml = R"(<r><a k="1 &lt; 2">x &amp; y</a><b><c>𠮷</c></b></r>)";
  const std::string json = R"({"a":{"k":1},"b":[{"c":"x"},{"c":null}],"d":true})";
  const std::string rows = "a,b\n1,\"x,\"\"y\"\"\"\n2,\n";
  for (const auto& [format, text] : {std::pair(Format::xml, xml), {Format::json, json}, {Format::delimited, rows}}) {
    CAPTURE(text);
    for (const Encoding encoding : {Encoding::utf_8, Encoding::gb18030}) {
      const FormatOptions options{encoding, ','};
      const auto source = read_source(format, text).value();
      const auto written = write_source(format, source.root, options).value();
      CHECK(read(format, written, options) == shape(source.root));
    }
  }
}

TEST_CASE("a control character that XML cannot hold is refused when it is written") {
  Node root{.name = "a"};
  root.children.push_back({.name = "b", .text = "x\x01"});
  const auto written = write_source(Format::xml, root);
  REQUIRE(written.has_error());
  CHECK(written.error().path == "/a/b");
}

TEST_CASE("a path finds nodes by name, place and text below them") {
  const auto root =
      read_source(Format::xml, R"(<r><e c="1"><v>x</v></e><e c="2"><v>y</v><v>z</v></e></r>)").value().root;
  const auto text = [&root](std::string_view path) {
    const Node* found = Path::parse(path).value().first(root);
    return found == nullptr ? std::string("nothing") : found->text;
  };
  CHECK(text("e/v") == "x");
  CHECK(text("e[2]/v") == "y");
  CHECK(text("e[@c='2']/v[2]") == "z");
  CHECK(text("e[3]/v") == "nothing");
  CHECK(text("/e/'v'") == "x");
  CHECK(Path::parse("e/v").value().all(root).size() == 3);
  for (const std::string_view wrong : {"", "a/", "a[", "a[0]", "a[b]", "a[b=c]", "a'b", "'a", "a]b"}) {
    CAPTURE(wrong);
    CHECK(Path::parse(wrong).has_error());
  }
}

TEST_CASE("a path makes what it then finds") {
  for (const std::string_view text : {"a/b/@c", "a[2]/b", "e[code/@v='57075-4']/x", "e[k='1'][2]"}) {
    CAPTURE(text);
    Node root;
    const Path path = Path::parse(text).value();
    path.make(root).text = "here";
    const Node* found = path.first(root);
    REQUIRE(found != nullptr);
    CHECK(found->text == "here");
    CHECK(&path.make(root) == found);
  }
}
