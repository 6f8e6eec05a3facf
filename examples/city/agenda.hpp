// What is going to happen when: the clock of the simulation goes from one entry to the next.
#pragma once

#include <birthcase/date.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <queue>
#include <string>
#include <utility>
#include <vector>

namespace city {

using birthcase::DateTime;

class Agenda {
 public:
  using Action = std::function<void()>;

  const DateTime& now() const noexcept { return now_; }
  void begin(const DateTime& moment) { now_ = moment; }

  /// Something that happens at a moment, for the sake of a case; an empty case is nobody's.
  void add(const DateTime& moment, std::string case_id, Action action) {
    ++awaited_[case_id];
    entries_.push({moment, ++count_, std::move(case_id), std::move(action)});
  }

  /// Lets everything happen up to a moment; what comes later stays on the agenda.
  void run_until(const DateTime& end) {
    while (!entries_.empty() && entries_.top().at <= end) {
      const Entry entry = entries_.top();
      entries_.pop();
      --awaited_[entry.case_id];
      if (entry.at > now_) now_ = entry.at;
      entry.action();
    }
    now_ = end;
  }

  /// Whether something is still to happen for a case.
  bool awaits(const std::string& case_id) const {
    const auto found = awaited_.find(case_id);
    return found != awaited_.end() && found->second > 0;
  }

 private:
  struct Entry {
    DateTime at;
    std::uint64_t number = 0;  // what was added first happens first
    std::string case_id;
    Action action;

    bool operator<(const Entry& other) const { return at != other.at ? at > other.at : number > other.number; }
  };

  DateTime now_{};
  std::uint64_t count_ = 0;
  std::priority_queue<Entry> entries_{};
  std::map<std::string, int> awaited_{};
};

}  // namespace city
