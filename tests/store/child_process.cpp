#include "child_process.hpp"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <signal.h>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace birthcase::tests {
namespace {

[[noreturn]] void become(const std::vector<std::string>& arguments, int output) {
  ::dup2(output, STDOUT_FILENO);
  std::vector<char*> all;
  std::string self = "/proc/self/exe";
  all.push_back(self.data());
  std::vector<std::string> copies = arguments;
  for (std::string& argument : copies) all.push_back(argument.data());
  all.push_back(nullptr);
  ::execv(self.c_str(), all.data());
  std::perror("cannot start a child");
  ::_exit(127);
}

}  // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& arguments) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) std::abort();
  child_ = ::fork();
  if (child_ < 0) std::abort();
  if (child_ == 0) become(arguments, ends[1]);
  ::close(ends[1]);
  output_ = ends[0];
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : child_(other.child_), output_(other.output_), written_(std::move(other.written_)) {
  other.child_ = -1;
  other.output_ = -1;
}

ChildProcess::~ChildProcess() {
  if (output_ >= 0) ::close(output_);
  if (child_ < 0) return;
  kill();
  ::waitpid(child_, nullptr, 0);
}

void ChildProcess::kill() noexcept { ::kill(child_, SIGKILL); }

// Whether there was something to read.
bool ChildProcess::read_on() {
  char buffer[65536];
  const auto bytes = ::read(output_, buffer, sizeof buffer);
  if (bytes > 0) written_.append(buffer, static_cast<std::size_t>(bytes));
  return bytes > 0;
}

void ChildProcess::wait_for_lines(std::size_t count, std::string_view word) {
  const std::string beginning = "\n" + std::string(word);
  const auto lines = [&] {
    const std::string text = "\n" + written_;
    std::size_t found = 0;
    for (auto at = text.find(beginning); at != std::string::npos; at = text.find(beginning, at + 1)) ++found;
    return found;
  };
  while (lines() < count && read_on()) {
  }
}

std::vector<std::string> ChildProcess::lines() {
  while (read_on()) {
  }
  std::vector<std::string> all;
  std::istringstream stream(written_);
  for (std::string line; std::getline(stream, line);) all.push_back(line);
  return all;
}

int ChildProcess::end() {
  int status = 0;
  if (::waitpid(child_, &status, 0) != child_) std::abort();
  child_ = -1;
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

void tell(std::string_view line) {
  const std::string whole = std::string(line) + '\n';
  if (::write(STDOUT_FILENO, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) std::abort();
}

std::vector<std::string> words(std::string_view line) {
  std::vector<std::string> all;
  std::istringstream stream{std::string(line)};
  for (std::string word; stream >> word;) all.push_back(word);
  return all;
}

}  // namespace birthcase::tests
