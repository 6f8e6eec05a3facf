// The choices of the store's tests, made by an input.
#pragma once

#include "bytes.hpp"
#include "store/choices.hpp"

namespace fuzz {

class ByteChoices final : public birthcase::tests::Choices {
 public:
  explicit ByteChoices(Bytes& input) noexcept : input_(input) {}

  std::size_t below(std::size_t count) override {
    std::size_t number = input_.byte();
    for (std::size_t most = 256; most < count; most *= 256) number = number * 256 + input_.byte();
    return number % count;
  }

 private:
  Bytes& input_;
};

}  // namespace fuzz
