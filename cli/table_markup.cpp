// Documents of tables as Markdown and as HTML.
#include "table_document.hpp"

#include <string>

namespace birthcase::cli {
namespace {

// Of what Markdown would take for markup.
std::string markdown_text(std::string_view text) {
  constexpr std::string_view markup = R"(\`*_{}[]<>|#~&)";
  std::string escaped;
  for (const char c : text) {
    if (c == '\n') {
      escaped += "<br>";
      continue;
    }
    if (markup.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string html_text(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '\n':
        escaped += "<br>";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

void add_markdown(std::string& out, const DocumentTable& table) {
  std::string rule = "|";
  out += '|';
  for (const auto& heading : table.headings) {
    out += ' ' + markdown_text(heading.text) + " |";
    rule += " --- |";
  }
  out += '\n' + rule + '\n';
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const bool sums_up = i + table.sums >= table.rows.size();
    out += '|';
    for (std::size_t column = 0; column < table.rows[i].size(); ++column) {
      const std::string cell = markdown_text(table.rows[i][column]);
      out += column == 0 && sums_up && !cell.empty() ? " **" + cell + "** |" : ' ' + cell + " |";
    }
    out += '\n';
  }
}

void add_html(std::string& out, const DocumentTable& table) {
  out += "<table>\n<thead>\n<tr>";
  for (const auto& heading : table.headings) out += "<th scope=\"col\">" + html_text(heading.text) + "</th>";
  out += "</tr>\n</thead>\n<tbody>\n";
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const bool sums_up = i + table.sums >= table.rows.size();
    out += sums_up ? "<tr class=\"sum\">" : "<tr>";
    for (std::size_t column = 0; column < table.rows[i].size(); ++column) {
      const std::string cell = html_text(table.rows[i][column]);
      out += column == 0 ? "<th scope=\"row\">" + cell + "</th>" : "<td>" + cell + "</td>";
    }
    out += "</tr>\n";
  }
  out += "</tbody>\n</table>\n";
}

constexpr std::string_view style = R"(
body { font: 15px/1.5 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1a1a1a; margin: 2rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 1.6em; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #aaa; padding: .45em .6em; text-align: left; vertical-align: top; }
thead th { background: #eef2f6; } tbody th { font-weight: 600; }
tr.sum th, tr.sum td { border-top: 2px solid #555; background: #f7f7f7; }
@page { size: A4 landscape; margin: 14mm; }
@media print {
  body { font-size: 10pt; margin: 0; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  h2 { break-after: avoid; }
}
)";

}  // namespace

std::string TableDocument::markdown() const {
  std::string out = "# " + markdown_text(title_) + '\n';
  for (const Part& part : parts_) {
    out += '\n';
    if (const auto* heading = std::get_if<Heading>(&part)) {
      out += "## " + markdown_text(heading->text) + '\n';
    } else if (const auto* paragraph = std::get_if<Paragraph>(&part)) {
      out += markdown_text(paragraph->text) + '\n';
    } else {
      add_markdown(out, std::get<DocumentTable>(part));
    }
  }
  return out;
}

std::string TableDocument::html() const {
  const std::string title = html_text(title_);
  std::string out = "<!DOCTYPE html>\n<html lang=\"";
  out += language_ == Language::zh ? "zh-CN" : "en";
  out += "\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out += "<title>" + title + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n";
  out += "<h1>" + title + "</h1>\n";
  for (const Part& part : parts_) {
    if (const auto* heading = std::get_if<Heading>(&part)) {
      out += "<h2>" + html_text(heading->text) + "</h2>\n";
    } else if (const auto* paragraph = std::get_if<Paragraph>(&part)) {
      out += "<p>" + html_text(paragraph->text) + "</p>\n";
    } else {
      add_html(out, std::get<DocumentTable>(part));
    }
  }
  return out + "</body>\n</html>\n";
}

}  // namespace birthcase::cli
