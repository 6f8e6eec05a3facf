#include "compare_text.hpp"

#include "profile_wording.hpp"

#include <utility>
#include <vector>

namespace birthcase::cli {
namespace {

class ComparisonText {
 public:
  ComparisonText(const Comparison& comparison, const Words& words) : comparison_(comparison), words_(words) {}

  Table table() const;

 private:
  std::vector<std::string> row(std::string heading, const std::vector<Comparison::Cell>& cells) const;
  std::string cell(const Comparison::Cell& cell) const;
  std::string item(const Comparison::Item& item) const;
  std::string manner(const Comparison::Item& item) const;

  const Comparison& comparison_;
  const Words& words_;
};

// Whose, in which form, and when: `母亲，原+复`
std::string ComparisonText::manner(const Comparison::Item& item) const {
  std::string text;
  const auto add = [&](std::string_view part) {
    if (part.empty()) return;
    if (!text.empty()) text += words_(command_line::detail_separator);
    text += part;
  };
  if (item.holder != nullptr) add(words_.in(item.holder->label));
  if (item.original != 0) add(item.copies != 0 ? words_(command_line::as_both) : words_(command_line::as_original));
  if (item.original == 0 && item.copies != 0) add(words_(command_line::as_copy));
  if (item.conditional) {
    const std::string condition = words_.in(item.condition);
    add(condition.empty() ? std::string(words_(command_line::in_certain_cases))
                          : words_(command_line::conditionally, condition));
  }
  return text;
}

std::string ComparisonText::item(const Comparison::Item& item) const {
  const std::string how = manner(item);
  std::string text(words_.in(item.evidence->label));
  return how.empty() ? text : text + words_(command_line::in_brackets, how);
}

std::string ComparisonText::cell(const Comparison::Cell& cell) const {
  if (!cell.offered) return std::string(words_(command_line::not_at_window));
  if (cell.brings.empty()) return std::string(words_(command_line::nothing));
  std::string text;
  for (const Comparison::Item& each : cell.brings) {
    if (!text.empty()) text += '\n';
    text += item(each);
  }
  return text;
}

std::vector<std::string> ComparisonText::row(std::string heading, const std::vector<Comparison::Cell>& cells) const {
  std::vector<std::string> row{std::move(heading)};
  for (const Comparison::Cell& each : cells) row.push_back(cell(each));
  return row;
}

Table ComparisonText::table() const {
  std::vector<layout::Column> columns{{.heading = std::string(words_(command_line::service)), .flexible = true}};
  const auto names = names_of(words_, comparison_.profiles);
  for (std::size_t i = 0; i < names.size(); ++i) {
    columns.push_back(
        {.heading = heading_of(words_, comparison_.profiles[i].rules()), .flexible = true, .name = names[i]});
  }
  Table table(std::move(columns));
  table.roomy = true;
  for (const Comparison::Row& service : comparison_.rows) {
    std::string heading(words_.in(service.label));
    const std::string organisation = words_.in(service.organisation);
    if (!organisation.empty()) heading += words_(command_line::in_brackets, organisation);
    table.add(row(std::move(heading), service.cells));
  }
  table.add(row(std::string(words_(command_line::together)), comparison_.together));
  table.rows.back().sums = true;
  return table;
}

}  // namespace

Document comparison_document(const Comparison& comparison, Date as_of, const Words& words) {
  Document document{.look = layout::Look::tables,
                    .language = words.language(),
                    .title = std::string(words(command_line::comparison))};
  document.paragraph(words(command_line::rules_as_of, to_string(as_of)));
  document.blocks.emplace_back(ComparisonText(comparison, words).table());
  return document;
}

}  // namespace birthcase::cli
