/// Who told each fact of a draft, and what it was before.
#pragma once

#include <birthcase/event.hpp>
#include <birthcase/profile.hpp>

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::cli {

class FactHistory {
 public:
  FactHistory(const Profile& profile, std::span<const Event> events);

  /// Whether this author told what the fact is now.
  bool is_told_by(const std::string& fact, std::string_view author) const;

  /// Whether the fact had this value before it got the one that it has now.
  bool had_before(const std::string& fact, const Value& value) const;

 private:
  struct Told {
    std::string by;
    Value value;
  };

  void add(const std::string& by, const NamedFact& fact) { told_[fact.fact].push_back({by, fact.value}); }

  std::map<std::string, std::vector<Told>> told_;  // by the names of the facts, in the order of the events
};

}  // namespace birthcase::cli
