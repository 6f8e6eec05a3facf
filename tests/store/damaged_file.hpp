// One damaged file: how it is damaged, and whether everything that can be done with it is right even so.
#pragma once

#include "choices.hpp"
#include "sample.hpp"

#include <cstdint>
#include <string>

namespace birthcase::tests {

/// What came of it.
enum class Noticed : std::uint8_t {
  told,       ///< opening or `verify` says that it is damaged
  by_digest,  ///< only the digest that `verify` gives is another one: the file was emptied
  loose,      ///< nobody can: what only the outbox knows is another thing that can be
  equal,      ///< there is nothing to notice: every row is as it was
  not_at_all,
};

struct FileTrial {
  std::string damage{};  ///< what was done to the file
  Noticed noticed = Noticed::not_at_all;
  std::string fault{};  ///< a promise that was not kept; empty if there is none
};

/// Damages the bytes of a file and says how.
std::string damage(std::string& bytes, const Sample& sample, Choices& choices);

/// Damages the sample, writes it to `file` and does with it whatever can be done. Removes the file.
FileTrial try_damaged_file(const std::string& file, const Sample& sample, Choices& choices);

}  // namespace birthcase::tests
