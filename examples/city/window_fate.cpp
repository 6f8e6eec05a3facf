// What befalls a family between acceptance and the end.
#include "window.hpp"

#include <algorithm>

namespace city {
namespace {

namespace commands = birthcase::commands;
using birthcase::CaseStatus;
using birthcase::CaseStep;
using birthcase::Value;

}  // namespace

void Window::befall(Life& life) {
  Dice& dice = life.family.dice;
  if (dice.happens(30)) on_a_later_day(life, dice.between(0, 6), [this](Life& same) { correct_open_fact(same); });
  if (dice.happens(12)) on_a_later_day(life, dice.between(0, 6), [this](Life& same) { correct_locked_fact(same); });
  if (dice.happens(7)) on_a_later_day(life, dice.between(0, 2), [this](Life& same) { withdraw(same, true); });
  if (dice.happens(7)) on_a_later_day(life, dice.between(0, 2), [this](Life& same) { withdraw(same, false); });
  if (!dice.happens(3)) return;
  on_a_later_day(life, dice.between(0, 2), [this](Life& same) {
    if (!accepted(same)) return;
    tally_.note("newborns: died");
    (void)does(same, commands::RecordDeath{0});
  });
}

void Window::correct_open_fact(Life& life) {
  if (!accepted(life)) return;
  tally_.note("corrections: of a free fact");
  const bool phone = life.family.dice.happens(500);
  const std::string fact = phone ? "mother.phone" : "residence.house_number";
  const std::string value = phone ? "13800000001" : "1号";
  (void)does(life,
             commands::Correct{.facts = {{fact, Value::text(value)}}, .reason = "登记有误", .document = "id-card"});
}

// The window may not, once the certificate is issued; the institution that issued it may.
void Window::correct_locked_fact(Life& life) {
  if (!accepted(life) || life.unnamed) return;
  tally_.note("corrections: of a fact that a department issues on");
  commands::Correct correct{.facts = {{"newborns[0].name", Value::text(life.family.names.front() + "瑞")}},
                            .reason = "改名",
                            .document = "hukou-booklet"};
  const auto done = does(life, correct);
  if (done || done.error().code != "field-locked") return;
  correct.authority = "public-security";
  (void)does(life, correct);  // not theirs either
  correct.authority = "midwifery-institution";
  if (does(life, std::move(correct))) tally_.note("corrections: ordered by the issuer");
}

void Window::withdraw(Life& life, bool whole) {
  const Case& now = state(life);
  if (now.status != CaseStatus::draft && now.status != CaseStatus::accepted) return;
  if (whole) {
    tally_.note("cases: withdrawn");
    (void)does(life, commands::Withdraw{.reason = "申请人撤回"});
    return;
  }
  const auto step = std::find_if(now.steps.begin(), now.steps.end(),
                                 [](const CaseStep& each) { return !each.done() && !each.given_up(); });
  if (step == now.steps.end()) return;
  tally_.note("steps: withdrawn");
  (void)does(life, commands::Withdraw{.step = step->planned.step, .reason = "自行办理"});
}

}  // namespace city
