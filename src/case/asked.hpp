// What the family still must tell or bring for a step, as the facts are now.
#pragma once

#include <birthcase/case.hpp>

#include <string>
#include <vector>

namespace birthcase::cases {

/// Facts and documents by their names.
struct Asked {
  std::vector<std::string> facts{};
  std::vector<NamedDocument> evidence{};

  bool empty() const noexcept { return facts.empty() && evidence.empty(); }
  friend bool operator==(const Asked&, const Asked&) = default;
};

/// What the step's service cannot do without, and only the family can tell or bring: required answers, facts that
/// decide whether something is required, documents that are not here. Deferred documents are not asked.
Asked asked_of(const Case& state, const Plan& plan, const Step& step);

/// What is in the first and not in the second.
Asked without(Asked more, const Asked& less);

/// What is asked, in words: `结婚证（父母）、新生儿姓名`.
Label words_for(const Case& state, const Asked& asked);

/// Whether a step that is not given up needs a deferred document from the family.
bool is_needed(const Case& state, const Plan& plan, const DeferredDocument& document);

}  // namespace birthcase::cases
