#include "feel/zones.hpp"

#include "text/errors.hpp"

#include <unicode/ucal.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>

namespace birthcase::feel {

namespace {

struct CloseCalendar {
  void operator()(UCalendar* calendar) const noexcept { ucal_close(calendar); }
};

using Calendar = std::unique_ptr<UCalendar, CloseCalendar>;

// Zone ids are ASCII, so that widening each character is the conversion.
std::u16string widened(std::string_view name) { return {name.begin(), name.end()}; }

// Where memory runs out on the way, ICU may take GMT for the zone without a word.
bool is_in_zone(const UCalendar* calendar, std::u16string_view id) {
  UErrorCode status = U_ZERO_ERROR;
  std::array<UChar, 128> actual;
  const std::int32_t length =
      ucal_getTimeZoneID(calendar, actual.data(), static_cast<std::int32_t>(actual.size()), &status);
  return U_SUCCESS(status) && id == std::u16string_view(actual.data(), static_cast<std::size_t>(length));
}

Calendar open_calendar(const std::string& zone) {
  text::require_memory_for_icu();
  const std::u16string id = widened(zone);
  UErrorCode status = U_ZERO_ERROR;
  Calendar calendar(ucal_open(id.data(), static_cast<std::int32_t>(id.size()), "en", UCAL_GREGORIAN, &status));
  text::check_memory(status);
  if (U_FAILURE(status)) return nullptr;
  if (!is_in_zone(calendar.get(), id)) throw std::bad_alloc();
  return calendar;
}

}  // namespace

bool is_zone(std::string_view name) {
  constexpr std::size_t longest = 64;
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
           c == '-' || c == '+';
  };
  if (name.empty() || name.size() > longest || !std::all_of(name.begin(), name.end(), fits)) return false;
  text::require_memory_for_icu();
  const std::u16string id = widened(name);
  std::array<UChar, 128> canonical;
  UBool is_system = 0;
  UErrorCode status = U_ZERO_ERROR;
  ucal_getCanonicalTimeZoneID(id.data(), static_cast<std::int32_t>(id.size()), canonical.data(),
                              static_cast<std::int32_t>(canonical.size()), &is_system, &status);
  text::check_memory(status);
  return U_SUCCESS(status) && is_system != 0;
}

std::int32_t zone_offset(const std::string& name, std::int64_t local_seconds) {
  constexpr std::int64_t horizon = 250'000'000'000;  // some 8000 years: rules do not change beyond
  const Calendar calendar = open_calendar(name);
  if (calendar == nullptr) return 0;
  UErrorCode status = U_ZERO_ERROR;
  const std::int64_t local = std::clamp(local_seconds, -horizon, horizon);
  std::int32_t offset = 0;
  for (int pass = 0; pass < 2; ++pass) {  // the second pass settles times next to a change of clocks
    ucal_setMillis(calendar.get(), static_cast<double>(local - offset) * 1000, &status);
    offset = ucal_get(calendar.get(), UCAL_ZONE_OFFSET, &status) + ucal_get(calendar.get(), UCAL_DST_OFFSET, &status);
    offset /= 1000;
    text::check_memory(status);
    if (U_FAILURE(status)) return 0;
  }
  return offset;
}

}  // namespace birthcase::feel
