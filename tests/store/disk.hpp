// Disks that fail: full ones, read-only ones, and a user who may not write.
#pragma once

#include <functional>
#include <string>

namespace birthcase::tests {

/// A small file system of its own over a folder, in a mount namespace of this process; where that is not permitted
/// `mounted()` is false.
class SmallDisk {
 public:
  SmallDisk(const std::string& folder, const char* options);
  ~SmallDisk();
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool mounted() const noexcept { return mounted_; }

  /// Changes it while it is in use: `size=8m`, or read-only.
  bool remount(const char* options, bool read_only = false) const;

 private:
  std::string folder_;
  bool mounted_ = false;
};

/// Runs something in a child process as a user without rights; its exit status, or -1 where this user cannot become
/// another one.
int as_nobody(const std::function<int()>& body);

}  // namespace birthcase::tests
