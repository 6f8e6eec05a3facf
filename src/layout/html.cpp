// Documents as pages of HTML.
#include "layout/box_rows.hpp"
#include "layout/document.hpp"
#include "layout/numbering.hpp"
#include "layout/page_style.hpp"
#include "text/wrap.hpp"
#include "texts/papers.hpp"
#include "texts/words.hpp"

#include <fmt/format.h>

#include <numeric>

namespace birthcase::layout {
namespace {

namespace papers = texts::papers;

std::string_view name_of(Ink ink) noexcept {
  constexpr std::string_view names[inks] = {"", "strong", "faint", "good", "warning", "bad"};
  return names[static_cast<std::size_t>(ink)];
}

// Well-formed as XML too, so that any parser can check it.
class Html {
 public:
  explicit Html(const Document& document) : document_(document), words_(document.language) {}

  std::string write();

  void operator()(const Heading& heading);
  void operator()(const Paragraph& paragraph);
  void operator()(const Points& points);
  void operator()(const Boxes& boxes);
  void operator()(const Table& table);
  void operator()(const Signatures& signatures);
  void operator()(const Drawing& drawing);
  void operator()(const Rule&) { raw("<hr/>\n"); }

 private:
  void style();
  void page_foot();
  void header();
  void box(const paper::Box& box, bool wide);
  void choices(const paper::Box& box);
  void column_widths(const Table& table);
  void row(const Row& row, const Table& table);
  void cell(const Cell& cell, const Column& column);
  void small(std::string_view text);

  void raw(std::string_view markup) { html_ += markup; }
  void text(std::string_view text);
  void lines(std::string_view text);
  void element(std::string_view name, std::string_view content);

  const Document& document_;
  texts::Words words_;
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

void Html::lines(std::string_view text) {
  for (;;) {
    const auto feed = text.find('\n');
    this->text(text.substr(0, feed));
    if (feed == std::string_view::npos) return;
    raw("<br/>");
    text.remove_prefix(feed + 1);
  }
}

void Html::element(std::string_view name, std::string_view content) {
  html_.append("<").append(name).append(">");
  text(content);
  html_.append("</").append(name).append(">");
}

std::string Html::write() {
  raw("<!DOCTYPE html>\n<html lang=\"");
  raw(document_.language == Language::zh ? "zh-CN" : "en");
  raw("\">\n<head>\n<meta charset=\"utf-8\"/>\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
      "<meta name=\"referrer\" content=\"no-referrer\"/>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
  element("title", document_.running.empty() ? document_.title : document_.running);
  style();
  raw("</head>\n<body>\n<main>\n");
  header();
  for (const Block& block : document_.blocks) std::visit(*this, block);
  if (!document_.foot.empty()) {
    raw("<footer>");
    element("p", document_.foot);
    raw("</footer>\n");
  }
  raw("</main>\n</body>\n</html>\n");
  return std::move(html_);
}

void Html::style() {
  raw("\n<style>");
  raw(page_style);
  if (document_.look != Look::paper) raw(wide_page_style);
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
  const std::string_view pattern = papers::page_of_pages.in(document_.language);
  const auto page = pattern.find("{0}");
  const auto pages = pattern.find("{1}");
  constexpr std::size_t mark = 3;
  raw("@page {\n  @bottom-left { content: ");
  raw(css_string(document_.running));
  raw("; font-size: 8pt; color: #59606b; width: 70%; }\n  @bottom-right { content: ");
  raw(css_string(pattern.substr(0, page)) + " counter(page) " +
      css_string(pattern.substr(page + mark, pages - page - mark)) + " counter(pages) " +
      css_string(pattern.substr(pages + mark)));
  raw("; font-size: 8pt; color: #59606b; width: 30%; text-align: right; }\n}\n");
}

void Html::header() {
  raw("<header>\n");
  if (!document_.office.empty()) {
    raw("<p class=\"office\">");
    text(document_.office);
    raw("</p>\n");
  }
  element("h1", document_.title);
  if (!document_.head.empty()) raw("\n<dl class=\"head\">");
  for (const HeadLine& line : document_.head) {
    raw("<div>");
    element("dt", line.label + std::string(words_(papers::colon)));
    if (line.value.empty()) {
      raw("<dd class=\"blank\"></dd>");
    } else {
      element("dd", line.value);
    }
    raw("</div>");
  }
  raw(document_.head.empty() ? "\n" : "</dl>\n");
  for (const Paragraph& each : document_.lead) (*this)(each);
  raw("</header>\n");
}

void Html::operator()(const Heading& heading) {
  raw("<h2>");
  const bool numbered = document_.look == Look::paper;
  text(numbered ? numbered_heading(document_.language, ++headings_, heading.text) : heading.text);
  small(heading.remark);
  raw("</h2>\n");
}

void Html::operator()(const Paragraph& paragraph) {
  raw(paragraph.ink == Ink::plain ? "<p>" : fmt::format("<p class=\"{}\">", name_of(paragraph.ink)));
  text(paragraph.text);
  raw("</p>\n");
}

void Html::operator()(const Points& points) {
  raw("<ol>");
  for (const std::string& item : points.items) element("li", item);
  raw("</ol>\n");
}

void Html::small(std::string_view content) {
  if (!content.empty()) element("small", content);
}

void Html::operator()(const Boxes& boxes) {
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

void Html::operator()(const Table& table) {
  raw("<table class=\"list\">\n<colgroup>");
  column_widths(table);
  raw("</colgroup>\n<thead>");
  if (!table.title.empty()) {
    raw(fmt::format("<tr><th scope=\"colgroup\" colspan=\"{}\"><span role=\"heading\" aria-level=\"3\">",
                    table.columns.size()));
    text(table.title);
    raw("</span></th></tr>");
  }
  raw("<tr>");
  for (const Column& column : table.columns) {
    raw("<th scope=\"col\">");
    lines(column.heading);
    raw("</th>");
  }
  raw("</tr></thead>\n<tbody>\n");
  for (const Row& each : table.rows) row(each, table);
  raw("</tbody>\n</table>\n");
}

void Html::column_widths(const Table& table) {
  const int whole = std::accumulate(table.columns.begin(), table.columns.end(), 0,
                                    [](int sum, const Column& column) { return sum + column.share; });
  for (const Column& column : table.columns) {
    raw(whole == 0 ? "<col/>" : fmt::format("<col style=\"width: {:.2f}%\"/>", 100.0 * column.share / whole));
  }
}

void Html::row(const Row& row, const Table& table) {
  if (row.cells.empty()) return;
  const std::string_view name = row.sums ? "sum" : name_of(row.ink);
  raw(name.empty() ? "<tr>" : fmt::format("<tr class=\"{}\">", name));
  for (std::size_t i = 0; i < table.columns.size() && i < row.cells.size(); ++i) cell(row.cells[i], table.columns[i]);
  raw("</tr>\n");
  for (const std::string& note : row.notes) {
    raw(fmt::format("<tr class=\"note\"><td colspan=\"{}\">", table.columns.size()));
    text(note);
    raw("</td></tr>\n");
  }
}

void Html::cell(const Cell& cell, const Column& column) {
  constexpr std::string_view ends[] = {">", " class=\"right\">", " class=\"centred\">"};  // by how it is aligned
  raw(column.names_row ? "<th scope=\"row\"" : "<td");
  raw(ends[static_cast<std::size_t>(column.align)]);
  raw("<bdi>");
  lines(cell.text);
  raw("</bdi>");
  small(cell.remark);
  raw(column.names_row ? "</th>" : "</td>");
}

void Html::operator()(const Signatures& signatures) {
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

void Html::operator()(const Drawing& drawing) {
  raw("<pre>");
  text(drawing.head);
  for (const std::string& line : drawing.lines) {
    raw("\n");
    text(line);
  }
  raw("</pre>\n");
}

}  // namespace

std::string to_html(const Document& document) { return Html(document).write(); }

}  // namespace birthcase::layout
