// Chance that falls alike on every machine: the distributions of the standard library need not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace city {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) noexcept : state_(seed) {}

  /// SplitMix64.
  std::uint64_t next() noexcept {
    std::uint64_t bits = (state_ += 0x9E3779B97F4A7C15u);
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9u;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBu;
    return bits ^ (bits >> 31);
  }

  bool happens(int per_thousand) noexcept { return next() % 1000 < static_cast<std::uint64_t>(per_thousand); }

  /// Both ends included.
  int between(int least, int most) noexcept {
    return least + static_cast<int>(next() % static_cast<std::uint64_t>(most - least + 1));
  }

  template <class Items>
  const auto& any(const Items& items) noexcept {
    return *std::next(items.begin(), static_cast<std::ptrdiff_t>(next() % items.size()));
  }

 private:
  std::uint64_t state_;
};

}  // namespace city
