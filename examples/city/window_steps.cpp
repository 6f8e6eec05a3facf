// What the steps of an accepted case need from the window and the family.
#include "window.hpp"

#include <algorithm>
#include <utility>

namespace city {
namespace {

namespace commands = birthcase::commands;
using birthcase::CaseStep;
using birthcase::StepState;
using birthcase::Value;

bool has_ready(const Case& state) {
  return std::any_of(state.steps.begin(), state.steps.end(),
                     [](const CaseStep& step) { return step.state == StepState::ready; });
}

std::string round_of(const char* what, const CaseStep& step) {
  return what + step.planned.step + "/" + std::to_string(step.messages);
}

// `newborns[0].name` as a JSON pointer.
std::string pointer_of(std::string_view fact) {
  std::string pointer = "/";
  for (const char c : fact) {
    if (c == '.' || c == '[') {
      pointer += '/';
    } else if (c != ']') {
      pointer += c;
    }
  }
  return pointer;
}

}  // namespace

void Window::dispatch(Life& life) {
  if (!has_ready(state(life))) return;
  const auto done = does(life, commands::Dispatch{});
  if (!done && done.error().code == "payload-incomplete" && supplement_missing(life, done.error())) {
    (void)does(life, commands::Dispatch{});
  }
}

// What nobody had told is told now.
bool Window::supplement_missing(Life& life, const birthcase::Refusal& refusal) {
  std::vector<std::string> pointers;
  for (const auto& finding : refusal.findings) pointers.push_back(finding.path);
  if (!once(life, "supplemented " + pointers.front())) return false;
  tally_.note("dispatches: supplemented first");
  return does(life, commands::Supplement{.facts = true_facts(life, state(life), std::move(pointers))}).has_value();
}

void Window::arrange_step(Life& life, const CaseStep& step) {
  Dice& dice = life.family.dice;
  const std::string id = step.planned.step;
  if (step.state == StepState::returned && once(life, round_of("returned ", step))) {
    on_a_later_day(life, dice.between(0, 8), [this, id](Life& same) { family_supplements(same, id); });
  }
  if ((!step.asked_evidence.empty() || !step.asked_facts.empty()) && once(life, round_of("asked ", step))) {
    on_a_later_day(life, dice.between(0, 8), [this, id](Life& same) { family_brings(same, id); });
  }
  if (step.state == StepState::failed && once(life, round_of("failed ", step))) {
    soon(life, dice.between(60, 1500), [this, id](Life& same) { try_again(same, id); });
  }
}

// The family brings what was asked for, or has had enough of it.
void Window::family_supplements(Life& life, const std::string& id) {
  const CaseStep* step = state(life).step(id);
  if (step == nullptr || step->state != StepState::returned) return;
  if (life.family.dice.happens(30)) {
    tally_.note("steps: withdrawn after being returned");
    (void)does(life, commands::Withdraw{.step = id, .reason = "不再办理"});
    return;
  }
  commands::Supplement supplement{.step = id, .evidence = step->wanted_evidence};
  for (const std::string& wanted : step->wanted_facts) {
    Value value = life.family.fact(pointer_of(wanted));
    supplement.facts.push_back(
        {wanted, value.is_null() || value.is_unknown() ? Value::text("13900000000") : std::move(value)});
  }
  if (does(life, std::move(supplement))) tally_.note("steps: supplemented after being returned");
}

// What a change of facts made the family bring and tell; one visit is enough for all the steps that ask for it.
void Window::family_brings(Life& life, const std::string& id) {
  const CaseStep* step = state(life).step(id);
  if (step == nullptr || (step->asked_evidence.empty() && step->asked_facts.empty())) return;
  tally_.note("steps: asked of the family after a correction");
  const auto evidence = step->asked_evidence;
  std::vector<std::string> pointers;
  for (const std::string& fact : step->asked_facts) pointers.push_back(pointer_of(fact));
  if (!evidence.empty()) (void)does(life, commands::HandIn{evidence});
  if (pointers.empty()) return;
  (void)does(life, commands::Supplement{.facts = true_facts(life, state(life), std::move(pointers))});
}

// After a refused debit the family often names another account first.
void Window::try_again(Life& life, const std::string& id) {
  const CaseStep* step = state(life).step(id);
  if (step == nullptr || step->state != StepState::failed) return;
  if (step->planned.service == "social-security-card" && life.family.dice.happens(500)) {
    tally_.note("debits: another account after a failure");
    (void)does(life, commands::Correct{.facts = {{"card.debit_account", Value::text("6228480000000000018")}},
                                       .reason = "扣款账户变更",
                                       .document = "debit-authorisation"});
  }
  (void)does(life, commands::Retry{id});
}

// One packet when nothing is under way any more; what is handed out on the spot goes at once.
void Window::arrange_delivery(Life& life) {
  const Case& now = state(life);
  bool under_way = false;
  std::string packet;
  for (const CaseStep& step : now.steps) {
    const bool waits = step.state == StepState::completed && !step.settled();
    under_way = under_way || !(step.done() || step.given_up());
    if (waits && step.planned.delivery == "on-the-spot") {
      const std::string id = step.planned.step;
      if (once(life, round_of("handed out ", step))) {
        soon(life, 1, [this, id](Life& same) { (void)does(same, commands::Deliver{id, "window"}); });
      }
    } else if (waits) {
      packet += step.planned.step + " ";
    }
  }
  if (packet.empty() || under_way || !once(life, "packet " + packet)) return;
  Dice& dice = life.family.dice;
  on_a_later_day(life, dice.happens(60) ? dice.between(4, 9) : dice.between(1, 2), [this](Life& same) {
    (void)does(same, commands::Deliver{.reference = "EMS" + std::to_string(same.family.number)});
  });
}

void Window::bring_originals(Life& life) {
  std::vector<birthcase::NamedDocument> originals;
  for (const birthcase::Deferral& deferral : state(life).deferrals) {
    const auto& document = deferral.document;
    if (deferral.open()) originals.push_back({document.type, document.holder, document.newborn});
  }
  if (originals.empty() || !once(life, "originals")) return;
  Dice& dice = life.family.dice;
  tally_.note("cases: accepted with scans");
  const int days = dice.happens(80) ? dice.between(15, 30) : dice.between(1, 13);
  on_a_later_day(life, days, [this, originals](Life& same) { (void)does(same, commands::HandIn{originals}); });
}

void Window::close(Life& life) {
  const Case& now = state(life);
  if (life.arranged.contains("stays open")) return;
  for (const CaseStep& step : now.steps) {
    if (!step.settled()) return;
  }
  for (const birthcase::Deferral& deferral : now.deferrals) {
    if (deferral.open()) return;
  }
  Dice& dice = life.family.dice;
  if (!does(life, commands::Close{}) || !dice.happens(150)) return;
  at(life, place_.window_opens(agenda_.now() + boost::posix_time::hours(24 * dice.between(20, 60)), false),
     [this](Life& same) {
       if (does(same, commands::Erase{})) tally_.note("cases: erased");
     });
}

}  // namespace city
