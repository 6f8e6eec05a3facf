#include "layout/document.hpp"
#include "program.hpp"

#include <doctest/doctest.h>

using namespace birthcase::cli_tests;
using birthcase::Language;
using namespace birthcase::layout;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

Document small_document() {
  Document document{.look = Look::tables, .language = Language::en, .title = "a < b"};
  document.paragraph("p & q");
  document.heading("h|i");
  Table table({{.heading = "Service"}, {.heading = "Title\nsince 2019", .name = "t"}});
  table.roomy = true;
  table.add({"one", "x|y\n*z*"});
  table.add({"all"});
  table.rows.back().sums = true;
  document.blocks.emplace_back(std::move(table));
  return document;
}

// Two layers of one city that differ in the days on which they are in force.
std::string layer_from(const std::string& day) {
  return file_with(R"({"id": "my-city", "extends": "yiwu", "valid": {"from": ")" + day + R"("}})",
                   "layer-" + day + ".json");
}

}  // namespace

TEST_CASE("what a text contains is not taken for markup") {
  CHECK(to_markdown(small_document()) ==
        "# a \\< b\n\np \\& q\n\n## h\\|i\n\n"
        "| Service | Title<br>since 2019 |\n| --- | --- |\n"
        "| one | x\\|y<br>\\*z\\* |\n| **all** |  |\n");
  const std::string html = to_html(small_document());
  CHECK(has(html, "<title>a &lt; b</title>"));
  CHECK(has(html, "<p>p &amp; q</p>"));
  CHECK(has(html, "<tr><th scope=\"row\"><bdi>one</bdi></th><td><bdi>x|y<br/>*z*</bdi></td></tr>"));
  CHECK(has(html, "<tr class=\"sum\"><th scope=\"row\"><bdi>all</bdi></th><td><bdi></bdi></td></tr>"));
}

TEST_CASE("a table stands in columns where they can be read, else in blocks under a legend") {
  CHECK(to_text(small_document(), Page{80, false}) ==
        "a < b\n\np & q\n\nh|i\n\n"
        "Service  Title\n         since 2019\n"
        "───────  ──────────\n"
        "one      x|y\n         *z*\n\nall\n");
  CHECK(to_text(small_document(), Page{50, false}) ==
        "a < b\n\np & q\n\nh|i\n\n"
        "  t  Title\n     since 2019\n\n"
        "one\n  t  x|y\n     *z*\n\nall\n  t\n");
}

TEST_CASE("a comparison is a page of HTML that needs nothing else, in both languages") {
  for (const char* language : {"zh", "en"}) {
    const Outcome outcome = run({"compare", "base", "yiwu", "--format", "html", "--lang", language});
    CHECK(outcome.status == 0);
    CHECK(outcome.output.starts_with("<!DOCTYPE html>\n<html lang=\""));
    CHECK(outcome.output.ends_with("</html>\n"));
    CHECK(has(outcome.output, "@media print"));
    for (const char* reference : {"http:", "https:", "src=", "href=", "<script", "url("}) {
      CHECK_FALSE(has(outcome.output, reference));
    }
  }
}

TEST_CASE("a comparison's headings say which place and which days, in every format") {
  const std::string older = layer_from("2019-01-01");
  const std::string newer = layer_from("2020-01-01");
  for (const char* format : {"text", "markdown", "html"}) {
    const Outcome outcome = run({"compare", older, newer, "--format", format, "--lang", "en", "--as-of", "2020-06-01"});
    CAPTURE(outcome.output);
    CHECK(outcome.status == 0);
    CHECK(has(outcome.output, "330782"));
    CHECK(has(outcome.output, "from 2019-01-01"));
    CHECK(has(outcome.output, "from 2020-01-01"));
    CHECK(has(outcome.output, "2020-06-01"));
  }
}

TEST_CASE("profiles that cannot be told apart by id and days are numbered where columns have no room") {
  const std::string layer = layer_from("2019-01-01");
  const Outcome outcome = run({"compare", layer, layer, layer, "base", "--lang", "en"});
  CHECK(has(outcome.output, "my-city (from 2019-01-01)  "));
  CHECK(has(outcome.output, "my-city (from 2019-01-01) #2"));
  CHECK(has(outcome.output, "my-city (from 2019-01-01) #3"));
}

TEST_CASE("a comparison in JSON has no other format") {
  const Outcome outcome = run({"compare", "base", "--json", "--format", "html"});
  CHECK(outcome.status == 2);
  CHECK(outcome.complained_once());
}
