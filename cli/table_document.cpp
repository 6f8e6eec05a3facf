#include "table_document.hpp"

#include "table.hpp"
#include "text/wrap.hpp"

#include <algorithm>
#include <utility>

namespace birthcase::cli {
namespace {

constexpr std::size_t readable = 26;  // columns that a cell needs to be read with ease

std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string in_columns(const DocumentTable& table, const Page& page) {
  std::vector<Column> columns;
  for (const auto& heading : table.headings) columns.push_back({heading.text, Align::left, true});
  Table text(std::move(columns));
  for (const auto& row : table.rows) {
    if (!text.empty()) text.add({});
    text.add(row);
  }
  return text.text(page, 0);
}

std::string name_of(const DocumentTable::Heading& heading) {
  return on_one_line(heading.name.empty() ? heading.text : heading.name);
}

Table names_and_texts() { return Table({{std::string(), Align::left, false}, {std::string(), Align::left, true}}); }

// What the short names of the columns stand for, where there are any.
std::string legend(const DocumentTable& table, const Page& page) {
  Table names = names_and_texts();
  for (const auto& heading : table.headings) {
    if (!heading.name.empty()) names.add({on_one_line(heading.name), heading.text});
  }
  return names.empty() ? std::string() : names.text(page) + '\n';
}

// A block for each row: its first cell as the heading, then a line for each of the others.
std::string in_blocks(const DocumentTable& table, const Page& page) {
  std::string text = legend(table, page);
  for (const auto& row : table.rows) {
    Table block = names_and_texts();
    for (std::size_t i = 1; i < row.size(); ++i) block.add({name_of(table.headings[i]), row[i]});
    if (&row != &table.rows.front()) text += '\n';
    text += page.paint(Ink::heading, on_one_line(row.front())) + '\n' + block.text(page);
  }
  return text;
}

}  // namespace

DocumentFormat document_format(std::string_view name) noexcept {
  if (name == "markdown") return DocumentFormat::markdown;
  return name == "html" ? DocumentFormat::html : DocumentFormat::text;
}

TableDocument::TableDocument(std::string title, Language language) : title_(std::move(title)), language_(language) {}

TableDocument& TableDocument::heading(std::string text) {
  parts_.emplace_back(Heading{std::move(text)});
  return *this;
}

TableDocument& TableDocument::paragraph(std::string text) {
  parts_.emplace_back(Paragraph{std::move(text)});
  return *this;
}

TableDocument& TableDocument::table(DocumentTable table) {
  for (auto& row : table.rows) row.resize(table.headings.size());
  parts_.emplace_back(std::move(table));
  return *this;
}

std::string TableDocument::write(DocumentFormat format, const Page& page) const {
  switch (format) {
    case DocumentFormat::markdown:
      return markdown();
    case DocumentFormat::html:
      return html();
    case DocumentFormat::text:
      break;
  }
  return text(page);
}

std::string TableDocument::text(const Page& page) const {
  std::string text = page.paint(Ink::heading, text::printable(title_)) + '\n';
  for (const Part& part : parts_) {
    text += '\n';
    if (const auto* heading = std::get_if<Heading>(&part)) {
      text += page.paint(Ink::heading, text::printable(heading->text)) + '\n';
    } else if (const auto* paragraph = std::get_if<Paragraph>(&part)) {
      for (const std::string& line : text::wrap(paragraph->text, page.width)) text += line + '\n';
    } else if (const auto& table = std::get<DocumentTable>(part); !table.headings.empty()) {
      const bool side_by_side = page.width / table.headings.size() >= readable;
      text += side_by_side ? in_columns(table, page) : in_blocks(table, page);
    }
  }
  return text;
}

}  // namespace birthcase::cli
