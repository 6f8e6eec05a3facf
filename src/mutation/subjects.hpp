// The tests of a mutation run: every case on its own, the profile that it is about, and what it shows of which rule.
#pragma once

#include <birthcase/mutation.hpp>
#include <birthcase/testing.hpp>

#include <boost/json/value.hpp>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::mutation {

/// A profile under test and the places of its layers, the outermost first.
struct Subject {
  Profile profile;
  std::vector<std::size_t> layers;

  bool has(std::size_t layer) const noexcept;
};

/// A profile's own document; several subjects may stand on it.
struct SubjectLayer {
  std::string id;
  std::string text;
};

struct SubjectDocument {
  std::string name;
  std::string text;
  std::map<std::string, std::size_t, std::less<>> subjects;  ///< by the name that the document gives the profile
};

/// One case as a document of its own.
struct SubjectCase {
  std::size_t document = 0;
  std::size_t subject = 0;
  std::string text;
};

class Subjects {
 public:
  /// Reads everything and runs it once. Errors as `run_mutants`.
  static Result<Subjects> read(const std::vector<MutationTests>& tests, const ProfileData& data);

  const std::vector<SubjectLayer>& layers() const noexcept { return layers_; }
  const std::vector<Subject>& subjects() const noexcept { return subjects_; }
  const std::vector<SubjectDocument>& documents() const noexcept { return documents_; }
  const std::vector<SubjectCase>& cases() const noexcept { return cases_; }

  /// Whether some profile on this layer has the rule: it is no option that nobody switches on.
  bool in_use(std::size_t layer, std::string_view rule) const;

  /// Cases in which the rule does something, those first that show something about it that no case before does.
  std::vector<std::size_t> showing(std::string_view rule) const;

 private:
  Result<void> add(const MutationTests& tests);
  Result<std::size_t> subject_of(const LayeredProfile& texts);
  Result<void> add_cases(const RuleTests& tests, const SubjectDocument& document);
  void note_rules(const Subject& subject);

  ProfileData data_;
  std::vector<SubjectLayer> layers_;
  std::vector<Subject> subjects_;
  std::vector<SubjectDocument> documents_;
  std::vector<SubjectCase> cases_;
  std::map<std::size_t, std::set<std::string, std::less<>>> rules_;  // ids, by layer
  std::map<std::string, std::map<std::size_t, std::vector<std::size_t>>, std::less<>>
      shown_;  // rule → obligation → cases
};

}  // namespace birthcase::mutation
