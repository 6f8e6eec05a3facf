#include "text/errors.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <new>
#include <stdexcept>
#include <utility>

namespace birthcase::text {

Error encoding_error(std::string message, std::size_t line, std::size_t column) {
  Error error;
  error.kind = ErrorKind::encoding;
  error.message = std::move(message);
  error.line = line;
  error.column = column;
  return error;
}

Result<void> check_size(std::string_view text) {
  constexpr std::size_t limit = std::size_t{64} << 20U;
  if (text.size() <= limit) return {};
  Error error;
  error.kind = ErrorKind::out_of_range;
  error.message = "the text is longer than 64 MiB";
  return error;
}

void require_memory_for_icu() {
  constexpr std::size_t good_deal = std::size_t{1} << 20U;
  void* const volatile block = std::malloc(good_deal);  // volatile: a compiler may leave out what is not used
  if (block == nullptr) throw std::bad_alloc();
  std::free(block);
}

void check_memory(UErrorCode status) {
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
}

void throw_icu_error(UErrorCode status) {
  check_memory(status);
  throw std::runtime_error(fmt::format("ICU: {}", u_errorName(status)));
}

}  // namespace birthcase::text
