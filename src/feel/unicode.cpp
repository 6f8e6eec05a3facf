#include "feel/unicode.hpp"

#include "text/errors.hpp"

#include <unicode/ustring.h>

#include <cstdint>

namespace birthcase::feel {

namespace {

constexpr UChar32 replacement = 0xFFFD;

using Convert = std::int32_t (*)(UChar*, std::int32_t, const UChar*, std::int32_t, const char*, UErrorCode*);

std::string convert_case(std::string_view text, Convert convert) {
  const std::u16string from = to_utf16(text);
  std::u16string to(from.size() * 3 + 1, u'\0');  // no character becomes more than three
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length = convert(to.data(), static_cast<std::int32_t>(to.size()), from.data(),
                                      static_cast<std::int32_t>(from.size()), "", &status);
  text::check_memory(status);
  return U_FAILURE(status) ? std::string(text) : to_utf8({to.data(), static_cast<std::size_t>(length)});
}

}  // namespace

std::u16string to_utf16(std::string_view text) {
  std::u16string result(text.size(), u'\0');
  std::int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8WithSub(result.data(), static_cast<std::int32_t>(result.size()), &length, text.data(),
                       static_cast<std::int32_t>(text.size()), replacement, nullptr, &status);
  result.resize(U_FAILURE(status) ? 0 : static_cast<std::size_t>(length));
  return result;
}

std::string to_utf8(std::u16string_view text) {
  std::string result(text.size() * 3, '\0');
  std::int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8WithSub(result.data(), static_cast<std::int32_t>(result.size()), &length, text.data(),
                     static_cast<std::int32_t>(text.size()), replacement, nullptr, &status);
  result.resize(U_FAILURE(status) ? 0 : static_cast<std::size_t>(length));
  return result;
}

std::string upper_case(std::string_view text) { return convert_case(text, u_strToUpper); }
std::string lower_case(std::string_view text) { return convert_case(text, u_strToLower); }

}  // namespace birthcase::feel
