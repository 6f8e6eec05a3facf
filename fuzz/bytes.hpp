// An input, read from its beginning. Past the end every byte is 0, so that each input means something.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fuzz {

class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) noexcept : left_(reinterpret_cast<const char*>(data), size) {}

  bool empty() const noexcept { return left_.empty(); }

  std::uint8_t byte() noexcept {
    if (left_.empty()) return 0;
    const auto first = static_cast<std::uint8_t>(left_.front());
    left_.remove_prefix(1);
    return first;
  }

  /// A number below `count`, which is at most 256.
  std::size_t below(std::size_t count) noexcept { return byte() % count; }

  /// One of the items of an array.
  template <class Items>
  const auto& one_of(const Items& items) noexcept {
    return items[below(std::size(items))];
  }

  /// Up to `length` bytes.
  std::string_view take(std::size_t length) noexcept {
    const std::string_view taken = left_.substr(0, length);
    left_.remove_prefix(taken.size());
    return taken;
  }

  /// All that is left.
  std::string_view rest() noexcept { return take(left_.size()); }

 private:
  std::string_view left_;
};

}  // namespace fuzz
