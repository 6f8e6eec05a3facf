// Calls in any order, with arguments right and wrong, as a hospital's program may make them.
//
// Input: a byte for the encoding, then calls: a byte for which, bytes for its arguments.
#include "calls_case.hpp"
#include "target.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes input(data, size);
  fuzz::Case(input).run();
  return 0;
}
