#include "json/places.hpp"

#include <algorithm>
#include <utility>

namespace birthcase::json {

Places::Places(std::string_view text) : text_(text) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    lines_.push_back(at + 1);
  }
  read_value({});
}

Position Places::at(std::string_view pointer) const {
  const auto known = offsets_.find(std::string(pointer));
  if (known == offsets_.end()) return {};
  const auto next = std::upper_bound(lines_.begin(), lines_.end(), known->second);
  const std::size_t begin = *(next - 1);
  Position position = position_of(text_.substr(begin), known->second - begin);
  position.line = static_cast<std::size_t>(next - lines_.begin());
  return position;
}

void Places::skip_space() noexcept { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

// What stands between the quotes, as it is written.
std::string_view Places::read_string() noexcept {
  const std::size_t begin = ++at_;
  while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
  const auto inside = text_.substr(begin, std::min(at_, text_.size()) - begin);
  ++at_;
  return inside;
}

void Places::read_value(std::string pointer) {
  skip_space();
  const auto added = offsets_.emplace(std::move(pointer), at_).first;
  switch (peek()) {
    case '{':
      return read_object(added->first);
    case '[':
      return read_array(added->first);
    case '"':
      read_string();
      return;
    default:
      at_ = std::min(text_.find_first_of(",}] \t\r\n", at_), text_.size());
  }
}

void Places::read_object(const std::string& pointer) {
  for (++at_; at_ < text_.size(); ++at_) {
    skip_space();
    if (peek() != '"') break;
    const std::string_view key = read_string();
    skip_space();
    ++at_;  // the colon
    read_value(append(pointer, key));
    skip_space();
    if (peek() != ',') break;
  }
  ++at_;
}

void Places::read_array(const std::string& pointer) {
  std::size_t index = 0;
  for (++at_; at_ < text_.size(); ++at_) {
    skip_space();
    if (peek() == ']') break;
    read_value(append(pointer, index++));
    skip_space();
    if (peek() != ',') break;
  }
  ++at_;
}

}  // namespace birthcase::json
