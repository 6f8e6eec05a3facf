// A case that was exported and then changed, by somebody who computes its chain anew or not: it is refused and leaves
// nothing behind, or what is taken in is a case that verifies, and can be exported and taken in again.
//
// Input: choices of tests/store/mutated_import.cpp: which case, what is changed in it, and how.
#include "byte_choices.hpp"
#include "invariant.hpp"
#include "store/mutated_import.hpp"
#include "store_folder.hpp"
#include "target.hpp"

namespace {

using namespace birthcase::tests;

struct Office {
  fuzz::StoreFolder folder{};
  Sample sample = made(folder.name());
  Importer importer{folder.file("imports.db"), sample};

  static Sample made(const std::string& name) {
    Sample::make(name);
    return Sample(name);
  }
};

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Office office;
  fuzz::Bytes input(data, size);
  fuzz::ByteChoices choices(input);
  const ImportTrial trial = office.importer.take_in(mutate_export(office.sample, choices));
  fuzz::must(trial.fault.empty(), "nothing comes in that says otherwise than its events", trial.fault);
  return 0;
}
