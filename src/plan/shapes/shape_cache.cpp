#include "plan/shapes/shape_cache.hpp"

#include "plan/shapes/shape.hpp"

namespace birthcase {

ShapeCache::ShapeCache()
    : by_hash_(std::make_unique<std::array<std::atomic<const Kept*>, places>>()),
      met_(std::make_unique<std::array<std::atomic<std::uint64_t>, places>>()) {}

ShapeCache::~ShapeCache() = default;

const Shape* ShapeCache::find(const ShapeKey& key) const noexcept {
  const std::uint64_t hash = key.hash();
  for (std::size_t place = hash % places;; place = (place + 1) % places) {
    const Kept* kept = (*by_hash_)[place].load(std::memory_order_acquire);
    if (kept == nullptr) return nullptr;
    if (kept->hash == hash && kept->key == key) return kept->shape.get();
  }
}

bool ShapeCache::wants(const ShapeKey& key) noexcept {
  if (full_.load(std::memory_order_relaxed)) return false;
  const std::uint64_t hash = key.hash();
  return (*met_)[hash % places].exchange(hash, std::memory_order_relaxed) == hash;
}

const Shape* ShapeCache::keep(const ShapeKey& key, std::unique_ptr<const Shape> shape) {
  const std::scoped_lock lock(keeping_);
  if (const Shape* known = find(key)) return known;
  if (kept_.size() == most_shapes) {
    full_.store(true, std::memory_order_relaxed);
    return nullptr;
  }
  const Kept& kept = *kept_.emplace_back(std::make_unique<const Kept>(Kept{key.hash(), key, std::move(shape)}));
  std::size_t place = kept.hash % places;
  while ((*by_hash_)[place].load(std::memory_order_relaxed) != nullptr) place = (place + 1) % places;
  (*by_hash_)[place].store(&kept, std::memory_order_release);
  return kept.shape.get();
}

}  // namespace birthcase
