#include "layout/numbering.hpp"

namespace birthcase::layout {
namespace {

// 1 to 99: 一, 十, 十一, 二十, 二十一.
std::string chinese(std::size_t number) {
  constexpr std::string_view digits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  if (number > 99) return std::to_string(number);
  const std::size_t tens = number / 10;
  std::string text;
  if (tens > 1) text += digits[tens];
  if (tens > 0) text += "十";
  return text.append(digits[number % 10]);
}

}  // namespace

std::string numbered_heading(Language language, std::size_t number, std::string_view heading) {
  const bool zh = language == Language::zh;
  return (zh ? chinese(number) + "、" : std::to_string(number) + ". ").append(heading);
}

}  // namespace birthcase::layout
