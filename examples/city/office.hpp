// The city's desk on its file, in an office with bad wiring: whoever works here asks again after a power cut.
#pragma once

#include <birthcase/desk.hpp>

#include "dice.hpp"
#include "tally.hpp"
#include "unsteady_store.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace city {

using birthcase::Case;
using birthcase::DateTime;

class Office {
 public:
  Office(std::string file, std::uint64_t seed, Tally& tally);

  /// Called when there may be messages to carry.
  std::function<void()> has_messages{};

  /// The next change is cut by a power failure.
  void let_power_fail();

  store::Executed open(const std::string& case_id, const birthcase::Profile& profile, const std::string& by,
                       const std::string& application, const DateTime& now);
  store::Executed execute(const std::string& case_id, const std::string& by, birthcase::CommandBody body,
                          const DateTime& now);

  /// The case as the answers of the desk made it, which now and then is compared with what the file says.
  const Case& state(const std::string& case_id) const { return cases_.at(case_id); }
  bool has(const std::string& case_id) const { return cases_.contains(case_id); }

  /// Empty where the power failed: whoever asked knows nothing.
  std::vector<store::Leased> lease(const std::string& connector, const DateTime& now);

  /// Whether the outbox was told that the message has arrived.
  bool acknowledge(const std::string& message_id, const std::string& connector);

  store::Store& store() noexcept { return *store_; }
  store::Desk& desk() noexcept { return *desk_; }
  const std::string& file() const noexcept { return file_; }

 private:
  template <class Work>
  store::Executed through_cuts(const std::string& case_id, std::string_view kind, const DateTime& now, Work work);
  void take_in(const std::string& case_id, const store::Outcome& outcome, const DateTime& now);
  void come_back(const std::string& case_id, const PowerCut& cut);
  void reopen();
  std::uint64_t version_of(const std::string& case_id);

  std::string file_;
  Dice dice_;
  Tally& tally_;
  std::unique_ptr<UnsteadyStore> store_{};
  std::unique_ptr<store::Desk> desk_{};
  std::map<std::string, birthcase::Profile> profiles_{};
  std::map<std::string, Case> cases_{};
};

}  // namespace city
