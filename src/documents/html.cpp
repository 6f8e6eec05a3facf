#include <birthcase/documents.hpp>
#include <birthcase/text.hpp>

#include "documents/box_rows.hpp"
#include "documents/numbering.hpp"
#include "documents/page_style.hpp"
#include "documents/words.hpp"
#include "text/wrap.hpp"

#include <numeric>

namespace birthcase {
namespace documents {
namespace {

// Well-formed as XML too, so that any parser can check it.
class Html {
 public:
  explicit Html(const Paper& paper) : paper_(paper), words_(paper.language) {}

  std::string write();

  void operator()(const paper::Heading& heading);
  void operator()(const paper::Paragraph& paragraph);
  void operator()(const paper::Points& points);
  void operator()(const paper::Boxes& boxes);
  void operator()(const paper::Table& table);
  void operator()(const paper::Signatures& signatures);

 private:
  void style();
  void page_foot();
  void header();
  void box(const paper::Box& box, bool wide);
  void choices(const paper::Box& box);
  void cell(const paper::Cell& cell, const paper::Column& column);
  void small(std::string_view text);

  void raw(std::string_view markup) { html_ += markup; }
  void text(std::string_view text);
  void element(std::string_view name, std::string_view content);

  const Paper& paper_;
  Words words_;
  std::string html_;
  std::size_t headings_ = 0;
};

void Html::text(std::string_view text) {
  for (const char c : text::printable(text)) {
    switch (c) {
      case '&':
        html_ += "&amp;";
        break;
      case '<':
        html_ += "&lt;";
        break;
      case '>':
        html_ += "&gt;";
        break;
      case '"':
        html_ += "&quot;";
        break;
      case '\'':
        html_ += "&#39;";
        break;
      default:
        html_ += c;
    }
  }
}

void Html::element(std::string_view name, std::string_view content) {
  html_.append("<").append(name).append(">");
  text(content);
  html_.append("</").append(name).append(">");
}

std::string Html::write() {
  raw("<!DOCTYPE html>\n<html lang=\"");
  raw(paper_.language == Language::zh ? "zh-CN" : "en");
  raw("\">\n<head>\n<meta charset=\"utf-8\"/>\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
      "<meta name=\"referrer\" content=\"no-referrer\"/>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
  element("title", paper_.running.empty() ? paper_.title : paper_.running);
  style();
  raw("</head>\n<body>\n<main>\n");
  header();
  for (const paper::Block& block : paper_.blocks) std::visit(*this, block);
  if (!paper_.foot.empty()) {
    raw("<footer>");
    element("p", paper_.foot);
    raw("</footer>\n");
  }
  raw("</main>\n</body>\n</html>\n");
  return std::move(html_);
}

void Html::style() {
  raw("\n<style>");
  raw(page_style);
  page_foot();
  raw("</style>\n");
}

// A text as a string of CSS that cannot end the string, the rule or the element.
std::string css_string(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text::printable(text)) {
    const bool plain = c == ' ' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       static_cast<unsigned char>(c) >= 0x80;
    quoted += plain ? std::string(1, c) : fmt::format("\\{:x} ", static_cast<unsigned>(c));
  }
  return quoted + '"';
}

void Html::page_foot() {
  const std::string_view pattern = papers::page_of_pages.in(paper_.language);
  const auto page = pattern.find("{0}");
  const auto pages = pattern.find("{1}");
  constexpr std::size_t mark = 3;
  raw("@page {\n  @bottom-left { content: ");
  raw(css_string(paper_.running));
  raw("; font-size: 8pt; color: #59606b; width: 70%; }\n  @bottom-right { content: ");
  raw(css_string(pattern.substr(0, page)) + " counter(page) " +
      css_string(pattern.substr(page + mark, pages - page - mark)) + " counter(pages) " +
      css_string(pattern.substr(pages + mark)));
  raw("; font-size: 8pt; color: #59606b; width: 30%; text-align: right; }\n}\n");
}

void Html::header() {
  raw("<header>\n");
  if (!paper_.office.empty()) {
    raw("<p class=\"office\">");
    text(paper_.office);
    raw("</p>\n");
  }
  element("h1", paper_.title);
  raw("\n<dl class=\"head\">");
  for (const paper::HeadLine& line : paper_.head) {
    raw("<div>");
    element("dt", line.label + std::string(words_(papers::colon)));
    if (line.value.empty()) {
      raw("<dd class=\"blank\"></dd>");
    } else {
      element("dd", line.value);
    }
    raw("</div>");
  }
  raw("</dl>\n</header>\n");
}

void Html::operator()(const paper::Heading& heading) {
  raw("<h2>");
  text(numbered_heading(paper_.language, ++headings_, heading.text));
  small(heading.remark);
  raw("</h2>\n");
}

void Html::operator()(const paper::Paragraph& paragraph) {
  constexpr std::string_view classes[] = {"", " class=\"strong\"", " class=\"faint\""};
  html_.append("<p").append(classes[static_cast<std::size_t>(paragraph.tone)]).append(">");
  text(paragraph.text);
  raw("</p>\n");
}

void Html::operator()(const paper::Points& points) {
  raw("<ol>");
  for (const std::string& item : points.items) element("li", item);
  raw("</ol>\n");
}

void Html::small(std::string_view content) {
  if (!content.empty()) element("small", content);
}

void Html::operator()(const paper::Boxes& boxes) {
  raw("<table class=\"boxes\">\n");
  raw("<colgroup><col style=\"width: 18.5%\"/><col style=\"width: 31.5%\"/>"
      "<col style=\"width: 18.5%\"/><col style=\"width: 31.5%\"/></colgroup>\n");
  if (!boxes.title.empty()) {
    raw("<thead><tr><th colspan=\"4\" scope=\"colgroup\"><span role=\"heading\" aria-level=\"3\">");
    text(boxes.title);
    raw("</span></th></tr></thead>\n");
  }
  raw("<tbody>\n");
  for (const BoxRow& row : rows_of(boxes.boxes)) {
    raw("<tr>");
    box(*row.first, row.second == nullptr);
    if (row.second != nullptr) box(*row.second, false);
    raw("</tr>\n");
  }
  raw("</tbody>\n</table>\n");
}

void Html::box(const paper::Box& box, bool wide) {
  raw("<th scope=\"row\">");
  text(box.label);
  if (box.required) {
    raw("<abbr class=\"required\" title=\"");
    text(words_(papers::required));
    raw("\">*</abbr>");
  }
  raw("</th><td");
  if (wide) raw(" colspan=\"3\"");
  if (!box.fact.empty()) {
    raw(" data-fact=\"");
    text(box.fact);
    raw("\"");
  }
  raw(box.value.empty() ? " class=\"empty\">" : ">");
  if (!box.value.empty()) {
    element("bdi", box.value);
  } else if (!box.choices.empty()) {
    choices(box);
  } else if (!box.pattern.empty()) {
    raw("<span class=\"pattern\">");
    text(box.pattern);
    raw("</span>");
  }
  small(box.remark);
  raw("</td>");
}

void Html::choices(const paper::Box& box) {
  for (const paper::Choice& choice : box.choices) {
    raw("<span class=\"choice\"><span class=\"tick\">");
    raw(choice.ticked ? "√" : "");
    raw("</span>");
    text(choice.label);
    raw("</span> ");
  }
}

void Html::operator()(const paper::Table& table) {
  raw("<table class=\"list\">\n<colgroup>");
  const int whole = std::accumulate(table.columns.begin(), table.columns.end(), 0,
                                    [](int sum, const paper::Column& column) { return sum + column.share; });
  for (const paper::Column& column : table.columns) {
    raw(fmt::format("<col style=\"width: {:.2f}%\"/>", 100.0 * column.share / whole));
  }
  raw("</colgroup>\n<thead>");
  if (!table.title.empty()) {
    raw(fmt::format("<tr><th scope=\"colgroup\" colspan=\"{}\"><span role=\"heading\" aria-level=\"3\">",
                    table.columns.size()));
    text(table.title);
    raw("</span></th></tr>");
  }
  raw("<tr>");
  for (const paper::Column& column : table.columns) {
    raw("<th scope=\"col\">");
    text(column.heading);
    raw("</th>");
  }
  raw("</tr></thead>\n<tbody>\n");
  for (const auto& row : table.rows) {
    raw("<tr>");
    for (std::size_t i = 0; i < table.columns.size() && i < row.size(); ++i) cell(row[i], table.columns[i]);
    raw("</tr>\n");
  }
  raw("</tbody>\n</table>\n");
}

void Html::cell(const paper::Cell& cell, const paper::Column& column) {
  raw(column.names_row ? "<th scope=\"row\"" : "<td");
  raw(column.centred ? " class=\"centred\">" : ">");
  element("bdi", cell.text);
  small(cell.remark);
  raw(column.names_row ? "</th>" : "</td>");
}

void Html::operator()(const paper::Signatures& signatures) {
  raw("<div class=\"signatures\">\n");
  for (const std::string& person : signatures.people) {
    raw("<div class=\"signature\"><span>");
    text(person + std::string(words_(papers::colon)));
    raw("</span><span class=\"line\"></span><span class=\"day\">");
    text(words_(papers::day));
    raw("</span></div>\n");
  }
  raw("</div>\n");
}

}  // namespace
}  // namespace documents

std::string to_html(const Paper& paper) { return documents::Html(paper).write(); }

}  // namespace birthcase
