// The parts of a plan's document by their names.
#include <birthcase/plan_contents.hpp>

#include "make_error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace birthcase {
namespace {

constexpr std::array<std::string_view, plan_part_count> part_names{"profile",  "as_of",      "services", "form",
                                                                   "evidence", "look_ups",   "route",    "undetermined",
                                                                   "findings", "acceptable", "due",      "rules"};

}  // namespace

std::string_view to_string(PlanPart part) noexcept { return part_names[static_cast<std::size_t>(part)]; }

Result<PlanParts> parse_plan_parts(std::string_view text) {
  PlanParts parts;
  while (true) {
    const std::size_t comma = text.find(',');
    const std::string_view name = text.substr(0, comma);
    const auto found = std::find(part_names.begin(), part_names.end(), name);
    if (found == part_names.end()) {
      return make_error(ErrorKind::unknown_name,
                        fmt::format("a plan has no such part; it has {}", fmt::join(part_names, ", ")));
    }
    parts.add(static_cast<PlanPart>(found - part_names.begin()));
    if (comma == std::string_view::npos) return parts;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace birthcase
