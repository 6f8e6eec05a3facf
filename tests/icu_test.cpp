// What is read from ICU's data, or was taken from it, against what ICU itself says. Not with the ICU that birthcase
// brings, which has neither calendars nor transforms.
#include "feel/zones.hpp"
#include "text/characters.hpp"
#include "text/simplified.hpp"

#include <doctest/doctest.h>
#include <unicode/ucal.h>
#include <unicode/uenum.h>
#include <unicode/utf16.h>
#include <unicode/utrans.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

using birthcase::feel::is_zone;
using birthcase::feel::zone_offset;

namespace {

template <auto close>
struct Close {
  template <class T>
  void operator()(T* opened) const noexcept {
    close(opened);
  }
};
using Calendar = std::unique_ptr<UCalendar, Close<ucal_close>>;
using Names = std::unique_ptr<UEnumeration, Close<uenum_close>>;
using Transform = std::unique_ptr<UTransliterator, Close<utrans_close>>;

std::vector<std::string> zones_of_icu() {
  UErrorCode status = U_ZERO_ERROR;
  const Names names(ucal_openTimeZones(&status));
  std::vector<std::string> all;
  std::int32_t length = 0;
  while (const char* name = uenum_next(names.get(), &length, &status)) all.emplace_back(name, length);
  REQUIRE(U_SUCCESS(status));
  return all;
}

std::int32_t offset_of_icu(UCalendar* calendar, std::int64_t local) {
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t offset = 0;
  for (int pass = 0; pass < 2; ++pass) {
    ucal_setMillis(calendar, static_cast<double>(local - offset) * 1000, &status);
    offset = ucal_get(calendar, UCAL_ZONE_OFFSET, &status) + ucal_get(calendar, UCAL_DST_OFFSET, &status);
    offset /= 1000;
  }
  REQUIRE(U_SUCCESS(status));
  return offset;
}

std::u16string simplified_by_icu(const UTransliterator* transform, UChar32 c) {
  constexpr std::int32_t capacity = 8;
  std::u16string units(capacity, u'\0');
  std::int32_t length = 0;
  U16_APPEND_UNSAFE(units.data(), length, c);
  std::int32_t limit = length;
  UErrorCode status = U_ZERO_ERROR;
  utrans_transUChars(transform, units.data(), &length, capacity, 0, &limit, &status);
  REQUIRE(U_SUCCESS(status));
  units.resize(static_cast<std::size_t>(length));
  return units;
}

std::u16string units_of(std::string_view text) {
  std::u16string units;
  for (std::size_t at = 0; at < text.size();) {
    std::int32_t length = 0;
    char16_t pair[2];
    const UChar32 c = birthcase::text::next_character(text, at);
    U16_APPEND_UNSAFE(pair, length, c);
    units.append(pair, static_cast<std::size_t>(length));
  }
  return units;
}

}  // namespace

TEST_CASE("every zone of ICU is a zone, with the offsets that ICU's calendar has") {
  constexpr std::int64_t step = 86'400 * 41 + 5'000;  // every hour of the day, every day of the year
  constexpr std::int64_t first = -4'500'000'000;      // 1827
  constexpr std::int64_t last = 7'000'000'000;        // 2191
  const auto zones = zones_of_icu();
  CHECK(zones.size() > 500);
  for (const std::string& zone : zones) {
    CAPTURE(zone);
    CHECK(is_zone(zone));
    const std::u16string id(zone.begin(), zone.end());
    UErrorCode status = U_ZERO_ERROR;
    const Calendar calendar(ucal_open(id.data(), static_cast<std::int32_t>(id.size()), "en", UCAL_GREGORIAN, &status));
    REQUIRE(U_SUCCESS(status));
    int differ = 0;
    for (std::int64_t local = first; local < last; local += 11 * step) {
      differ += zone_offset(zone, local) != offset_of_icu(calendar.get(), local) ? 1 : 0;
    }
    CHECK(differ == 0);
  }
}

TEST_CASE("clocks change at the second at which ICU has them change") {
  constexpr std::int64_t spring_2035 = 2'058'393'600;  // some days before clocks change in Europe, America, Australia
  for (const std::string zone :
       {"Europe/Berlin", "America/New_York", "Australia/Sydney", "America/Santiago", "Asia/Gaza"}) {
    CAPTURE(zone);
    const std::u16string id(zone.begin(), zone.end());
    UErrorCode status = U_ZERO_ERROR;
    const Calendar calendar(ucal_open(id.data(), static_cast<std::int32_t>(id.size()), "en", UCAL_GREGORIAN, &status));
    REQUIRE(U_SUCCESS(status));
    int differ = 0;
    for (std::int64_t local = spring_2035; local < spring_2035 + 366 * 86'400; local += 1800) {
      for (const std::int64_t second : {local - 1, local}) {
        differ += zone_offset(zone, second) != offset_of_icu(calendar.get(), second) ? 1 : 0;
      }
    }
    CHECK(differ == 0);
  }
}

TEST_CASE("a character is simplified as ICU's transform simplifies it alone") {
  constexpr std::u16string_view id = u"Traditional-Simplified";
  UErrorCode status = U_ZERO_ERROR;
  const Transform transform(
      utrans_openU(id.data(), static_cast<std::int32_t>(id.size()), UTRANS_FORWARD, nullptr, 0, nullptr, &status));
  REQUIRE(U_SUCCESS(status));
  int differ = 0;
  for (UChar32 c = 1; c < 0x30000; ++c) {
    if (U_IS_SURROGATE(c)) continue;
    std::string text;
    birthcase::text::append_utf8(text, c);
    differ += units_of(birthcase::text::simplified(text)) != simplified_by_icu(transform.get(), c) ? 1 : 0;
  }
  CHECK(differ == 0);
}
