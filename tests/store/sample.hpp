// A small store with cases in every state, for those who damage it or what is exported from it.
#pragma once

#include <birthcase/desk.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::tests {

/// The rows of each table, each as one text, in an order of their own.
using Contents = std::map<std::string, std::vector<std::string>, std::less<>>;

/// Every row of a file of SQLite; or only what events, rules and people say, without what the outbox alone knows, nor
/// how a deadline stood when it was written. Throws `std::runtime_error` where it cannot be read.
Contents contents_of(const std::string& file);
Contents firm_contents_of(const std::string& file);

/// The store, as a file and as what is known of it.
struct Sample {
  /// Makes the files of a sample in a folder.
  static void make(const std::string& folder);

  /// Reads them. Every process that does has the same sample.
  explicit Sample(const std::string& folder);

  std::string bytes;    ///< of the file
  std::string earlier;  ///< of the same file, some commands before
  std::string digest;   ///< what `verify` says of it
  Contents contents;
  Contents firm;
  std::vector<std::string> exports;  ///< of each case
  std::vector<std::string> secrets;  ///< texts that no error may show
};

inline constexpr std::size_t sample_page = 4096;

/// Every case of the sample.
const std::vector<std::string>& sample_cases();

/// A moment after everything that was done in it.
DateTime after_sample();

/// Reads and writes files as they are.
std::string read_bytes(const std::string& file);
void write_bytes(const std::string& file, std::string_view bytes);

}  // namespace birthcase::tests
