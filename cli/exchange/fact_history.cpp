#include "exchange/fact_history.hpp"

#include <birthcase/application.hpp>
#include <birthcase/plan.hpp>

#include <algorithm>

namespace birthcase::cli {
namespace {

void add_values(const Profile& profile, const FactStore::Values& values, std::uint16_t newborn,
                std::vector<NamedFact>& facts) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const FactRef fact{static_cast<std::uint16_t>(i), newborn};
    if (!values[i].is_unknown()) facts.push_back({fact_name(profile, fact), values[i]});
  }
}

std::vector<NamedFact> facts_of(const Profile& profile, std::string_view json) {
  std::vector<NamedFact> facts;
  const auto application = Application::parse(profile, json);
  if (!application) return facts;
  const auto store = application->facts();
  add_values(profile, store->family, FactRef::family, facts);
  for (std::size_t i = 0; i < store->newborns.size(); ++i) {
    add_values(profile, store->newborns[i], static_cast<std::uint16_t>(i), facts);
  }
  return facts;
}

}  // namespace

FactHistory::FactHistory(const Profile& profile, std::span<const Event> events) {
  for (const Event& event : events) {
    if (const auto* opened = std::get_if<events::Opened>(&event.body)) {
      for (const NamedFact& fact : facts_of(profile, opened->application.value)) add(event.by, fact);
    } else if (const auto* set = std::get_if<events::FactsSet>(&event.body)) {
      for (const NamedFact& fact : set->facts.value) add(event.by, fact);
    }
  }
}

bool FactHistory::is_told_by(const std::string& fact, std::string_view author) const {
  const auto found = told_.find(fact);
  return found != told_.end() && found->second.back().by == author;
}

bool FactHistory::had_before(const std::string& fact, const Value& value) const {
  const auto found = told_.find(fact);
  return found != told_.end() && std::any_of(found->second.begin(), found->second.end() - 1,
                                             [&](const Told& told) { return told.value == value; });
}

}  // namespace birthcase::cli
