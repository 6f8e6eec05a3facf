// A folder for the files of a target, gone at the end; in memory where there is room: nothing here is about the disk.
#pragma once

#include "invariant.hpp"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <unistd.h>

namespace fuzz {

class StoreFolder {
 public:
  StoreFolder() {
    const char* memory = "/dev/shm";
    const bool there = ::access(memory, W_OK | X_OK) == 0;
    name_ = (there ? std::string(memory) : std::filesystem::temp_directory_path().string()) + "/birthcase-fuzz-XXXXXX";
    must(::mkdtemp(name_.data()) != nullptr, "a folder can be made");
  }
  ~StoreFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(name_, ignored);
  }
  StoreFolder(const StoreFolder&) = delete;
  StoreFolder& operator=(const StoreFolder&) = delete;

  std::string file(const std::string& name) const { return name_ + "/" + name; }
  const std::string& name() const noexcept { return name_; }

 private:
  std::string name_;
};

}  // namespace fuzz
