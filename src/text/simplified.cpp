#include "text/simplified.hpp"

#include "text/characters.hpp"
#include "text/errors.hpp"

#include <unicode/utf16.h>

#include <cstdint>

namespace birthcase::text {
namespace {

UTransliterator* open_transform() {
  constexpr std::u16string_view id = u"Traditional-Simplified";
  require_memory_for_icu();
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator* const transform =
      utrans_openU(id.data(), static_cast<std::int32_t>(id.size()), UTRANS_FORWARD, nullptr, 0, nullptr, &status);
  check_memory(status);
  return transform;
}

// One character: what stands beside it would decide which simplified one ICU takes, and in a name it says nothing.
void append_simplified(std::string& result, UChar32 c, const UTransliterator* transform) {
  constexpr std::int32_t capacity = 8;
  UChar units[capacity];
  std::int32_t length = 0;
  U16_APPEND_UNSAFE(units, length, c);
  std::int32_t limit = length;
  UErrorCode status = U_ZERO_ERROR;
  utrans_transUChars(transform, units, &length, capacity, 0, &limit, &status);
  check_memory(status);
  if (U_FAILURE(status)) return append_utf8(result, c);
  for (std::int32_t at = 0; at < length;) {
    UChar32 simplified = 0;
    U16_NEXT(units, at, length, simplified);
    append_utf8(result, simplified);
  }
}

}  // namespace

std::string Simplifier::operator()(std::string_view text) const {
  std::call_once(opened_, [this] { transform_.reset(open_transform()); });
  if (transform_ == nullptr) return std::string(text);
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_simplified(result, next_character(text, at), transform_.get());
  return result;
}

}  // namespace birthcase::text
