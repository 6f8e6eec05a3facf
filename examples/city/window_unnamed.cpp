// Children who have no name when they leave the hospital.
#include "window.hpp"

#include <boost/json/array.hpp>

namespace city {
namespace {

namespace js = boost::json;
namespace commands = birthcase::commands;
using birthcase::CaseStatus;

js::object without_names(js::object told, bool at_hospital_of_wenling) {
  for (js::value& newborn : told["newborns"].as_array()) {
    if (at_hospital_of_wenling) {
      newborn.as_object()["name"] = nullptr;
    } else {
      newborn.as_object().erase("name");
    }
  }
  return told;
}

}  // namespace

// In Wenling's hospitals what needs no name begins at once, and the rest waits for the service centre; elsewhere there
// is a draft that waits for the name.
void Window::visit_unnamed(Life& life) {
  tally_.note("families: not named yet");
  const bool goes_on = place_.profile.id() == "wenling" && life.family.at_hospital();
  js::object told = without_names(life.family.truth, goes_on);
  told["applied_at"] = birthcase::to_string(agenda_.now());
  open(life, std::move(told));
  Dice& dice = life.family.dice;
  const int days = dice.between(3, 25);
  if (!goes_on) {
    (void)does(life, commands::Accept{});  // refused: says what is missing
    on_a_later_day(life, days, [this](Life& same) { take_in(same); });
    return;
  }
  if (dice.happens(250)) {
    withdraw(life, true);
    on_a_later_day(life, days, [this](Life& same) { comes_to_centre(same); });
    return;
  }
  take_in(life);
  const bool closed_early = dice.happens(200);
  if (!closed_early && state(life).status == CaseStatus::accepted) life.arranged.insert("stays open");
  on_a_later_day(life, closed_early ? days + 30 : days, [this](Life& same) {
    if (accepted(same)) return named_in_same_case(same);
    comes_to_centre(same);
  });
}

// What was told as none is corrected: nobody had named the child.
void Window::named_in_same_case(Life& life) {
  commands::Correct correct{.reason = "取名", .document = "id-card"};
  for (std::size_t i = 0; i < life.family.names.size(); ++i) {
    correct.facts.push_back({"newborns[" + std::to_string(i) + "].name", birthcase::Value::text(life.family.names[i])});
  }
  (void)does(life, commands::Supplement{.facts = correct.facts});  // refused: it was told, as none
  if (does(life, std::move(correct))) tally_.note("families: named in the case that there was");
  life.arranged.erase("stays open");
  life.unnamed = false;
}

// A new case at the service centre. The first one is withdrawn or closed by then, and stands in nobody's way.
void Window::comes_to_centre(Life& life) {
  Life& centre = begin(life.family, life.case_id + "-c", "window-centre");
  centre.family.truth["channel"] = "service-centre";
  js::object told = centre.family.truth;
  told["applied_at"] = birthcase::to_string(agenda_.now());
  open(centre, std::move(told));
  tally_.note("families: named, with a new case at the centre");
  take_in(centre);
  look_after(centre.case_id);
}

}  // namespace city
