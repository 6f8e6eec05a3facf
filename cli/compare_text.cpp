#include "compare_text.hpp"

#include "table.hpp"

#include <utility>
#include <vector>

namespace birthcase::cli {
namespace {

constexpr std::size_t readable = 26;  // columns that a cell needs to be read with ease

class ComparisonText {
 public:
  ComparisonText(const Comparison& comparison, const Words& words, const Page& page)
      : comparison_(comparison), words_(words), page_(page) {}

  std::string text() const {
    const std::string title = page_.paint(Ink::heading, words_.comparison) + "\n\n";
    const bool side_by_side = page_.width / (comparison_.profiles.size() + 1) >= readable;
    return title + (side_by_side ? table() : blocks());
  }

 private:
  using Cells = std::vector<Comparison::Cell>;

  std::string table() const;
  std::string blocks() const;
  std::string block(std::string_view heading, const Cells& cells) const;
  std::string cell(const Comparison::Cell& cell) const;
  std::string item(const Comparison::Item& item) const;
  std::string manner(const Comparison::Item& item) const;

  const Comparison& comparison_;
  const Words& words_;
  const Page& page_;
};

// Whose, in which form, and when: `母亲，原+复`
std::string ComparisonText::manner(const Comparison::Item& item) const {
  std::string text;
  const auto add = [&](std::string_view part) {
    if (part.empty()) return;
    if (!text.empty()) text += words_.detail_separator;
    text += part;
  };
  if (item.holder != nullptr) add(words_.in(item.holder->label));
  if (item.original != 0) add(item.copies != 0 ? words_.as_both : words_.as_original);
  if (item.original == 0 && item.copies != 0) add(words_.as_copy);
  if (item.conditional) {
    const std::string_view condition = words_.in(item.condition);
    add(condition.empty() ? std::string(words_.in_certain_cases) : filled(words_.conditionally, condition));
  }
  return text;
}

std::string ComparisonText::item(const Comparison::Item& item) const {
  const std::string how = manner(item);
  std::string text(words_.in(item.evidence->label));
  return how.empty() ? text : text + filled(words_.in_brackets, how);
}

std::string ComparisonText::cell(const Comparison::Cell& cell) const {
  if (!cell.offered) return std::string(words_.not_at_window);
  if (cell.brings.empty()) return std::string(words_.nothing);
  std::string text;
  for (const Comparison::Item& each : cell.brings) {
    if (!text.empty()) text += words_.clause_separator;
    text += item(each);
  }
  return text;
}

std::string ComparisonText::table() const {
  std::vector<Column> columns{{std::string(words_.service), Align::left, true}};
  for (const Profile& profile : comparison_.profiles) {
    columns.push_back({std::string(words_.in(profile.rules().title)), Align::left, true});
  }
  Table table(std::move(columns));
  const auto add = [&](std::string_view heading, const Cells& cells) {
    if (!table.empty()) table.add({});
    std::vector<std::string> row{std::string(heading)};
    for (std::size_t i = 0; i < cells.size(); ++i) row.push_back(cell(cells[i]));
    table.add(std::move(row));
  };
  for (const Comparison::Row& row : comparison_.rows) add(words_.in(row.label), row.cells);
  add(words_.together, comparison_.together);
  return table.text(page_, 0);
}

std::string ComparisonText::block(std::string_view heading, const Cells& cells) const {
  Table table({{std::string(words_.profile), Align::left, false}, {std::string(words_.brings), Align::left, true}});
  for (std::size_t i = 0; i < cells.size(); ++i) {
    table.add({comparison_.profiles[i].id(), cell(cells[i])});
  }
  return page_.paint(Ink::heading, heading) + '\n' + table.text(page_) + '\n';
}

std::string ComparisonText::blocks() const {
  std::string text;
  for (const Comparison::Row& row : comparison_.rows) {
    std::string heading(words_.in(row.label));
    const std::string_view organisation = words_.in(row.organisation);
    if (!organisation.empty()) heading += filled(words_.in_brackets, organisation);
    text += block(heading, row.cells);
  }
  return text + block(words_.together, comparison_.together);
}

}  // namespace

std::string comparison_text(const Comparison& comparison, const Words& words, const Page& page) {
  return ComparisonText(comparison, words, page).text();
}

}  // namespace birthcase::cli
