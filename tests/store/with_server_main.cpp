// Runs a command beside a server of PostgreSQL that is there for it alone.
//
//     birthcase_with_server COMMAND [ARGUMENTS]
//
// BIRTHCASE_TEST_STORE tells the command where an empty database is. Where there cannot be a server, says so instead.
#include "cluster.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

int main(int count, char** arguments) {
  using birthcase::tests::Cluster;
  if (count < 2) return 2;
  if (const std::string missing = Cluster::missing(); !missing.empty()) {
    std::printf("PostgreSQL: skipped, %s\n", missing.c_str());
    return 0;
  }
  Cluster server;
  ::setenv("BIRTHCASE_TEST_STORE", server.make_database("births").c_str(), 1);
  const pid_t child = ::fork();
  if (child == 0) {
    ::execvp(arguments[1], arguments + 1);
    ::_exit(127);
  }
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) != child || !WIFEXITED(status)) return 1;
  return WEXITSTATUS(status);
}
