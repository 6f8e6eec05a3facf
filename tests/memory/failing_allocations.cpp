#include "failing_allocations.hpp"

#include <cerrno>
#include <cstdlib>
#include <limits>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define BIRTHCASE_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define BIRTHCASE_SANITIZED 1
#endif
#endif

namespace birthcase::tests {
namespace {

constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

// Plain data: it is read before any constructor of this program has run.
struct Memory {
  std::size_t until_failure;  // allocations that still succeed, and one more; 0: all fail
  bool armed;
  bool lasting;
  bool failed;
  std::size_t smallest;
  std::ptrdiff_t live;
};
constinit thread_local Memory memory{never, false, false, false, 0, 0};

[[maybe_unused]] bool fails(std::size_t size) noexcept {
  if (!memory.armed || size < memory.smallest) return false;
  if (memory.until_failure > 1) {
    --memory.until_failure;
    return false;
  }
  memory.until_failure = memory.lasting ? 1 : never;
  memory.failed = true;
  errno = ENOMEM;
  return true;
}

[[maybe_unused]] void* taken(void* block) noexcept {
  if (block != nullptr) ++memory.live;
  return block;
}

}  // namespace

FailingAllocation::FailingAllocation(std::size_t nth, Shortage shortage, std::size_t smallest) noexcept {
  memory.smallest = smallest;
  memory.until_failure = nth;
  memory.lasting = shortage == Shortage::lasting;
  memory.failed = false;
  memory.armed = true;
}

FailingAllocation::~FailingAllocation() { memory.armed = false; }

bool FailingAllocation::has_failed() const noexcept { return memory.failed; }

std::ptrdiff_t live_blocks() noexcept { return memory.live; }

}  // namespace birthcase::tests

#if defined(__GLIBC__) && !defined(BIRTHCASE_SANITIZED)

bool birthcase::tests::allocations_can_fail() noexcept { return true; }

using birthcase::tests::fails;
using birthcase::tests::memory;
using birthcase::tests::taken;

// The program's own definitions count for every library in it. glibc keeps its own under other names.
extern "C" {

void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* block, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
void __libc_free(void* block);

void* malloc(std::size_t size) { return fails(size) ? nullptr : taken(__libc_malloc(size)); }

void* calloc(std::size_t count, std::size_t size) {
  return fails(count * size) ? nullptr : taken(__libc_calloc(count, size));
}

void* realloc(void* block, std::size_t size) {
  if (block == nullptr) return malloc(size);
  if (size != 0 && fails(size)) return nullptr;
  void* const moved = __libc_realloc(block, size);
  if (size == 0) --memory.live;
  return moved;
}

void* memalign(std::size_t alignment, std::size_t size) {
  return fails(size) ? nullptr : taken(__libc_memalign(alignment, size));
}

void* aligned_alloc(std::size_t alignment, std::size_t size) { return memalign(alignment, size); }

int posix_memalign(void** block, std::size_t alignment, std::size_t size) {
  void* const aligned = memalign(alignment, size);
  if (aligned == nullptr) return ENOMEM;
  *block = aligned;
  return 0;
}

void free(void* block) {
  if (block != nullptr) --memory.live;
  __libc_free(block);
}

}  // extern "C"

#else

bool birthcase::tests::allocations_can_fail() noexcept { return false; }

#endif
