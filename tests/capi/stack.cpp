#include "stack.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <pthread.h>
#include <sys/mman.h>

namespace caller {
namespace {

constexpr std::size_t kib = 1024;
constexpr std::size_t promised = 128 * kib;     // a thread's whole stack
constexpr std::size_t of_the_thread = 8 * kib;  // what a new thread has on it before anything is called
constexpr unsigned char untouched = 0xA5;

using Call = std::function<void()>;

// A thread's stack, with a guard that ends the program below it.
class Stack {
 public:
  explicit Stack(std::size_t size) : size_(size) {
    memory_ = mmap(nullptr, size_ + guard, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    REQUIRE(memory_ != MAP_FAILED);
    REQUIRE(mprotect(memory_, guard, PROT_NONE) == 0);
  }
  Stack(const Stack&) = delete;
  Stack& operator=(const Stack&) = delete;
  ~Stack() { munmap(memory_, size_ + guard); }

  unsigned char* low() const noexcept { return static_cast<unsigned char*>(memory_) + guard; }

  void run(void* (*begin)(void*), void* argument) const {
    pthread_attr_t attributes{};
    pthread_t thread{};
    REQUIRE(pthread_attr_init(&attributes) == 0);
    REQUIRE(pthread_attr_setstack(&attributes, low(), size_) == 0);
    REQUIRE(pthread_create(&thread, &attributes, begin, argument) == 0);
    REQUIRE(pthread_join(thread, nullptr) == 0);
    pthread_attr_destroy(&attributes);
  }

 private:
  static constexpr std::size_t guard = 64 * kib;
  std::size_t size_;
  void* memory_ = nullptr;
};

struct Measured {
  const Call& call;
  unsigned char* low;
  std::size_t used = 0;
};

// Paints the stack below, calls, and looks how far the paint is gone.
[[gnu::noinline]] void* measure(void* argument) {
  auto& measured = *static_cast<Measured*>(argument);
  auto* const here = static_cast<unsigned char*>(__builtin_frame_address(0));
  auto* const high = here - kib;
  for (volatile unsigned char* at = measured.low; at < high; ++at) *at = untouched;
  measured.call();
  const auto* const deepest = std::find_if(measured.low, high, [](unsigned char byte) { return byte != untouched; });
  measured.used = static_cast<std::size_t>(here - deepest);
  return nullptr;
}

void* only_call(void* argument) {
  (*static_cast<const Call*>(argument))();
  return nullptr;
}

std::size_t stack_of(const Call& call) {
  constexpr std::size_t ample = 1024 * kib;
  const Stack stack(ample);
  Measured measured{call, stack.low()};
  stack.run(measure, &measured);
  return measured.used;
}

}  // namespace

// Measured first, so that what needs too much is a failure with a number; then for what it is.
void fits(const std::string& what, const Call& call) {
  const std::size_t used = stack_of(call);
  CAPTURE(what);
  CAPTURE(used);
  REQUIRE(used <= promised - of_the_thread);
  Stack(promised).run(only_call, const_cast<Call*>(&call));
}

}  // namespace caller
