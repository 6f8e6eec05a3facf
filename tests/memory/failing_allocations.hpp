// Memory that runs out when a test says so: for every allocation of this program, whichever library makes it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace birthcase::tests {

/// Whether this program decides on its allocations. A sanitizer does in its place, and so does any libc but glibc; then
/// nothing ever fails here, and a test has to say that it was skipped.
bool allocations_can_fail() noexcept;

/// How memory runs out.
enum class Shortage : std::uint8_t {
  passing,  ///< one allocation fails, those after it do not
  lasting,  ///< and all after it
};

/// While this lives, the `nth` allocation of this thread, counted from 1, fails. Blocks of fewer bytes than `smallest`
/// are always there. One at a time.
class FailingAllocation {
 public:
  FailingAllocation(std::size_t nth, Shortage shortage, std::size_t smallest = 0) noexcept;
  ~FailingAllocation();
  FailingAllocation(const FailingAllocation&) = delete;
  FailingAllocation& operator=(const FailingAllocation&) = delete;

  /// Whether it has come to that.
  bool has_failed() const noexcept;
};

/// The blocks of memory that this thread has taken and not given back.
std::ptrdiff_t live_blocks() noexcept;

/// Makes an attempt with its first allocation failing, with its second, and so on until it needs no more; first with a
/// passing shortage, then with a lasting one. `check(failed)` follows each attempt, when there is memory again; in the
/// last one of each kind nothing has failed. `stride` leaves allocations out, for attempts that make very many.
/// The attempt must catch what it throws. Answers how many allocations failed.
template <class Attempt, class Check>
std::size_t for_each_failing_allocation(const Attempt& attempt, const Check& check, std::size_t stride = 1) {
  std::size_t failures = 0;
  for (const Shortage shortage : {Shortage::passing, Shortage::lasting}) {
    bool failed = true;
    for (std::size_t nth = 1; failed; nth += stride) {
      {
        const FailingAllocation failing(nth, shortage);
        attempt();
        failed = failing.has_failed();
      }
      if (failed) ++failures;
      check(failed);
    }
  }
  return failures;
}

}  // namespace birthcase::tests
