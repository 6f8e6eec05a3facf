/// Births by what can be told apart of them: a few words each, equal where nothing can.
#pragma once

#include "batch/observed.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace birthcase::batch {

/// Writes the keys of births, column by column.
class KeyWriter {
 public:
  /// `documents`: the classes of the lists of documents, the first of none.
  KeyWriter(const Inputs& inputs, Observed& observed, const Partition& documents);

  std::size_t words() const noexcept { return words_; }

  /// `keys`: room for as many words of each birth, those of one word after another. `documents`: their codes, by birth
  /// as `births`.
  void write(std::span<const std::uint32_t> births, std::span<const std::uint32_t> documents,
             std::span<std::uint64_t> keys);

 private:
  /// Some bits of a word.
  struct Bits {
    std::size_t word = 0;
    unsigned shift = 0;
  };
  struct OfInput {
    const Input* input;
    std::span<const std::uint32_t> classes;  ///< by code; empty where all are alike
    Bits bits;
    std::vector<std::uint32_t> codes{};  ///< of the births at hand
  };
  struct OfJoint {
    Joint* joint;
    std::size_t first;  ///< in `inputs_`
    std::size_t second;
    Bits bits;
  };

  static void write(const OfJoint& of, std::span<const std::uint32_t> first, std::span<const std::uint32_t> second,
                    std::span<std::uint64_t> word);
  Bits room_for(unsigned bits);
  std::size_t need(const Inputs& inputs, std::uint32_t input);

  std::size_t words_ = 1;
  unsigned used_ = 0;  // of the last word
  std::vector<std::size_t> place_of_input_;
  std::vector<OfInput> inputs_;
  std::vector<OfJoint> joints_;
  std::span<const std::uint32_t> documents_;
  Bits documents_bits_;
};

/// Keys that were met, numbered in the order in which they were.
class KeyTable {
 public:
  explicit KeyTable(std::size_t words) : words_(words), places_(64, none) {}

  /// The number of a key, and whether it is new. `key`: its first word; each next is `stride` further.
  std::pair<std::uint32_t, bool> add(const std::uint64_t* key, std::size_t stride);

 private:
  static constexpr std::uint32_t none = 0xffffffff;

  bool is(std::uint32_t number, const std::uint64_t* key, std::size_t stride) const noexcept;
  void grow();

  std::size_t words_;
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> places_;  // numbers by hash; a power of two
};

}  // namespace birthcase::batch
