/// What the answers of a plan follow from.
#pragma once

#include <boost/container/small_vector.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>

namespace birthcase {

/// Bytes that say all that a plan's answers follow from, but no value that a plan merely shows: plans under one profile
/// with equal keys have the same answers.
class ShapeKey {
 public:
  void add(std::span<const std::uint8_t> bytes) { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }

  /// A text, so that what follows cannot be taken for part of it.
  void add(std::string_view text) {
    add_plain(static_cast<std::uint32_t>(text.size()));
    add(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
  }

  template <class Number>
  requires std::is_integral_v<Number> || std::is_enum_v<Number>
  void add_plain(Number value) {
    if constexpr (sizeof value == 1) {
      bytes_.push_back(static_cast<std::uint8_t>(value));
    } else {
      std::uint8_t bytes[sizeof value];
      std::memcpy(bytes, &value, sizeof value);
      add(std::span<const std::uint8_t>(bytes));
    }
  }

  /// Room for so many bytes, which the caller fills.
  std::uint8_t* room(std::size_t bytes) {
    bytes_.resize(bytes_.size() + bytes, boost::container::default_init);
    return bytes_.data() + bytes_.size() - bytes;
  }

  /// From here on stands what depends on values themselves, and not on classes and leaves alone. The key of facts that
  /// differ in none of those has the same.
  void begin_values() noexcept { values_ = bytes_.size(); }
  std::span<const std::uint8_t> values() const noexcept { return bytes().subspan(values_); }

  std::span<const std::uint8_t> bytes() const noexcept { return bytes_; }
  std::uint64_t hash() const noexcept;

  friend bool operator==(const ShapeKey& a, const ShapeKey& b) noexcept {  // at once, not byte by byte
    return a.bytes_.size() == b.bytes_.size() && std::memcmp(a.bytes_.data(), b.bytes_.data(), a.bytes_.size()) == 0;
  }

 private:
  boost::container::small_vector<std::uint8_t, 1024> bytes_;
  std::size_t values_ = 0;
};

}  // namespace birthcase
