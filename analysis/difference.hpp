/// What a change of rules changes for families, for whom, and an application that shows it.
#pragma once

#include <birthcase/application.hpp>
#include <birthcase/plan.hpp>
#include <birthcase/profile.hpp>

#include <optional>
#include <string>
#include <vector>

namespace birthcase::analysis {

/// One thing that plans say, and how it differs.
struct Change {
  std::string outcome;  ///< as properties name it: `brings.marriage-certificate`, `promise.hukou-registration`
  Value before;         ///< what plans under the old profile say
  Value after;          ///< under the new one; promises by their term, deliveries by their method
  std::string who;      ///< the condition, in the rule language, that holds for exactly these families
  bool exact = false;   ///< false where no such condition was found: `who` is then empty or only part of it
  std::optional<Application> witness{};  ///< with as few facts as possible; both plans were made, and differ so
};

struct Difference {
  std::vector<Change> changes;  ///< evidence, then services, then channels and checks, in the order of the profiles
  bool asks_for_more = false;   ///< whether some family brings a document that it need not bring before
  bool undecided = false;       ///< the solver gave up on something: there may be more
};

/// Compares what the two profiles decide on a day for every family whose facts are known, with one newborn and
/// no document in hand yet.
Difference difference(const Profile& before, const Profile& after, Date as_of);

}  // namespace birthcase::analysis
