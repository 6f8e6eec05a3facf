#include "exchange/newborn_places.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace birthcase::cli {
namespace {

bool same_text(const Application& known, std::uint16_t place, const Application& imported, std::uint16_t newborn,
               std::string_view field) {
  const auto ours = known.get(field, place);
  const auto theirs = imported.get(field, newborn);
  return ours && theirs && !ours->is_unknown() && *ours == *theirs;
}

// Both say something about the field, and not the same.
bool differs(const Application& known, std::uint16_t place, const Application& imported, std::uint16_t newborn,
             std::string_view field) {
  const auto ours = known.get(field, place);
  const auto theirs = imported.get(field, newborn);
  return ours && theirs && !ours->is_unknown() && !theirs->is_unknown() && !(*ours == *theirs);
}

bool is_the_same(const Application& known, std::uint16_t place, const Application& imported, std::uint16_t newborn) {
  if (same_text(known, place, imported, newborn, "newborn.order")) return true;
  if (differs(known, place, imported, newborn, "newborn.order")) return false;
  if (same_text(known, place, imported, newborn, "newborn.born_at") &&
      same_text(known, place, imported, newborn, "newborn.sex")) {
    return true;
  }
  constexpr std::array<std::string_view, 2> telling{"newborn.sex", "newborn.born_at"};
  return known.newborn_count() == 1 && imported.newborn_count() == 1 &&
         std::none_of(telling.begin(), telling.end(),
                      [&](std::string_view field) { return differs(known, place, imported, newborn, field); });
}

}  // namespace

std::vector<std::uint16_t> newborn_places(const Application& known, const Application& imported) {
  std::vector<std::uint16_t> places;
  auto next = static_cast<std::uint16_t>(known.newborn_count());
  for (std::uint16_t newborn = 0; newborn < imported.newborn_count(); ++newborn) {
    std::uint16_t place = 0;
    for (; place < known.newborn_count(); ++place) {
      const bool taken = std::find(places.begin(), places.end(), place) != places.end();
      if (!taken && is_the_same(known, place, imported, newborn)) break;
    }
    places.push_back(place < known.newborn_count() ? place : next++);
  }
  return places;
}

}  // namespace birthcase::cli
