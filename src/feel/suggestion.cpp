#include "feel/suggestion.hpp"

#include "nearest.hpp"

#include <vector>

namespace birthcase::feel {

std::string suggestion(std::string_view written, std::span<const std::string> candidates) {
  const std::vector<std::string_view> views(candidates.begin(), candidates.end());
  const std::string_view best = nearest(written, views);
  return best.empty() ? std::string() : "; did you mean \"" + std::string(best) + "\"?";
}

}  // namespace birthcase::feel
