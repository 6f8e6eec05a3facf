#include "cluster.hpp"

#include "raw.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#ifdef BIRTHCASE_POSTGRESQL
#include <libpq-fe.h>
#endif

namespace birthcase::tests {
namespace {

namespace fs = std::filesystem;

constexpr auto patience = std::chrono::seconds(60);

// Where the server's programs are: on the path, or where Debian puts them.
fs::path programs() {
  const char* path = std::getenv("PATH");
  std::vector<fs::path> folders;
  for (std::string_view rest = path == nullptr ? "" : path; !rest.empty();) {
    const auto end = std::min(rest.find(':'), rest.size());
    folders.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::error_code none;
  for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", none))
    folders.push_back(version.path() / "bin");
  for (const fs::path& folder : folders) {
    if (fs::exists(folder / "initdb", none) && fs::exists(folder / "postgres", none)) return folder;
  }
  return {};
}

const passwd* other_user() { return ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr; }

// Starts a program as the server's user, with what it says in a file. It ends where this program ends.
pid_t start_program(const std::vector<std::string>& arguments, const fs::path& said) {
  const passwd* user = other_user();
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("no process for a server");
  if (child != 0) return child;
  if (user != nullptr &&
      (::initgroups(user->pw_name, user->pw_gid) != 0 || ::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0)) {
    ::_exit(126);
  }
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
  const int log = ::open(said.c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600);
  ::dup2(log, STDOUT_FILENO);
  ::dup2(log, STDERR_FILENO);
  if (::chdir("/") != 0) ::_exit(126);
  std::vector<char*> all;
  for (const std::string& argument : arguments) all.push_back(const_cast<char*>(argument.c_str()));
  all.push_back(nullptr);
  ::execv(all.front(), all.data());
  ::_exit(127);
}

fs::path new_folder() {
  std::string name = (fs::temp_directory_path() / "birthcase-pg-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for a server");
  const passwd* user = other_user();
  if (user != nullptr && ::chown(name.c_str(), user->pw_uid, user->pw_gid) != 0) {
    throw std::runtime_error("no folder for a server");
  }
  return name;
}

}  // namespace

std::string Cluster::missing() {
#ifndef BIRTHCASE_POSTGRESQL
  return "this library was built without PostgreSQL";
#else
  if (programs().empty()) return "PostgreSQL is not installed (Debian: postgresql)";
  if (::geteuid() == 0 && other_user() == nullptr)
    return "a server does not run as root, and there is no user postgres";
  return {};
#endif
}

Cluster::Cluster(bool durable) : folder_(new_folder()), durable_(durable) {
  const pid_t made = start_program({(programs() / "initdb").string(), "-D", (folder_ / "data").string(), "--no-sync",
                                    "--auth=trust", "--encoding=UTF8", "--locale=C", "-U", "birthcase"},
                                   folder_ / "log");
  int status = 0;
  if (::waitpid(made, &status, 0) != made || status != 0)
    throw std::runtime_error("initdb failed: " + folder_.string());
  start();
}

Cluster::~Cluster() {
  end(SIGQUIT);
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

// Nothing but the tests removes old rows, so that they see who does.
void Cluster::start() {
  std::vector<std::string> arguments{(programs() / "postgres").string(), "-D", (folder_ / "data").string(), "-k",
                                     folder_.string()};
  for (const char* setting : {"listen_addresses=", "autovacuum=off", "max_connections=100", "shared_buffers=64MB",
                              "restart_after_crash=on"}) {
    arguments.insert(arguments.end(), {"-c", setting});
  }
  if (!durable_) arguments.insert(arguments.end(), {"-c", "fsync=off", "-c", "full_page_writes=off"});
  const auto until = std::chrono::steady_clock::now() + patience;
  do {
    server_ = start_program(arguments, folder_ / "log");
    if (answers_before(until)) return;
  } while (std::chrono::steady_clock::now() < until);
  throw std::runtime_error("no server: " + folder_.string());
}

// No, where it has ended: it does not begin while processes of one that was killed are still there.
bool Cluster::answers_before([[maybe_unused]] std::chrono::steady_clock::time_point until) {
#ifdef BIRTHCASE_POSTGRESQL
  while (std::chrono::steady_clock::now() < until) {
    if (::waitpid(server_, nullptr, WNOHANG) != 0) {
      server_ = -1;
      return false;
    }
    if (PQping(location("postgres").c_str()) == PQPING_OK) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
#endif
  end(SIGKILL);
  return false;
}

std::string Cluster::location(std::string_view database) const {
  return "postgresql://birthcase@/" + std::string(database) + "?host=" + folder_.string();
}

std::string Cluster::make_database(const std::string& name) {
  Raw(location("postgres")).run("CREATE DATABASE \"" + name + "\" TEMPLATE template0");
  return location(name);
}

void Cluster::empty_database(const std::string& name) {
  terminate_connections(name);
  Raw(location(name)).run("DROP SCHEMA IF EXISTS birthcase CASCADE");
}

// One that has ended is not signalled: its number may be another process's by then.
void Cluster::end(int signal) noexcept {
  if (server_ <= 0) return;
  ::kill(server_, signal);
  ::waitpid(server_, nullptr, 0);
  server_ = -1;
}

void Cluster::crash() {
  end(SIGKILL);
  start();
}

// A server that was hurt a moment ago may break off once more.
std::vector<std::vector<std::string>> Cluster::ask(const std::string& sql) const {
  for (int tries = 1;; ++tries) try {
      return Raw(location("postgres")).rows(sql);
    } catch (const std::runtime_error&) {
      if (tries == 10) throw;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
}

bool Cluster::kill_a_backend(unsigned which, std::string_view database) {
  const auto all = ask("SELECT pid FROM pg_stat_activity WHERE datname = '" + std::string(database) + "'");
  return !all.empty() && ::kill(std::stoi(all[which % all.size()].front()), SIGKILL) == 0;
}

void Cluster::terminate_connections(std::string_view database) {
  (void)ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + std::string(database) + "'");
}

}  // namespace birthcase::tests
