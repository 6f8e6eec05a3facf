// A damaged file of a store: whatever is done with it is answered or refused, and `verify` overlooks nothing.
//
// Input: choices of tests/store/damaged_file.cpp: what is damaged, and where.
#include "byte_choices.hpp"
#include "invariant.hpp"
#include "store/damaged_file.hpp"
#include "store_folder.hpp"
#include "target.hpp"

namespace {

const std::string& folder() {
  static const fuzz::StoreFolder made;
  return made.name();
}

const birthcase::tests::Sample& sample() {
  static const birthcase::tests::Sample made = [] {
    birthcase::tests::Sample::make(folder());
    return birthcase::tests::Sample(folder());
  }();
  return made;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes input(data, size);
  fuzz::ByteChoices choices(input);
  const auto trial = birthcase::tests::try_damaged_file(folder() + "/damaged.db", sample(), choices);
  fuzz::must(trial.fault.empty(), "a damaged file is noticed and harms nobody", trial.damage + ": " + trial.fault);
  return 0;
}
