// What can be wrong with a text, and with ICU.
#pragma once

#include <birthcase/result.hpp>

#include <unicode/utypes.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace birthcase::text {

Error encoding_error(std::string message, std::size_t line = 0, std::size_t column = 0);

/// ICU counts in int32_t. Longer texts are refused, so that no position can overflow. Error: `out_of_range`.
Result<void> check_size(std::string_view text);

/// To be called before ICU compiles a pattern, opens a calendar or does something for the first time in the process.
/// These do not survive an allocation that fails halfway: ICU 72 crashes, takes another time zone, or remembers the
/// failure for good. Throws `std::bad_alloc` unless much memory is available, which is all that can be done
/// from outside.
void require_memory_for_icu();

/// Throws `std::bad_alloc` if that is what ICU reports. For callers to whom every other failure is an answer.
void check_memory(UErrorCode status);

/// ICU reports through a status; what is not the text's fault is out of memory or a build without its data.
[[noreturn]] void throw_icu_error(UErrorCode status);

}  // namespace birthcase::text
