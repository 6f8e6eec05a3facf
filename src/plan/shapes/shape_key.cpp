#include "plan/shapes/shape_key.hpp"

#include "packed.hpp"

namespace birthcase {

// Eight bytes at a time; equal keys are compared in full, so that a clash only costs time.
std::uint64_t ShapeKey::hash() const noexcept {
  std::string_view rest(reinterpret_cast<const char*>(bytes_.data()), bytes_.size());
  std::uint64_t hash = mixed(rest.size());
  for (; rest.size() >= packed_length; rest.remove_prefix(packed_length)) hash = mixed(hash ^ packed_at(rest.data()));
  return mixed(hash ^ packed(rest));
}

}  // namespace birthcase
