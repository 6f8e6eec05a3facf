/// The facts that would decide what the phases left open.
#pragma once

#include "plan/evidence.hpp"

namespace birthcase::planning {

/// What is open besides lanes, documents and lines of forms.
struct LeftOpen {
  const Open& channel;
  const Open& form;
  const Open& route;
  bool needs_time = false;  ///< deadlines: the time of acceptance
};

/// Each fact once, in the order in which it is first met; with what it decides, each once.
std::vector<Undetermined> collect_undetermined(const Situation& situation, const Lanes& lanes, const Evidence& evidence,
                                               const LeftOpen& open);

/// The same of documents alone.
std::vector<Undetermined> collect_undetermined(const Situation& situation, const Evidence& evidence);

}  // namespace birthcase::planning
