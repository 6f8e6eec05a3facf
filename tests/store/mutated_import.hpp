// One document that was exported and then changed: whether what is taken in is what was exported, or at least whole.
#pragma once

#include "choices.hpp"
#include "sample.hpp"

#include <memory>
#include <string>

namespace birthcase::tests {

struct Mutated {
  std::string json{};
  bool forged = false;  ///< the chain was computed anew, as somebody does who wants it to be believed
};

/// An export of the sample with something else in it.
Mutated mutate_export(const Sample& sample, Choices& choices);

struct ImportTrial {
  bool taken_in = false;
  bool forged = false;
  std::string fault{};  ///< a promise that was not kept; empty if there is none
};

/// A store that documents are taken into.
class Importer {
 public:
  Importer(std::string file, const Sample& sample);
  ~Importer();
  Importer(const Importer&) = delete;
  Importer& operator=(const Importer&) = delete;

  ImportTrial take_in(const Mutated& mutated);

 private:
  void begin();
  std::string judge_refusal(const Error& error);
  std::string judge_taken(const Mutated& mutated, const std::string& id);

  std::string file_;
  const Sample& sample_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<store::Desk> desk_;
};

}  // namespace birthcase::tests
