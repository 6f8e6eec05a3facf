#include "program.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utility>

namespace birthcase::cli_tests {
namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "birthcase-cli-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  std::string operator/(std::string_view name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

const Folder& folder() {
  static const Folder only;
  return only;
}

std::string text_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

void redirect(const std::string& file, int flags, int descriptor) {
  const int opened = open(file.c_str(), flags, 0600);
  if (opened < 0 || dup2(opened, descriptor) < 0) _exit(127);
}

[[noreturn]] void become(const char* program, const std::vector<std::string>& arguments) {
  std::vector<char*> argv{const_cast<char*>(program)};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  execv(program, argv.data());
  _exit(127);
}

const char* program_path() {
  const char* program = std::getenv("BIRTHCASE_CLI");
  if (program == nullptr) throw std::runtime_error("BIRTHCASE_CLI does not name the program");
  return program;
}

// Both ends of a terminal that passes on every byte as it is.
struct Terminal {
  int reader = posix_openpt(O_RDWR | O_NOCTTY);
  int writer = -1;

  Terminal() {
    if (reader < 0 || grantpt(reader) != 0 || unlockpt(reader) != 0) throw std::runtime_error("no terminal");
    writer = open(ptsname(reader), O_RDWR | O_NOCTTY);
    termios settings{};
    if (writer < 0 || tcgetattr(writer, &settings) != 0) throw std::runtime_error("no terminal");
    cfmakeraw(&settings);
    if (tcsetattr(writer, TCSANOW, &settings) != 0) throw std::runtime_error("no terminal");
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  ~Terminal() { close(reader); }

  // All that is written until nobody can write any more.
  std::string read_all() {
    close(writer);
    std::string text;
    std::array<char, 4096> part{};
    for (;;) {
      const auto count = read(reader, part.data(), part.size());
      if (count <= 0) return text;
      text.append(part.data(), static_cast<std::size_t>(count));
    }
  }
};

}  // namespace

bool Outcome::complained_once() const {
  return std::count(errors.begin(), errors.end(), '\n') == 1 && errors.ends_with('\n');
}

Outcome run_into(const std::string& output_file, const std::vector<std::string>& arguments, std::string_view input) {
  const char* program = program_path();
  const std::string in = file_with(input, "stdin");
  const std::string err = folder() / "stderr";
  const pid_t child = fork();
  if (child == 0) {
    redirect(in, O_RDONLY, STDIN_FILENO);
    redirect(output_file, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    redirect(err, O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    become(program, arguments);
  }
  int status = 0;
  waitpid(child, &status, 0);
  const bool ended = WIFEXITED(status);
  const bool is_file = fs::is_regular_file(output_file);
  return {ended ? WEXITSTATUS(status) : -1, is_file ? text_of(output_file) : std::string(), text_of(err)};
}

Outcome run(const std::vector<std::string>& arguments, std::string_view input) {
  return run_into(folder() / "stdout", arguments, input);
}

Outcome run_on_terminal(const std::vector<std::string>& arguments) {
  const char* program = program_path();
  const std::string err = folder() / "stderr";
  Terminal terminal;
  const pid_t child = fork();
  if (child == 0) {
    redirect("/dev/null", O_RDONLY, STDIN_FILENO);
    redirect(err, O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    if (dup2(terminal.writer, STDOUT_FILENO) < 0) _exit(127);
    close(terminal.writer);
    unsetenv("NO_COLOR");
    become(program, arguments);
  }
  std::string output = terminal.read_all();
  int status = 0;
  waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, std::move(output), text_of(err)};
}

std::string example(std::string_view name) {
  return std::string(BIRTHCASE_SOURCE_DIR "/examples/applications/") + std::string(name);
}

std::string file_with(std::string_view text, std::string_view name) {
  std::string file = folder() / name;
  std::ofstream(file, std::ios::binary) << text;
  return file;
}

std::string place_for(std::string_view name) { return folder() / name; }

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto feed = text.find('\n');
    lines.emplace_back(text.substr(0, feed));
    text.remove_prefix(feed == std::string_view::npos ? text.size() : feed + 1);
  }
  return lines;
}

}  // namespace birthcase::cli_tests
