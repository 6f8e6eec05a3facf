// Reads `zoneinfo64`, the resource of ICU that is the IANA database. ICU's calendars say the same (a test holds them
// against each other), but a library with ICU linked into it would have some 130 object files more with them.
#include "feel/zones.hpp"

#include "feel/zone_rule.hpp"
#include "text/errors.hpp"

#include <unicode/ures.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <utility>

namespace birthcase::feel {

namespace {

struct CloseBundle {
  void operator()(UResourceBundle* bundle) const noexcept { ures_close(bundle); }
};
using Bundle = std::unique_ptr<UResourceBundle, CloseBundle>;

void check(UErrorCode status) {
  if (U_FAILURE(status)) text::throw_icu_error(status);
}

Bundle open_database() {
  text::require_memory_for_icu();
  UErrorCode status = U_ZERO_ERROR;
  Bundle bundle(ures_openDirect(nullptr, "zoneinfo64", &status));
  check(status);
  return bundle;
}

Bundle child(const Bundle& parent, const char* key) {
  UErrorCode status = U_ZERO_ERROR;
  Bundle bundle(ures_getByKey(parent.get(), key, nullptr, &status));
  check(status);
  return bundle;
}

Bundle child(const Bundle& parent, std::int32_t index) {
  UErrorCode status = U_ZERO_ERROR;
  Bundle bundle(ures_getByIndex(parent.get(), index, nullptr, &status));
  check(status);
  return bundle;
}

// What a zone may leave out.
Bundle child_if_any(const Bundle& parent, const char* key) {
  UErrorCode status = U_ZERO_ERROR;
  Bundle bundle(ures_getByKey(parent.get(), key, nullptr, &status));
  if (status == U_MISSING_RESOURCE_ERROR) return nullptr;
  check(status);
  return bundle;
}

std::int32_t number_in(const Bundle& bundle) {
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t number = ures_getInt(bundle.get(), &status);
  check(status);
  return number;
}

/// They live as long as the data of ICU, which is never unloaded.
std::span<const std::int32_t> numbers_in(const Bundle& bundle) {
  if (bundle == nullptr) return {};
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t length = 0;
  const std::int32_t* numbers = ures_getIntVector(bundle.get(), &length, &status);
  check(status);
  return {numbers, static_cast<std::size_t>(length)};
}

std::span<const std::uint8_t> bytes_in(const Bundle& bundle) {
  if (bundle == nullptr) return {};
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t length = 0;
  const std::uint8_t* bytes = ures_getBinary(bundle.get(), &length, &status);
  check(status);
  return {bytes, static_cast<std::size_t>(length)};
}

// The names are in order; a zone's data stand at the place of its name, or tell the place of the zone that it is
// another name of.
std::optional<std::int32_t> find_name(const Bundle& database, std::string_view name) {
  const Bundle names = child(database, "Names");
  std::int32_t begin = 0;
  std::int32_t end = ures_getSize(names.get());
  while (begin < end) {
    const std::int32_t middle = (begin + end) / 2;
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t length = 0;
    const UChar* units = ures_getStringByIndex(names.get(), middle, &length, &status);
    check(status);
    const std::u16string_view there(units, static_cast<std::size_t>(length));
    if (std::equal(there.begin(), there.end(), name.begin(), name.end())) return middle;
    const bool before = std::lexicographical_compare(there.begin(), there.end(), name.begin(), name.end());
    begin = before ? middle + 1 : begin;
    end = before ? end : middle;
  }
  return std::nullopt;
}

Bundle open_zone(const Bundle& database, std::int32_t place) {
  const Bundle zones = child(database, "Zones");
  Bundle zone = child(zones, place);
  return ures_getType(zone.get()) == URES_INT ? child(zones, number_in(zone)) : std::move(zone);
}

/// A moment, in seconds, is written as one number where it fits, else as its upper and its lower half.
class Transitions {
 public:
  explicit Transitions(const Bundle& zone)
      : early_(numbers_in(child_if_any(zone, "transPre32"))),
        usual_(numbers_in(child_if_any(zone, "trans"))),
        late_(numbers_in(child_if_any(zone, "transPost32"))) {}

  std::size_t size() const noexcept { return early_.size() / 2 + usual_.size() + late_.size() / 2; }

  /// How many of them are not after this moment.
  std::size_t until(std::int64_t seconds) const noexcept {
    std::size_t begin = 0;
    for (std::size_t end = size(); begin < end;) {
      const std::size_t middle = (begin + end) / 2;
      (at(middle) <= seconds ? begin : end) = at(middle) <= seconds ? middle + 1 : middle;
    }
    return begin;
  }

 private:
  static std::int64_t joined(std::span<const std::int32_t> halves, std::size_t i) noexcept {
    return std::int64_t{halves[2 * i]} * (std::int64_t{1} << 32) + static_cast<std::uint32_t>(halves[2 * i + 1]);
  }

  std::int64_t at(std::size_t i) const noexcept {
    if (i < early_.size() / 2) return joined(early_, i);
    i -= early_.size() / 2;
    return i < usual_.size() ? usual_[i] : joined(late_, i - usual_.size());
  }

  std::span<const std::int32_t> early_;
  std::span<const std::int32_t> usual_;
  std::span<const std::int32_t> late_;
};

// From this year on clocks change by the zone's last rule.
std::optional<std::int32_t> offset_by_last_rule(const Bundle& database, const Bundle& zone, std::int64_t seconds) {
  constexpr std::size_t longest = 32;
  const Bundle named = child_if_any(zone, "finalRule");
  if (named == nullptr) return std::nullopt;
  const std::chrono::year first(number_in(child(zone, "finalYear")));
  const std::chrono::sys_days begin = first / std::chrono::January / 1;
  if (seconds < std::chrono::seconds(begin.time_since_epoch()).count()) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  std::array<char, longest> key{};
  std::int32_t length = longest;
  ures_getUTF8String(named.get(), key.data(), &length, true, &status);
  check(status);
  const auto rule = numbers_in(child(child(database, "Rules"), key.data()));
  if (rule.size() != zone_rule_size) check(U_INVALID_FORMAT_ERROR);
  const std::int32_t standard = number_in(child(zone, "finalRaw"));
  return standard + savings_at(rule.first<zone_rule_size>(), standard, seconds);
}

/// Seconds east of UTC at a moment in seconds since 1970-01-01T00:00:00Z.
std::int32_t offset_at(const Bundle& database, const Bundle& zone, std::int64_t seconds) {
  if (const auto offset = offset_by_last_rule(database, zone, seconds)) return *offset;
  const std::size_t passed = Transitions(zone).until(seconds);
  const auto types = bytes_in(child_if_any(zone, "typeMap"));
  const auto offsets = numbers_in(child(zone, "typeOffsets"));  // a pair for each type: standard time, and savings
  const std::size_t type = passed == 0 ? 0 : types[passed - 1];
  return offsets[2 * type] + offsets[2 * type + 1];
}

}  // namespace

bool is_zone(std::string_view name) {
  constexpr std::size_t longest = 64;
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
           c == '-' || c == '+';
  };
  if (name.empty() || name.size() > longest || !std::all_of(name.begin(), name.end(), fits)) return false;
  return find_name(open_database(), name).has_value();
}

std::int32_t zone_offset(const std::string& name, std::int64_t local_seconds) {
  constexpr std::int64_t horizon = 250'000'000'000;  // some 8000 years: rules do not change beyond
  const Bundle database = open_database();
  const auto place = find_name(database, name);
  if (!place) return 0;
  const Bundle zone = open_zone(database, *place);
  const std::int64_t local = std::clamp(local_seconds, -horizon, horizon);
  std::int32_t offset = 0;
  // the second pass settles times next to a change of clocks
  for (int pass = 0; pass < 2; ++pass) offset = offset_at(database, zone, local - offset);
  return offset;
}

}  // namespace birthcase::feel
