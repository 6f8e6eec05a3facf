#include "child_process.hpp"

#include "failing_allocations.hpp"

#include <array>
#include <csignal>
#include <cstdint>
#include <new>
#include <sys/wait.h>
#include <unistd.h>

namespace birthcase::tests {
namespace {

constexpr unsigned seconds_to_live = 60;  // for a child that waits for a lock which was never let go

// Runs a function in a child process, and gives what it wrote and how it ended.
struct Child {
  std::string output;
  bool crashed = true;
};
Child run(const std::function<void(int output)>& function) {
  Child result;
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return result;
  const pid_t child = fork();
  if (child < 0) return result;
  if (child == 0) {
    for (const int crash : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL}) std::signal(crash, SIG_DFL);
    alarm(seconds_to_live);
    function(ends[1]);
    _exit(0);
  }
  close(ends[1]);
  std::array<char, 4096> buffer{};
  for (ssize_t count = 0; (count = read(ends[0], buffer.data(), buffer.size())) > 0;) {
    result.output.append(buffer.data(), static_cast<std::size_t>(count));
  }
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  result.crashed = !WIFEXITED(status) || WEXITSTATUS(status) != 0;
  return result;
}

void write_all(int output, const char* bytes, std::size_t count) noexcept {
  while (count > 0) {
    const ssize_t written = write(output, bytes, count);
    if (written <= 0) return;
    bytes += written;
    count -= static_cast<std::size_t>(written);
  }
}

enum class Ending : std::uint8_t { answered, out_of_memory, answered_otherwise, threw_otherwise, crashed };

const char* to_string(Ending ending) noexcept {
  constexpr std::array names{"answered", "out of memory", "answered otherwise", "threw otherwise", "crashed"};
  return names[static_cast<std::size_t>(ending)];
}

Ending ending_of(const std::function<std::string()>& call, const std::string& wanted) noexcept {
  try {
    return call() == wanted ? Ending::answered : Ending::answered_otherwise;
  } catch (const std::bad_alloc&) {
    return Ending::out_of_memory;
  } catch (...) {
    return Ending::threw_otherwise;
  }
}

// How a call came out in a child process while memory ran out, and how the same call came out after it.
struct EndingsOfChild {
  Ending first = Ending::crashed;
  Ending second = Ending::crashed;
  bool failed = true;  // whether it came to the allocation that should fail
};

EndingsOfChild endings_of_child(const std::function<std::string()>& call, const std::string& wanted, std::size_t nth,
                                Shortage shortage) {
  const Child child = run([&](int output) {
    std::array<char, 3> endings{};
    {
      const FailingAllocation failing(nth, shortage);
      endings[0] = static_cast<char>(ending_of(call, wanted));
      endings[1] = static_cast<char>(failing.has_failed());
    }
    write_all(output, endings.data(), 2);
    endings[2] = static_cast<char>(ending_of(call, wanted));
    write_all(output, &endings[2], 1);
  });
  EndingsOfChild result;
  if (child.output.size() >= 2) result.first = static_cast<Ending>(child.output[0]);
  if (child.output.size() >= 2) result.failed = child.output[1] != 0;
  if (child.output.size() >= 3) result.second = static_cast<Ending>(child.output[2]);
  return result;
}

}  // namespace

std::string answer_of_child(const std::function<std::string()>& call) {
  const Child child = run([&call](int output) {
    const std::string answer = call();
    write_all(output, answer.data(), answer.size());
  });
  return child.crashed ? std::string() : child.output;
}

std::map<std::string, std::size_t> endings_of_children(const std::function<std::string()>& call,
                                                       const std::string& wanted, std::size_t stride) {
  std::map<std::string, std::size_t> tally;
  for (const Shortage shortage : {Shortage::passing, Shortage::lasting}) {
    bool failed = true;
    for (std::size_t nth = 1; failed; nth += stride) {
      const EndingsOfChild endings = endings_of_child(call, wanted, nth, shortage);
      failed = endings.failed;
      if (failed) ++tally[std::string(to_string(endings.first)) + ", then " + to_string(endings.second)];
    }
  }
  return tally;
}

}  // namespace birthcase::tests
