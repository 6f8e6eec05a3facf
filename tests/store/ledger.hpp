// What those outside have been told, held against what a file says.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::tests {

/// A case's owner remembers each answer; a department does each message once, however often it comes.
class Ledger {
 public:
  /// Takes a line of a worker, see kill_worker.hpp.
  void take(std::string_view line);

  /// Compares with a file; what does not fit goes to `faults`.
  void compare(const std::string& file);

  /// As `compare`, when everything has been carried: each message has had its effect, once.
  void compare_at_the_end(const std::string& file);

  std::vector<std::string> faults{};
  std::uint64_t answers = 0;     ///< acknowledged commands
  std::uint64_t deliveries = 0;  ///< messages that came
  std::uint64_t effects = 0;     ///< messages that came for the first time

 private:
  struct Answer {
    std::uint64_t version = 0;
    std::string digest{};
  };

  void fault(std::string what) { faults.push_back(std::move(what)); }
  void take_delivery(const std::string& message, const std::string& digest);
  void compare_answers(const std::string& file);
  void compare_outbox(const std::string& file);

  std::map<std::string, std::vector<Answer>> answered_{};  // by case
  std::map<std::string, std::string> received_{};          // digest by message
  std::map<std::string, bool> acknowledged_{};             // by message
};

}  // namespace birthcase::tests
