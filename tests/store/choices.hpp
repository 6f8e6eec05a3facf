// Where the choices of a test come from: random numbers, or the bytes of a fuzzer.
#pragma once

#include <cstddef>
#include <iterator>
#include <random>

namespace birthcase::tests {

class Choices {
 public:
  virtual ~Choices() = default;

  /// A number below `count`, which is not 0.
  virtual std::size_t below(std::size_t count) = 0;

  template <class Items>
  const auto& one_of(const Items& items) {
    return items[below(std::size(items))];
  }
};

class RandomChoices final : public Choices {
 public:
  explicit RandomChoices(std::seed_seq& seed) : random_(seed) {}
  std::size_t below(std::size_t count) override { return random_() % count; }

 private:
  std::mt19937 random_;
};

}  // namespace birthcase::tests
