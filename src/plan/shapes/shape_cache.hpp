/// Shapes of plans that were made before.
#pragma once

#include "plan/shapes/shape_key.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace birthcase {

struct Shape;

/// Keeps what plans have in common, by key, as long as the profile lives. Finding takes no lock. Bounded: when it is
/// full, what is new is worked out each time. A shape is kept when it is met for the second time, so that what is met
/// but once takes no room.
class ShapeCache {
 public:
  ShapeCache();
  ~ShapeCache();
  ShapeCache(const ShapeCache&) = delete;
  ShapeCache& operator=(const ShapeCache&) = delete;

  /// The shape of a key, or nullptr.
  const Shape* find(const ShapeKey& key) const noexcept;

  /// Whether a shape that was not found is worth keeping: it was met before, and there is room.
  bool wants(const ShapeKey& key) noexcept;

  /// Keeps a shape. If another thread has kept one of this key already, that one is given back.
  const Shape* keep(const ShapeKey& key, std::unique_ptr<const Shape> shape);

 private:
  static constexpr std::size_t most_shapes = 512;
  static constexpr std::size_t places = 4 * most_shapes;

  struct Kept {
    std::uint64_t hash;
    ShapeKey key;
    std::unique_ptr<const Shape> shape;
  };

  std::unique_ptr<std::array<std::atomic<const Kept*>, places>> by_hash_;
  std::unique_ptr<std::array<std::atomic<std::uint64_t>, places>> met_;
  std::mutex keeping_;
  std::vector<std::unique_ptr<const Kept>> kept_;
  std::atomic<bool> full_{false};
};

}  // namespace birthcase
