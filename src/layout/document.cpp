#include "layout/document.hpp"

#include "text/wrap.hpp"

#include <algorithm>
#include <utility>

namespace birthcase::layout {

Table::Table(std::vector<Column> its_columns) : columns(std::move(its_columns)) {
  const auto named =
      std::find_if(columns.begin(), columns.end(), [](const Column& column) { return column.align == Align::left; });
  if (named != columns.end()) named->names_row = true;
}

void Table::add(std::vector<std::string> cells, Ink ink) {
  Row row{.ink = ink};
  for (std::string& cell : cells) row.cells.push_back({std::move(cell)});
  row.cells.resize(columns.size());
  rows.push_back(std::move(row));
}

void Table::gap() {
  if (!rows.empty()) rows.emplace_back();
}

void Table::note(std::string text) { rows.back().notes.push_back(text::on_one_line(std::move(text))); }

void Document::section(std::string_view heading, Table table) {
  if (table.empty()) return;
  this->heading(heading);
  blocks.emplace_back(std::move(table));
}

Format format_named(std::string_view name) noexcept {
  if (name == "markdown") return Format::markdown;
  return name == "html" ? Format::html : Format::text;
}

std::string write(const Document& document, Format format, const Page& page) {
  switch (format) {
    case Format::markdown:
      return to_markdown(document);
    case Format::html:
      return to_html(document);
    case Format::text:
      break;
  }
  return to_text(document, page);
}

}  // namespace birthcase::layout
