// The document of suggested tests.
#pragma once

#include "coverage/search.hpp"

#include <boost/json/object.hpp>

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace birthcase::coverage {

/// A case to be written: under which profile, which family, and what it is for.
struct SuggestedCase {
  const Search* search = nullptr;
  Trial trial;
  std::vector<Target> shows;  ///< what nothing before it has shown
};

/// The whole document, indented. `obligations` are those that the targets are places in; `names`, by id, are how it
/// names profiles that it does not name by their ids.
std::string write_skeleton(const std::vector<SuggestedCase>& cases, std::span<const Obligation> obligations,
                           const std::map<std::string, std::string, std::less<>>& names);

}  // namespace birthcase::coverage
