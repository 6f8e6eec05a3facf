/// What plans say about documents, each distinct answer once.
#pragma once

#include <birthcase/batch.hpp>

#include <string>
#include <unordered_map>
#include <vector>

namespace birthcase::batch {

/// Goes through the phases of planning up to documents; the others could not change the answer.
EvidenceAnswer answer_of(const Profile& profile, const Application& application, Date as_of);

class Answers {
 public:
  /// The place of an answer.
  std::uint32_t add(EvidenceAnswer answer);

  std::vector<EvidenceAnswer> take() && { return std::move(all_); }

 private:
  std::vector<EvidenceAnswer> all_;
  std::unordered_map<std::string, std::uint32_t> places_;  // by all that they say
};

}  // namespace birthcase::batch
