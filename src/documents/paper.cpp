// Papers as documents to write.
#include <birthcase/documents.hpp>

#include "layout/document.hpp"
#include "text/wrap.hpp"

#include <algorithm>

namespace birthcase {
namespace documents {
namespace {

constexpr std::size_t narrowest_page = 80;

/// A paper's block as one of a document: most are.
struct AsBlock {
  template <class Block>
  layout::Block operator()(const Block& block) const {
    return block;
  }
  layout::Block operator()(const paper::Paragraph& paragraph) const;
  layout::Block operator()(const paper::Table& table) const;
};

layout::Block AsBlock::operator()(const paper::Paragraph& paragraph) const {
  constexpr layout::Ink inks[] = {layout::Ink::plain, layout::Ink::strong, layout::Ink::faint};  // by tone
  return layout::Paragraph{paragraph.text, inks[static_cast<std::size_t>(paragraph.tone)]};
}

layout::Block AsBlock::operator()(const paper::Table& table) const {
  layout::Table result;
  result.title = table.title;
  for (const paper::Column& column : table.columns) {
    result.columns.push_back({.heading = text::printable(column.heading),
                              .align = column.centred ? layout::Align::centred : layout::Align::left,
                              .flexible = !column.centred,
                              .share = column.share,
                              .names_row = column.names_row});
  }
  for (const auto& row : table.rows) {
    auto& cells = result.rows.emplace_back().cells;
    for (const paper::Cell& cell : row) cells.push_back({text::printable(cell.text), cell.remark});  // on one line
  }
  return result;
}

layout::Document document_of(const Paper& paper) {
  layout::Document document{.look = layout::Look::paper,
                            .language = paper.language,
                            .title = paper.title,
                            .office = paper.office,
                            .head = paper.head,
                            .foot = paper.foot,
                            .running = paper.running};
  for (const paper::Block& block : paper.blocks) document.blocks.push_back(std::visit(AsBlock{}, block));
  return document;
}

}  // namespace
}  // namespace documents

std::string to_text(const Paper& paper, std::size_t width) {
  return layout::to_text(documents::document_of(paper), {std::max(width, documents::narrowest_page)});
}

std::string to_html(const Paper& paper) { return layout::to_html(documents::document_of(paper)); }

std::string to_markdown(const Paper& paper) { return layout::to_markdown(documents::document_of(paper)); }

}  // namespace birthcase
