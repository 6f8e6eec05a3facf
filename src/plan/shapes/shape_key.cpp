#include "plan/shapes/shape_key.hpp"

namespace birthcase {

// Eight bytes at a time; equal keys are compared in full, so that a clash only costs time.
std::uint64_t ShapeKey::hash() const noexcept {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;
  std::uint64_t hash = bytes_.size() * factor;
  const auto mix = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * factor;
    hash ^= hash >> 29;
  };
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= bytes_.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes_.data() + at, sizeof word);
    mix(word);
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, bytes_.data() + at, bytes_.size() - at);
  mix(rest);
  return hash;
}

}  // namespace birthcase
