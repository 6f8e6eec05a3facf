/// Which codes cannot be told apart.
#pragma once

#include <cstdint>
#include <numeric>
#include <span>
#include <unordered_map>
#include <vector>

namespace birthcase::batch {

/// Classes of codes, all in one at first, split by everything that is observed of them.
class Partition {
 public:
  explicit Partition(std::size_t codes) : class_of_(codes, 0) {}

  /// Splits classes of which something different is observed. `observed` gives what is seen of a code.
  void refine(auto&& observed) {
    std::unordered_map<std::uint64_t, std::uint32_t> classes;
    for (std::uint32_t code = 0; code < class_of_.size(); ++code) {
      const std::uint64_t seen = static_cast<std::uint64_t>(class_of_[code]) << 32U | observed(code);
      class_of_[code] = classes.emplace(seen, static_cast<std::uint32_t>(classes.size())).first->second;
    }
    count_ = classes.size();
  }

  /// Tells every code from every other.
  void split_all() {
    std::iota(class_of_.begin(), class_of_.end(), 0U);
    count_ = class_of_.size();
  }

  std::size_t count() const noexcept { return count_; }
  std::span<const std::uint32_t> classes() const noexcept { return class_of_; }

 private:
  std::vector<std::uint32_t> class_of_;
  std::size_t count_ = 1;
};

}  // namespace birthcase::batch
