#include "disk.hpp"

#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sched.h>
#include <sys/mount.h>
#endif

namespace birthcase::tests {

#ifdef __linux__

SmallDisk::SmallDisk(const std::string& folder, const char* options) : folder_(folder) {
  static const bool alone =
      ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
  mounted_ = alone && ::mount("tmpfs", folder_.c_str(), "tmpfs", 0, options) == 0;
}

SmallDisk::~SmallDisk() {
  if (mounted_) ::umount2(folder_.c_str(), MNT_DETACH);
}

bool SmallDisk::remount(const char* options, bool read_only) const {
  unsigned long flags = MS_REMOUNT;
  if (read_only) flags |= MS_RDONLY;
  return ::mount("tmpfs", folder_.c_str(), "tmpfs", flags, options) == 0;
}

#else

SmallDisk::SmallDisk(const std::string& folder, const char*) : folder_(folder) {}
SmallDisk::~SmallDisk() = default;
bool SmallDisk::remount(const char*, bool) const { return false; }

#endif

int as_nobody(const std::function<int()>& body) {
  constexpr int not_permitted = 99;
  constexpr unsigned nobody = 65534;
  const pid_t child = ::fork();
  if (child == 0) {
    const bool became = ::setgid(nobody) == 0 && ::setuid(nobody) == 0;
    ::_exit(became ? body() : not_permitted);
  }
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) != child || !WIFEXITED(status)) return -2;
  return WEXITSTATUS(status) == not_permitted ? -1 : WEXITSTATUS(status);
}

}  // namespace birthcase::tests
