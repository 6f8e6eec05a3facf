/// Files of properties: what must hold for every family of a place, with where that is written.
#pragma once

#include <birthcase/profile.hpp>
#include <birthcase/testing.hpp>

#include "analysis/prove.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace birthcase::analysis {

/// One property, and how it must come out.
struct Property {
  std::string name;
  std::string source;  ///< what it is drawn from; may be empty
  Question question;
  Proof::Verdict expected = Proof::Verdict::holds;  ///< or `fails`: one that is known to be wrong
};

/// A file, read whole and checked; docs/testing-rules.md describes it.
struct ProofFile {
  Profile profile;
  std::vector<Property> properties;
};

/// Reads a file. Errors have its JSON pointer, line and column: what is not JSON, unknown keys, values of the wrong
/// type, a name that stands twice, and conditions that do not compile, with the column in the condition and the nearest
/// name. What is wrong with a profile names that profile.
Result<ProofFile> read_proofs(std::string_view json, const ProfileLookup& profiles);

}  // namespace birthcase::analysis
