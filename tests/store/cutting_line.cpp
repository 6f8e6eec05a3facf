#include "cutting_line.hpp"

#include <cstdlib>
#include <poll.h>
#include <stdexcept>
#include <string_view>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace birthcase::tests {
namespace {

namespace fs = std::filesystem;

constexpr const char* name = ".s.PGSQL.5432";
constexpr std::string_view commit("COMMIT\0", 7);  // `READ COMMITTED` is none

sockaddr_un address_of(const fs::path& folder) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = (folder / name).string();
  if (path.size() >= sizeof address.sun_path) throw std::runtime_error("a socket's name is too long");
  path.copy(address.sun_path, path.size());
  return address;
}

int connected_to(const fs::path& folder) {
  const sockaddr_un address = address_of(folder);
  const int line = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (::connect(line, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return line;
  ::close(line);
  return -1;
}

// What there is to read, passed on; empty at the end.
std::string pass(int from, int to) {
  char buffer[65536];
  const auto bytes = ::read(from, buffer, sizeof buffer);
  if (bytes <= 0) return {};
  std::string passed(buffer, static_cast<std::size_t>(bytes));
  for (std::size_t done = 0; done < passed.size();) {
    const auto written = ::send(to, passed.data() + done, passed.size() - done, MSG_NOSIGNAL);
    if (written <= 0) return {};
    done += static_cast<std::size_t>(written);
  }
  return passed;
}

void wait_for_answer(int server) {
  char answer[65536];
  (void)!::read(server, answer, sizeof answer);
}

}  // namespace

CuttingLine::CuttingLine(const fs::path& socket_folder) : server_(socket_folder) {
  std::string made = (fs::temp_directory_path() / "birthcase-line-XXXXXX").string();
  if (::mkdtemp(made.data()) == nullptr) throw std::runtime_error("no folder for a line");
  folder_ = made;
  const sockaddr_un address = address_of(folder_);
  listening_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (::bind(listening_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
      ::listen(listening_, 8) != 0) {
    throw std::runtime_error("no line");
  }
  listener_ = std::thread([this] { listen(); });
}

CuttingLine::~CuttingLine() {
  ::shutdown(listening_, SHUT_RDWR);
  listener_.join();
  for (std::thread& line : lines_) line.join();
  ::close(listening_);
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void CuttingLine::listen() {
  for (int client; (client = ::accept(listening_, nullptr, nullptr)) >= 0;) {
    lines_.emplace_back([this, client] { pass_on(client); });
  }
}

// The client must not be told: what it sent last is done by the server, and nobody knows.
void CuttingLine::pass_on(int client) {
  const int server = connected_to(server_);
  pollfd both[] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
  while (server >= 0 && ::poll(both, 2, -1) > 0) {
    if (both[1].revents != 0 && pass(server, client).empty()) break;
    if (both[0].revents == 0) continue;
    const std::string said = pass(client, server);
    if (said.empty()) break;
    if (armed_ && said.find(commit) != std::string::npos) {
      wait_for_answer(server);
      armed_ = false;
      break;
    }
  }
  ::close(client);
  if (server >= 0) ::close(server);
}

}  // namespace birthcase::tests
