// Documents as GitHub's Markdown.
#include "layout/document.hpp"
#include "layout/letters.hpp"
#include "layout/numbering.hpp"
#include "text/wrap.hpp"
#include "texts/papers.hpp"

#include <algorithm>
#include <utility>

namespace birthcase::layout {
namespace {

namespace papers = texts::papers;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

// Of what Markdown would take for markup within a line.
std::string escaped(std::string_view text) {
  constexpr std::string_view markup = R"(\`*_{}[]<>|#~&$)";
  std::string result;
  for (const char c : text::printable_lines(text)) {
    if (c == '\n') {
      result += "<br>";
      continue;
    }
    if (markup.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

// Also of what would begin a list, a rule or a heading.
std::string escaped_line(std::string_view text) {
  std::string result = escaped(text);
  const auto at = static_cast<std::size_t>(std::find_if_not(result.begin(), result.end(), is_digit) - result.begin());
  const bool number = at > 0 && at < result.size() && (result[at] == '.' || result[at] == ')');
  const bool bullet = at == 0 && !result.empty() && std::string_view("-+=").find(result[0]) != std::string_view::npos;
  if (number || bullet) result.insert(at, 1, '\\');
  return result;
}

class Markdown {
 public:
  explicit Markdown(const Document& document) : document_(document), words_(document.language) {}

  std::string write();

  void operator()(const Heading& heading);
  void operator()(const Paragraph& paragraph);
  void operator()(const Points& points);
  void operator()(const Boxes& boxes);
  void operator()(const Table& table);
  void operator()(const Signatures& signatures);
  void operator()(const Drawing& drawing);
  void operator()(const Rule&) { out_ += "---\n"; }

 private:
  void letterhead();
  void part(std::string_view title);
  void row(const Table& table, const Row& row);
  void note(std::string_view text, std::size_t columns);
  std::string name_and_value(std::string_view name, std::string_view value) const;

  const Document& document_;
  texts::Words words_;
  std::string out_;
  std::size_t headings_ = 0;
};

std::string Markdown::write() {
  letterhead();
  for (const Block& block : document_.blocks) {
    if (!out_.empty()) out_ += '\n';
    std::visit(*this, block);
  }
  if (!document_.foot.empty()) out_ += "\n---\n\n" + escaped_line(document_.foot) + '\n';
  return std::move(out_);
}

std::string Markdown::name_and_value(std::string_view name, std::string_view value) const {
  return "- " + escaped_line(name) + std::string(words_(papers::colon)) +
         escaped(value.empty() ? line_to_write_on : value) + '\n';
}

void Markdown::letterhead() {
  if (!document_.office.empty()) out_ += escaped_line(document_.office) + "\n\n";
  if (!document_.title.empty()) out_ += "# " + escaped(document_.title) + '\n';
  if (!document_.head.empty()) out_ += '\n';
  for (const HeadLine& each : document_.head) out_ += name_and_value(each.label, each.value);
  for (const Paragraph& each : document_.lead) {
    out_ += '\n';
    (*this)(each);
  }
}

void Markdown::operator()(const Heading& heading) {
  std::string title = heading.text;
  if (document_.look == Look::paper) title = numbered_heading(document_.language, ++headings_, title);
  if (!heading.remark.empty()) title += words_(papers::in_brackets, heading.remark);
  out_ += "## " + escaped(title) + '\n';
}

void Markdown::operator()(const Paragraph& paragraph) {
  const bool strong = paragraph.ink == Ink::strong || paragraph.ink == Ink::bad;
  out_ += (strong ? "**" + escaped(paragraph.text) + "**" : escaped_line(paragraph.text)) + '\n';
}

void Markdown::operator()(const Points& points) {
  for (std::size_t i = 0; i < points.items.size(); ++i) {
    out_ += std::to_string(i + 1) + ". " + escaped_line(points.items[i]) + '\n';
  }
}

void Markdown::part(std::string_view title) {
  if (!title.empty()) out_ += "### " + escaped(title) + "\n\n";
}

void Markdown::operator()(const Boxes& boxes) {
  part(boxes.title);
  for (const paper::Box& box : boxes.boxes) out_ += name_and_value(label_of(box), content_of(box, words_));
}

void Markdown::note(std::string_view text, std::size_t columns) {
  out_ += "| " + escaped(text) + " |";
  for (std::size_t i = 1; i < columns; ++i) out_ += "  |";
  out_ += '\n';
}

void Markdown::row(const Table& table, const Row& row) {
  out_ += '|';
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string cell = i < row.cells.size() ? escaped(text_of(row.cells[i], words_)) : std::string();
    out_ += row.sums && i == 0 && !cell.empty() ? " **" + cell + "** |" : ' ' + cell + " |";
  }
  out_ += '\n';
  for (const std::string& each : row.notes) note(each, table.columns.size());
}

void Markdown::operator()(const Table& table) {
  constexpr std::string_view rules[] = {" --- |", " ---: |", " :---: |"};  // by how a column is aligned
  part(table.title);
  if (table.columns.empty()) return;
  std::string rule = "|";
  out_ += '|';
  for (const Column& column : table.columns) {
    out_ += ' ' + escaped(column.heading) + " |";
    rule += rules[static_cast<std::size_t>(column.align)];
  }
  out_ += '\n' + rule + '\n';
  for (const Row& each : table.rows) {
    if (!each.cells.empty()) row(table, each);
  }
}

void Markdown::operator()(const Signatures& signatures) {
  for (const std::string& person : signatures.people) {
    out_ += "- " + escaped_line(signature_of(person, words_)) + '\n';
  }
}

void Markdown::operator()(const Drawing& drawing) {
  constexpr std::string_view indent = "    ";  // before text that is taken letter by letter
  if (!drawing.head.empty()) out_.append(indent).append(text::printable(drawing.head)) += '\n';
  for (const std::string& line : drawing.lines) out_.append(indent).append(text::printable(line)) += '\n';
}

}  // namespace

std::string to_markdown(const Document& document) { return Markdown(document).write(); }

}  // namespace birthcase::layout
