#include "json/pointer_at_end.hpp"

#include "json/document.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace birthcase::json {
namespace {

// Follows a text from one bracket, comma, colon and string to the next.
class Follower {
 public:
  explicit Follower(std::string_view text) noexcept : text_(text) {
    while (at_ < text_.size()) step();
  }

  std::string pointer() const;

 private:
  struct Level {
    bool is_list = false;
    bool in_value = false;  // of the item, or of the key
    std::size_t item = 0;
    std::string_view key;  // as it is written
  };

  Level& level() noexcept { return levels_[std::min(depth_, levels_.size()) - 1]; }
  bool is_followed() const noexcept { return depth_ > 0 && depth_ <= levels_.size(); }

  void step() noexcept;
  void enter(bool list) noexcept;
  void comma() noexcept;
  void string() noexcept;

  std::string_view text_;
  std::size_t at_ = 0;
  std::array<Level, max_depth> levels_{};
  std::size_t depth_ = 0;
};

void Follower::step() noexcept {
  switch (text_[at_++]) {
    case '{':
      return enter(false);
    case '[':
      return enter(true);
    case '}':
    case ']':
      if (depth_ > 0) --depth_;
      return;
    case ',':
      return comma();
    case ':':
      if (is_followed()) level().in_value = true;
      return;
    case '"':
      return string();
    default:
      return;
  }
}

void Follower::enter(bool list) noexcept {
  ++depth_;
  if (is_followed()) level() = Level{.is_list = list, .in_value = list, .item = 0, .key = {}};
}

void Follower::comma() noexcept {
  if (!is_followed()) return;
  if (level().is_list) {
    ++level().item;
  } else {
    level().in_value = false;
  }
}

void Follower::string() noexcept {
  const std::size_t begin = at_;
  while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
  if (is_followed() && !level().in_value) level().key = text_.substr(begin, std::min(at_, text_.size()) - begin);
  ++at_;
}

std::optional<std::string> plain_key(std::string_view written) {
  constexpr std::size_t longest = 2048;
  if (written.size() > longest) return std::nullopt;
  std::string key(written);
  if (written.find('\\') != std::string_view::npos) {
    boost::json::error_code failed;
    const auto read = boost::json::parse('"' + key + '"', failed);
    if (failed || !read.is_string()) return std::nullopt;
    key.assign(read.get_string().begin(), read.get_string().end());
  }
  return is_presentable(key) ? std::optional(std::move(key)) : std::nullopt;
}

std::string Follower::pointer() const {
  std::string pointer;
  for (std::size_t i = 0; i < std::min(depth_, levels_.size()) && levels_[i].in_value; ++i) {
    if (levels_[i].is_list) {
      pointer = append(pointer, levels_[i].item);
      continue;
    }
    const auto key = plain_key(levels_[i].key);
    if (!key) break;
    pointer = append(pointer, *key);
  }
  return pointer;
}

}  // namespace

std::string pointer_at_end(std::string_view beginning) { return Follower(beginning).pointer(); }

}  // namespace birthcase::json
