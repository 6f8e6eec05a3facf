#include "window.hpp"

#include <algorithm>
#include <utility>

namespace city {

using birthcase::CaseStatus;
using birthcase::CaseStep;
using birthcase::StepState;

std::vector<birthcase::NamedFact> true_facts(const Life& life, const Case& state, std::vector<std::string> pointers) {
  for (const std::string_view forgotten : often_forgotten()) {
    const auto known = state.application.get(fact_of_pointer(forgotten));
    if (known && known->is_unknown()) pointers.emplace_back(forgotten);
  }
  std::vector<birthcase::NamedFact> facts;
  for (const std::string& pointer : pointers) {
    std::string name = fact_of_pointer(pointer);
    birthcase::Value value = life.family.fact(pointer);
    const bool there = std::any_of(facts.begin(), facts.end(), [&](const auto& fact) { return fact.fact == name; });
    if (!there && !value.is_unknown()) facts.push_back({std::move(name), std::move(value)});
  }
  return facts;
}

Life& Window::begin(Family family, std::string case_id, std::string window) {
  Life& life = lives_[case_id];
  life.family = std::move(family);
  life.case_id = std::move(case_id);
  life.window = std::move(window);
  return life;
}

void Window::at(Life& life, const DateTime& moment, std::function<void(Life&)> action) {
  agenda_.add(moment, life.case_id, [this, id = life.case_id, action = std::move(action)] {
    action(lives_.at(id));
    look_after(id);
  });
}

void Window::on_a_later_day(Life& life, int days, std::function<void(Life&)> action) {
  const DateTime morning(agenda_.now().date() + boost::gregorian::days(days));
  const DateTime wish = morning + boost::posix_time::minutes(life.family.dice.between(8 * 60, 16 * 60 + 30));
  at(life, place_.window_opens(std::max(wish, agenda_.now()), life.family.at_hospital()), std::move(action));
}

void Window::soon(Life& life, int minutes, std::function<void(Life&)> action) {
  at(life, place_.window_opens(agenda_.now() + boost::posix_time::minutes(minutes), life.family.at_hospital()),
     std::move(action));
}

void Window::expect(Family family) {
  const DateTime moment = family.first_visit;
  const std::string id = place_.profile.id() + "-" + std::to_string(100'000 + family.number);
  agenda_.add(moment, id, [this, id, family = std::move(family)]() mutable {
    Life& life = begin(std::move(family), id, "window-" + std::to_string(family.number % 7));
    first_visit(life);
    look_after(id);
  });
}

void Window::look_after(const std::string& case_id) {
  const auto found = lives_.find(case_id);
  if (found == lives_.end()) return;
  Life& life = found->second;
  if (!office_.has(case_id) || !accepted(life)) return;
  if (once(life, "fate")) befall(life);
  dispatch(life);
  if (!accepted(life)) return;
  const std::vector<CaseStep> steps = state(life).steps;
  for (const CaseStep& step : steps) arrange_step(life, step);
  bring_originals(life);
  arrange_delivery(life);
  close(life);
}

}  // namespace city
