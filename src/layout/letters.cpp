#include "layout/letters.hpp"

#include "text/wrap.hpp"
#include "texts/papers.hpp"

namespace birthcase::layout {
namespace {

namespace papers = texts::papers;

std::string in_brackets(std::string_view remark, texts::Words words) {
  return words(papers::in_brackets, text::printable(remark));
}

std::string choices_of(const paper::Box& box) {
  std::string choices;
  for (const paper::Choice& choice : box.choices) {
    if (!choices.empty()) choices += "  ";
    choices += (choice.ticked ? "[√] " : "[ ] ") + text::printable(choice.label);
  }
  return choices;
}

}  // namespace

std::string label_of(const paper::Box& box) { return text::printable(box.label) + (box.required ? "*" : ""); }

std::string content_of(const paper::Box& box, texts::Words words) {
  std::string content;
  if (!box.value.empty()) {
    content = text::printable(box.value);
  } else if (!box.choices.empty()) {
    content = choices_of(box);
  } else {
    content = box.pattern.empty() ? line_to_write_on : std::string_view(box.pattern);
  }
  return box.remark.empty() ? content : content + in_brackets(box.remark, words);
}

std::string text_of(const Cell& cell, texts::Words words) {
  std::string text = text::printable_lines(cell.text);
  if (cell.remark.empty()) return text;
  const std::string remark = in_brackets(cell.remark, words);
  return text + '\n' + remark.substr(remark.find_first_not_of(' '));
}

std::string signature_of(std::string_view person, texts::Words words) {
  std::string line = text::printable(person);
  line.append(words(papers::colon)).append(line_to_write_on).append("  ").append(words(papers::day));
  return line;
}

}  // namespace birthcase::layout
