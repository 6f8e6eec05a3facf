#include "memory.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace birthcase::tests {
namespace {

constexpr unsigned char mask = 0xa5;

bool starts_with(const char* bytes, std::string_view masked) {
  for (std::size_t place = 0; place < masked.size(); ++place) {
    const auto byte = static_cast<unsigned char>(bytes[place]);
    if ((byte ^ mask) != static_cast<unsigned char>(masked[place])) return false;
  }
  return true;
}

bool is_between(int memory, std::uint64_t from, std::uint64_t until, std::string_view masked) {
  static std::array<char, 65536> part;
  while (from + masked.size() <= until) {
    const auto wanted = std::min<std::uint64_t>(part.size(), until - from);
    const auto got = ::pread(memory, part.data(), wanted, static_cast<off_t>(from));
    if (got < static_cast<ssize_t>(masked.size())) return false;
    const std::size_t places = static_cast<std::size_t>(got) - masked.size() + 1;
    for (std::size_t place = 0; place < places; ++place) {
      if (starts_with(part.data() + place, masked)) return true;
    }
    from += places;
  }
  return false;
}

}  // namespace

std::string masked(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) text += static_cast<char>(static_cast<unsigned char>(byte) ^ mask);
  return text;
}

bool is_in_memory(std::string_view masked) {
  const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
  std::ifstream maps("/proc/self/maps");
  bool found = false;
  for (std::string line; std::getline(maps, line);) {
    const auto dash = line.find('-');
    const auto space = line.find(' ');
    if (line.compare(space + 1, 2, "rw") != 0) continue;
    const auto from = std::stoull(line.substr(0, dash), nullptr, 16);
    const auto until = std::stoull(line.substr(dash + 1, space - dash - 1), nullptr, 16);
    found = found || is_between(memory, from, until, masked);
  }
  ::close(memory);
  return found;
}

}  // namespace birthcase::tests
