// Papers as HTML, as Markdown and as text: nothing that stands in them becomes markup, and lines fit.
#include <birthcase/documents.hpp>
#include <birthcase/plan_json.hpp>
#include <birthcase/text.hpp>

#include "applications.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

constexpr std::string_view hostile = "</title></style><script>alert('1')</script>&\"\\\xe2\x80\xae";

/// One of everything, with this text in every place.
Paper all_over(const std::string& text) {
  Paper paper{.title = text, .office = text, .head = {{text, text}, {text, ""}}, .foot = text, .running = text};
  paper.blocks = {paper::Heading{text, text},
                  paper::Paragraph{text},
                  paper::Points{{text, text}},
                  paper::Boxes{text,
                               {{.fact = text, .label = text, .value = text, .remark = text, .required = true},
                                {.label = text, .choices = {{text, true}, {text, false}}},
                                {.label = text, .pattern = text}}},
                  paper::Table{text, {{text, 1, false, true}, {text, 2, true}}, {{{text, text}, {text}}, {{text}}}},
                  paper::Signatures{{text, text}}};
  return paper;
}

}  // namespace

TEST_CASE("whatever stands in a paper comes out as text, in every place of it") {
  const std::string html = to_html(all_over(std::string(hostile)));
  CHECK(count(html, "<script") == 0);
  CHECK(count(html, "</style>") == 1);
  CHECK(count(html, "</title>") == 1);
  CHECK(count(html, "\xe2\x80\xae") == 0);
  CHECK(count(html, "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&quot;\\\xef\xbf\xbd") > 20);
}

TEST_CASE("what a style sheet prints at the foot of a page cannot leave its string") {
  const std::string html = to_html(Paper{.running = "\"; } body { display: none } \\"});
  CHECK(has(html, "content: \"\\22 \\3b  \\7d  body \\7b  display\\3a  none \\7d  \\5c \";"));
  CHECK_FALSE(has(std::string_view(html).substr(html.find("<style>")), "display: none"));
}

TEST_CASE("whatever stands in a paper is no markup of Markdown either") {
  const std::string markdown = to_markdown(all_over("<b>*_`|[a](b)#\n- x\xe2\x80\xae"));
  const std::string_view escaped = R"(\<b\>\*\_\`\|\[a\](b)\#)";
  CHECK(count(markdown, escaped) > 20);
  CHECK(count(markdown, "<b>") == 0);
  CHECK(count(markdown, "\n- x") == 0);
  CHECK(count(markdown, "\xe2\x80\xae") == 0);
  CHECK(has(to_markdown(Paper{.blocks = {paper::Paragraph{"12. x"}}}), "12\\. x\n"));
  CHECK(to_markdown(Paper{.blocks = {paper::Paragraph{"- x"}}}) == "\\- x\n");
}

TEST_CASE("a paper in Markdown has a part for each block") {
  const Paper paper{
      .language = Language::en,
      .title = "Notice",
      .head = {{"Case", "a-1"}, {"Applicant", ""}},
      .blocks = {paper::Heading{"To bring", "1 document"},
                 paper::Table{
                     "", {{"No.", 1, true}, {"Document", 4, false, true}}, {{{"1"}, {"ID card", "of the mother"}}}},
                 paper::Paragraph{"All by Monday.", paper::Paragraph::Tone::strong}, paper::Points{{"come", "sign"}},
                 paper::Boxes{"Child",
                              {{.label = "name", .value = "An", .required = true},
                               {.label = "sex", .choices = {{"female", true}, {"male"}}}}},
                 paper::Signatures{{"Clerk"}}},
      .foot = "* required"};
  CHECK(to_markdown(paper) ==
        "# Notice\n\n- Case: a-1\n- Applicant: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n\n"
        "## 1. To bring (1 document)\n\n"
        "| No. | Document |\n| :---: | --- |\n| 1 | ID card<br>(of the mother) |\n\n"
        "**All by Monday.**\n\n1. come\n2. sign\n\n"
        "### Child\n\n- name\\*: An\n- sex: \\[√\\] female  \\[ \\] male\n\n"
        "- Clerk: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_  Date \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n\n"
        "---\n\n\\* required\n");
}

TEST_CASE("an HTML paper is complete, says its language and loads nothing") {
  const Plan plan = Example::named("yiwu-twins").plan();
  const std::string zh = to_html(application_form(plan));
  CHECK(zh.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\"/>"));
  CHECK(zh.ends_with("</html>\n"));
  CHECK(has(zh, "size: A4"));
  CHECK(has(zh, "default-src 'none'"));
  for (const char* loading : {"src=", "href=", "url(", "@import", "<link", "<img", "<script", "<iframe", "onload"}) {
    CHECK_MESSAGE(count(zh, loading) == 0, loading);
  }
  CHECK(has(to_html(application_form(plan, Language::en)), "<html lang=\"en\">"));
}

TEST_CASE("a family's hostile name is a name on every paper") {
  const Plan plan = Example::named("yiwu-local")
                        .set("/newborns/0/name", boost::json::string_view(hostile.data(), hostile.size()))
                        .plan();
  for (const Paper& paper : {application_form(plan), notice(plan), application_form(plan, Language::en, "a\"b")}) {
    const std::string html = to_html(paper);
    CHECK(count(html, "<script") == 0);
    CHECK(count(to_text(paper), "\xe2\x80\xae") == 0);
  }
}

TEST_CASE("rare characters come through as they are, in HTML and in text") {
  const Plan plan = Example::named("yiwu-local").set("/newborns/0/name", "王𠮷䶮㛃").plan();
  CHECK(has(to_html(application_form(plan)), "王𠮷䶮㛃"));
  CHECK(has(to_text(application_form(plan)), "王𠮷䶮㛃"));
}

TEST_CASE("no line of a text is wider than asked, whatever the width and the language") {
  for (const std::string& name : Example::names()) {
    const Plan plan = Example::named(name).plan();
    for (const Language language : {Language::zh, Language::en}) {
      for (const std::size_t width : {1U, 80U, 90U, 101U, 132U}) {
        std::istringstream lines(to_text(application_form(plan, language), width) +
                                 to_text(notice(plan, language), width));
        for (std::string line; std::getline(lines, line);) {
          CHECK_MESSAGE(display_width(line) <= std::max<std::size_t>(width, 80), name << ": " << line);
        }
      }
    }
  }
}

TEST_CASE("a text too long for half a row has the row for itself, the boxes stay in their order") {
  const paper::Box small{.label = "a", .value = "1"};
  const paper::Box large{.label = "b", .value = std::string(60, 'x')};
  const std::string html = to_html(Paper{.blocks = {paper::Boxes{"", {small, large, small, small}}}});
  CHECK(count(html, "colspan=\"3\"") == 2);  // the first alone because the second is wide
  CHECK(count(html.substr(html.find("<tbody>")), "<tr>") == 3);
}

TEST_CASE("headings are numbered in the manner of the language") {
  Paper paper;
  for (int i = 0; i < 21; ++i) paper.blocks.emplace_back(paper::Heading{"x"});
  const std::string zh = to_text(paper);
  for (const char* number : {"一、x", "十、x", "十一、x", "二十、x", "二十一、x"}) CHECK(has(zh, number));
  paper.language = Language::en;
  CHECK(has(to_text(paper), "21. x"));
}

TEST_CASE("an empty paper is a document too") {
  CHECK(has(to_html({}), "<h1></h1>"));
  CHECK_FALSE(to_text({}).empty());
  const Paper bare{.blocks = {paper::Table{}, paper::Boxes{}, paper::Points{}, paper::Signatures{}}};
  CHECK_FALSE(to_html(bare).empty());
  CHECK_FALSE(to_text(bare).empty());
}
