// Documents as text in fixed-width letters.
#include <birthcase/text.hpp>

#include "layout/columns.hpp"
#include "layout/document.hpp"
#include "layout/letters.hpp"
#include "layout/numbering.hpp"
#include "layout/text_table.hpp"
#include "text/wrap.hpp"
#include "texts/papers.hpp"

#include <algorithm>
#include <utility>

namespace birthcase::layout {
namespace {

namespace papers = texts::papers;

constexpr std::string_view part_mark = "■ ";

template <class Kind>
bool is(const Block& block) noexcept {
  return std::holds_alternative<Kind>(block);
}

class Text {
 public:
  Text(const Document& document, const Page& page)
      : document_(document),
        page_(page),
        words_(document.language),
        on_paper_(document.look == Look::paper),
        margin_(document.look == Look::tables ? 0 : 2) {}

  std::string write();

  void operator()(const Heading& heading);
  void operator()(const Paragraph& paragraph);
  void operator()(const Points& points);
  void operator()(const Boxes& boxes);
  void operator()(const Table& table);
  void operator()(const Signatures& signatures);
  void operator()(const Drawing& drawing);
  void operator()(const Rule& rule);

 private:
  bool stands_apart(const Block& block, const Block* before) const;
  bool stands_apart_on_paper(const Block& block) const;
  void letterhead();
  void title();
  void centred(std::string_view text);
  void line(std::string_view text, std::size_t indent = 0);
  void wrapped(std::string_view text, std::size_t indent, std::string_view mark = {}, Ink ink = Ink::plain);

  const Document& document_;
  const Page& page_;
  texts::Words words_;
  bool on_paper_;
  std::size_t margin_;
  std::string text_;
  std::size_t headings_ = 0;
};

std::string Text::write() {
  on_paper_ ? letterhead() : title();
  const Block* before = nullptr;
  for (const Block& block : document_.blocks) {
    if (stands_apart(block, before)) line("");
    std::visit(*this, block);
    before = &block;
  }
  if (!document_.foot.empty()) {
    line(ruled(page_.width));
    wrapped(document_.foot, 0);
  }
  return std::move(text_);
}

// What matters most stands apart from the table before it.
bool Text::stands_apart_on_paper(const Block& block) const {
  const auto* paragraph = std::get_if<Paragraph>(&block);
  const bool matters = paragraph != nullptr && paragraph->ink == Ink::strong;
  const bool below_heading = text_.ends_with(ruled(page_.width) + "\n");
  return is<Heading>(block) || is<Signatures>(block) || (matters && !below_heading);
}

bool Text::stands_apart(const Block& block, const Block* before) const {
  if (on_paper_) return stands_apart_on_paper(block);
  if (document_.look == Look::tables) return !text_.empty();
  const bool after_paragraph = before != nullptr && is<Paragraph>(*before);
  return is<Heading>(block) || is<Rule>(block) || (after_paragraph && is<Table>(block));
}

void Text::line(std::string_view text, std::size_t indent) {
  if (!text.empty()) text_.append(indent, ' ');
  text_ += text;
  text_ += '\n';
}

// The mark stands before the first line, the others under the text.
void Text::wrapped(std::string_view text, std::size_t indent, std::string_view mark, Ink ink) {
  const std::size_t hanging = indent + display_width(mark);
  bool first = true;
  for (const std::string& part : text::wrap(text::printable(text), page_.width - hanging)) {
    text_.append(first ? indent : hanging, ' ');
    if (std::exchange(first, false)) text_ += mark;
    line(page_.paint(ink, part));
  }
}

void Text::centred(std::string_view text) {
  for (const std::string& part : text::wrap(text::printable(text), page_.width)) {
    line(part, (page_.width - std::min(page_.width, display_width(part))) / 2);
  }
}

void Text::letterhead() {
  if (!document_.office.empty()) centred(document_.office);
  centred(document_.title);
  line(ruled(page_.width));
  for (const HeadLine& each : document_.head) {
    wrapped(each.value.empty() ? line_to_write_on : std::string_view(each.value), 0,
            text::printable(each.label) + std::string(words_(papers::colon)));
  }
}

void Text::title() {
  if (!document_.title.empty()) wrapped(document_.title, 0, {}, Ink::strong);
  for (const Paragraph& each : document_.lead) wrapped(each.text, 0, {}, each.ink);
}

void Text::operator()(const Heading& heading) {
  std::string title = text::printable(heading.text);
  if (on_paper_) title = numbered_heading(document_.language, ++headings_, title);
  if (!heading.remark.empty()) title += words_(papers::in_brackets, text::printable(heading.remark));
  wrapped(title, 0, {}, Ink::strong);
  if (on_paper_) line(ruled(page_.width));
}

void Text::operator()(const Paragraph& paragraph) { wrapped(paragraph.text, margin_, {}, paragraph.ink); }

void Text::operator()(const Points& points) {
  for (std::size_t i = 0; i < points.items.size(); ++i) {
    wrapped(points.items[i], margin_, std::to_string(i + 1) + ". ");
  }
}

void Text::operator()(const Boxes& boxes) {
  if (!boxes.title.empty()) wrapped(boxes.title, 0, part_mark);
  const std::size_t half = (page_.width - margin_ - column_gap) / 2;
  std::string left;
  const auto flush = [&] {
    if (!left.empty()) line(left, margin_);
    left.clear();
  };
  for (const paper::Box& each : boxes.boxes) {
    const std::string content = label_of(each) + std::string(words_(papers::colon)) + content_of(each, words_);
    if (display_width(content) > half) {
      flush();
      wrapped(content, margin_);
    } else if (left.empty()) {
      left = content;
    } else {
      left = text::padded(left, half + column_gap) + content;
      flush();
    }
  }
  flush();
}

void Text::operator()(const Table& table) {
  if (!table.title.empty()) wrapped(table.title, 0, part_mark);
  text_ += table_text(table, page_, margin_, words_);
}

void Text::operator()(const Signatures& signatures) {
  for (const std::string& person : signatures.people) wrapped(signature_of(person, words_), margin_);
}

void Text::operator()(const Drawing& drawing) {
  if (!drawing.head.empty()) line(page_.paint(Ink::faint, text::printable(drawing.head)), margin_);
  for (const std::string& each : drawing.lines) line(text::printable(each), margin_);
}

void Text::operator()(const Rule&) {
  if (on_paper_) line(ruled(page_.width));
}

}  // namespace

std::string to_text(const Document& document, const Page& page) { return Text(document, page).write(); }

}  // namespace birthcase::layout
