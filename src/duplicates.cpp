#include <birthcase/duplicates.hpp>

#include <algorithm>
#include <cstdlib>

namespace birthcase {
namespace {

constexpr std::string_view mother_number = "mother.id_number";
constexpr std::string_view time_of_birth = "newborn.born_at";
constexpr std::string_view order_of_birth = "newborn.order";

std::optional<FactRef> fact(const Case& state, std::string_view name, std::uint16_t newborn) {
  const auto found = state.profile.rules().schema.find(name);
  if (!found) return std::nullopt;
  return FactRef{found->slot.index, newborn};
}

std::optional<std::int64_t> whole_number(const Value& value) {
  if (!value.is(Kind::number)) return std::nullopt;
  return value.as_number().to_int64();
}

/// Whether two numbers differ by one slip of the hand: a character wrong, or two neighbours swapped.
bool differ_by_a_slip(std::string_view a, std::string_view b) noexcept {
  if (a.size() != b.size()) return false;
  const auto first = std::mismatch(a.begin(), a.end(), b.begin());
  if (first.first == a.end()) return false;
  const auto rest_a = a.substr(static_cast<std::size_t>(first.first - a.begin()));
  const auto rest_b = b.substr(static_cast<std::size_t>(first.second - b.begin()));
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] && rest_a.substr(2) == rest_b.substr(2);
}

Duration between(const DateTime& a, const DateTime& b) { return a < b ? b - a : a - b; }

}  // namespace

std::string_view to_string(Likeness likeness) noexcept {
  constexpr std::string_view names[] = {"different", "near", "exact"};
  return names[static_cast<std::size_t>(likeness)];
}

std::vector<BirthKey> birth_keys(const Case& state) {
  if (state.erased || state.status == CaseStatus::absent) return {};
  const auto mother = fact(state, mother_number, FactRef::family);
  if (!mother) return {};
  const Plan now = plan(state, state.changed_at.date());
  const Value& number = now.value(*mother);
  if (!number.is(Kind::text)) return {};
  std::vector<BirthKey> keys;
  for (std::uint16_t newborn = 0; newborn < state.application.newborn_count(); ++newborn) {
    const auto time = fact(state, time_of_birth, newborn);
    const auto born_at = time ? now.value(*time).to_date_time() : std::nullopt;
    if (!born_at) continue;
    BirthKey key{.case_id = state.id, .newborn = newborn, .mother_id_number = number.as_text(), .born_at = born_at};
    if (const auto order = fact(state, order_of_birth, newborn)) key.order = whole_number(now.value(*order));
    keys.push_back(std::move(key));
  }
  return keys;
}

Likeness likeness(const BirthKey& a, const BirthKey& b, int spacing_days) {
  if (!a.born_at || !b.born_at || a.mother_id_number.empty() || b.mother_id_number.empty()) {
    return Likeness::different;
  }
  const Duration apart = between(*a.born_at, *b.born_at);
  if (apart > boost::posix_time::hours(likeness_hours)) {
    const bool too_soon = apart <= boost::posix_time::hours(24L * spacing_days);
    return too_soon && a.mother_id_number == b.mother_id_number ? Likeness::similar : Likeness::different;
  }
  if (a.order && b.order && a.order != b.order) return Likeness::different;
  if (a.mother_id_number == b.mother_id_number) {
    const bool same_minute = apart < boost::posix_time::minutes(1) && a.order == b.order && a.order.has_value();
    return same_minute ? Likeness::exact : Likeness::similar;
  }
  return differ_by_a_slip(a.mother_id_number, b.mother_id_number) ? Likeness::similar : Likeness::different;
}

}  // namespace birthcase
