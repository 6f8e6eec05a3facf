#include <birthcase/documents.hpp>
#include <birthcase/text.hpp>

#include "documents/box_rows.hpp"
#include "documents/numbering.hpp"
#include "documents/words.hpp"
#include "text/columns.hpp"
#include "text/wrap.hpp"

#include <algorithm>

namespace birthcase {
namespace documents {
namespace {

constexpr std::size_t narrowest_page = 80;
constexpr std::size_t margin = 2;
constexpr std::string_view line_to_write_on = "______________";

class PlainText {
 public:
  PlainText(const Paper& paper, std::size_t width)
      : paper_(paper), words_(paper.language), width_(std::max(width, narrowest_page)) {}

  std::string write();

  void operator()(const paper::Heading& heading);
  void operator()(const paper::Paragraph& paragraph);
  void operator()(const paper::Points& points);
  void operator()(const paper::Boxes& boxes);
  void operator()(const paper::Table& table);
  void operator()(const paper::Signatures& signatures);

 private:
  void header();
  void centred(std::string_view text);
  void line(std::string_view text, std::size_t indent = 0);
  void wrapped(std::string_view text, std::size_t indent, std::string_view mark = {});
  std::string box(const paper::Box& box) const;
  std::string cell(const paper::Cell& cell) const;

  const Paper& paper_;
  Words words_;
  std::size_t width_;
  std::string text_;
  std::size_t headings_ = 0;
};

std::string PlainText::write() {
  header();
  for (const paper::Block& block : paper_.blocks) std::visit(*this, block);
  if (!paper_.foot.empty()) {
    line(text::ruled(width_));
    wrapped(text::printable(paper_.foot), 0);
  }
  return std::move(text_);
}

void PlainText::line(std::string_view text, std::size_t indent) {
  if (!text.empty()) text_.append(indent, ' ');
  text_ += text;
  text_ += '\n';
}

// The mark stands before the first line, the others under the text.
void PlainText::wrapped(std::string_view text, std::size_t indent, std::string_view mark) {
  const std::size_t hanging = indent + display_width(mark);
  bool first = true;
  for (const std::string& part : text::wrap(text, width_ - hanging)) {
    text_.append(first ? indent : hanging, ' ');
    if (std::exchange(first, false)) text_ += mark;
    line(part);
  }
}

void PlainText::centred(std::string_view text) {
  for (const std::string& part : text::wrap(text::printable(text), width_)) {
    line(part, (width_ - std::min(width_, display_width(part))) / 2);
  }
}

void PlainText::header() {
  if (!paper_.office.empty()) centred(paper_.office);
  centred(paper_.title);
  line(text::ruled(width_));
  for (const paper::HeadLine& each : paper_.head) {
    const std::string value = each.value.empty() ? std::string(line_to_write_on) : text::printable(each.value);
    wrapped(value, 0, text::printable(each.label) + std::string(words_(papers::colon)));
  }
}

void PlainText::operator()(const paper::Heading& heading) {
  line("");
  std::string title = numbered_heading(paper_.language, ++headings_, text::printable(heading.text));
  if (!heading.remark.empty()) title += words_(papers::in_brackets, text::printable(heading.remark));
  wrapped(title, 0);
  line(text::ruled(width_));
}

// What matters most stands apart from the table before it.
void PlainText::operator()(const paper::Paragraph& paragraph) {
  const bool below_heading = text_.ends_with(text::ruled(width_) + "\n");
  if (paragraph.tone == paper::Paragraph::Tone::strong && !below_heading) line("");
  wrapped(text::printable(paragraph.text), margin);
}

void PlainText::operator()(const paper::Points& points) {
  for (std::size_t i = 0; i < points.items.size(); ++i) {
    wrapped(text::printable(points.items[i]), margin, std::to_string(i + 1) + ". ");
  }
}

std::string PlainText::box(const paper::Box& box) const {
  std::string content = text::printable(box.label);
  if (box.required) content += '*';
  content += words_(papers::colon);
  if (!box.value.empty()) {
    content += text::printable(box.value);
  } else if (!box.choices.empty()) {
    std::string choices;
    for (const paper::Choice& choice : box.choices) {
      if (!choices.empty()) choices += "  ";
      choices += (choice.ticked ? "[√] " : "[ ] ") + text::printable(choice.label);
    }
    content += choices;
  } else {
    content += box.pattern.empty() ? line_to_write_on : std::string_view(box.pattern);
  }
  return box.remark.empty() ? content : content + words_(papers::in_brackets, text::printable(box.remark));
}

void PlainText::operator()(const paper::Boxes& boxes) {
  if (!boxes.title.empty()) wrapped(text::printable(boxes.title), 0, "■ ");
  const std::size_t half = (width_ - margin - text::column_gap) / 2;
  std::string left;
  const auto flush = [&] {
    if (!left.empty()) line(left, margin);
    left.clear();
  };
  for (const paper::Box& each : boxes.boxes) {
    const std::string content = box(each);
    if (display_width(content) > half) {
      flush();
      wrapped(content, margin);
    } else if (left.empty()) {
      left = content;
    } else {
      left = text::padded(left, half + text::column_gap) + content;
      flush();
    }
  }
  flush();
}

std::string PlainText::cell(const paper::Cell& cell) const {
  std::string text = text::printable(cell.text);
  if (cell.remark.empty()) return text;
  const std::string remark = words_(papers::in_brackets, text::printable(cell.remark));
  return text + '\n' + remark.substr(remark.find_first_not_of(' '));
}

void PlainText::operator()(const paper::Table& table) {
  if (!table.title.empty()) wrapped(text::printable(table.title), 0, "■ ");
  std::vector<text::Column> columns;
  std::vector<std::vector<std::string>> rows(2);  // the headings, and a line below them
  for (const paper::Column& column : table.columns) {
    columns.push_back({text::printable(column.heading), text::Align::left, !column.centred});
    rows.front().push_back(columns.back().heading);
  }
  for (const auto& row : table.rows) {
    auto& cells = rows.emplace_back();
    for (const paper::Cell& each : row) cells.push_back(cell(each));
  }
  std::vector<std::size_t> widths(columns.size());
  for (auto& cells : rows) {
    cells.resize(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) widths[i] = std::max(widths[i], text::natural_width(cells[i]));
  }
  text::narrow(widths, columns, width_ - margin);
  for (std::size_t i = 0; i < columns.size(); ++i) rows[1][i] = text::ruled(widths[i]);
  for (const auto& cells : rows) {
    for (const std::string& part : text::row_lines(cells, columns, widths)) line(part, margin);
  }
}

void PlainText::operator()(const paper::Signatures& signatures) {
  line("");
  for (const std::string& person : signatures.people) {
    const std::string who =
        text::printable(person) + std::string(words_(papers::colon)) + std::string(line_to_write_on);
    wrapped(who + "  " + std::string(words_(papers::day)), margin);
  }
}

}  // namespace
}  // namespace documents

std::string to_text(const Paper& paper, std::size_t width) { return documents::PlainText(paper, width).write(); }

}  // namespace birthcase
