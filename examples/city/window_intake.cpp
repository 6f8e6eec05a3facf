// From the first visit to acceptance.
#include "window.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <utility>

namespace city {
namespace {

namespace js = boost::json;
namespace commands = birthcase::commands;
using birthcase::CaseStatus;
using birthcase::EvidenceItem;
using birthcase::EvidenceStatus;
using birthcase::HandedInAs;
using birthcase::NamedDocument;
using birthcase::Plan;

NamedDocument named(const Plan& plan, const EvidenceItem& item, HandedInAs as) {
  const auto& holders = plan.profile().rules().holders;
  return {.type = item.type->id,
          .holder = item.holder == birthcase::no_index ? std::string() : holders[item.holder].id,
          .newborn = item.newborn,
          .as = as};
}

// What the case needs to be accepted at this moment. The plan of a draft goes by the day on which it was applied for.
Plan plan_of_acceptance(const Case& state, const DateTime& now) {
  birthcase::Application application = state.application;
  application.put("applied_at", birthcase::Value::date_time(now)).value();
  return birthcase::plan(state.profile, application, now.date());
}

js::object as_json(const NamedDocument& document) {
  js::object json{{"type", document.type}, {"as", to_string(document.as)}};
  if (!document.holder.empty()) json["holder"] = document.holder;
  if (document.newborn != birthcase::FactRef::family) json["newborn"] = document.newborn;
  return json;
}

}  // namespace

// The window has told the family by telephone what to bring: what the plan of the true facts says.
void Window::add_documents(Life& life, js::object& told) {
  js::object truth = life.family.truth;
  truth["applied_at"] = told["applied_at"];
  const auto application = birthcase::Application::parse(place_.profile, js::serialize(truth));
  if (!application) return tally_.fault(life.case_id + ": " + describe(application.error()));
  const Plan plan = birthcase::plan(place_.profile, *application, agenda_.now().date());
  js::array documents;
  bool left_out = !life.forgets_document;
  for (const EvidenceItem& item : plan.evidence) {
    if (item.status != EvidenceStatus::bring) continue;
    if (!std::exchange(left_out, true)) continue;
    const bool scan = life.brings_scans && item.tolerance != nullptr;
    documents.push_back(as_json(named(plan, item, scan ? HandedInAs::scan : HandedInAs::original)));
  }
  told["evidence"] = std::move(documents);
}

void Window::first_visit(Life& life) {
  Dice& dice = life.family.dice;
  if (life.family.twins()) tally_.note("families: with twins");
  tally_.note("families: applying through " + std::string(life.family.truth["channel"].as_string()));
  life.unnamed = dice.happens(45) && !life.family.truth["newborns"].at(0).as_object().contains("birth_certificate");
  life.brings_scans = place_.takes_scans && dice.happens(150);
  life.forgets_document = dice.happens(50);
  life.forgets_deferral = dice.happens(200);
  if (dice.happens(15)) on_a_later_day(life, dice.between(0, 3), [this](Life& same) { open_again(same); });
  if (life.unnamed) return visit_unnamed(life);
  Told told = first_words(life.family, agenda_.now());
  if (told.incomplete) tally_.note("drafts: with facts missing");
  if (told.mistyped) tally_.note("drafts: with a number typed wrongly");
  const bool goes_home = told.incomplete && dice.happens(300);
  open(life, std::move(told.application));
  if (dice.happens(8)) return withdraw(life, true);
  if (!goes_home) return take_in(life);
  tally_.note("drafts: completed on another day");
  on_a_later_day(life, dice.between(1, 4), [this](Life& same) { take_in(same); });
}

void Window::open(Life& life, js::object told) {
  add_documents(life, told);
  const auto opened = office_.open(life.case_id, place_.profile, life.window, js::serialize(told), agenda_.now());
  if (!opened && opened.error().code != "case-exists") {
    tally_.fault(life.case_id + ": not opened: " + opened.error().to_error().message);
  }
}

// Once more where something was missing that can be had at once; else the family comes back.
void Window::take_in(Life& life) {
  for (int attempt = 0; attempt < 8 && state(life).status == CaseStatus::draft; ++attempt) {
    if (!try_acceptance(life)) return;
  }
}

// Whether it is worth trying again.
bool Window::try_acceptance(Life& life) {
  const auto done = does(life, acceptance(life));
  if (done || accepted(life)) return false;
  const std::string& code = done.error().code;
  if (code == "deferral-missing") return std::exchange(life.forgets_deferral, false);
  if (code == "duplicate-birth") {
    tally_.note("duplicates: refused at acceptance");
    withdraw(life, true);
    return false;
  }
  if (code != "not-acceptable") return false;
  if (plan_of_acceptance(state(life), agenda_.now()).route.empty()) {
    tally_.note("drafts: nothing that this window could do");
    withdraw(life, true);
    return false;
  }
  if (put_right(life, done.error())) return true;
  if (std::exchange(life.forgets_document, false)) {
    tally_.note("families: back with a document");
    on_a_later_day(life, 1, [this](Life& same) {
      if (hand_in_missing(same)) take_in(same);
    });
    return false;
  }
  return hand_in_missing(life);
}

// Facts that are missing or wrong are asked for.
bool Window::put_right(Life& life, const birthcase::Refusal& refusal) {
  std::vector<std::string> pointers;
  for (const auto& finding : refusal.findings) {
    if (finding.severity != birthcase::Severity::error || finding.path.empty() || finding.path == "/evidence") continue;
    if (finding.path == "/channel") life.family.truth["channel"] = "service-centre";
    pointers.push_back(finding.path);
  }
  if (pointers.empty()) return false;
  if (!once(life, "asked " + pointers.front() + std::to_string(pointers.size()))) return false;
  return does(life, commands::SetFacts{true_facts(life, state(life), std::move(pointers))}).has_value();
}

bool Window::hand_in_missing(Life& life) {
  const Plan plan = plan_of_acceptance(state(life), agenda_.now());
  commands::HandIn handed_in;
  for (const auto place : plan.acceptable.missing_evidence) {
    handed_in.evidence.push_back(named(plan, plan.evidence[place], HandedInAs::original));
  }
  if (handed_in.evidence.empty()) return false;
  return does(life, std::move(handed_in)).has_value();
}

commands::Accept Window::acceptance(Life& life) const {
  commands::Accept accept;
  if (life.forgets_deferral) return accept;
  const Plan plan = plan_of_acceptance(state(life), agenda_.now());
  const auto until = agenda_.now().date() + boost::gregorian::days(14);
  for (const auto place : plan.acceptable.deferrable_evidence) {
    const NamedDocument document = named(plan, plan.evidence[place], HandedInAs::scan);
    accept.deferred.push_back(
        {.type = document.type, .holder = document.holder, .newborn = document.newborn, .until = until});
  }
  return accept;
}

// The other parent goes to another window with the same birth; sometimes a number is typed wrongly there.
void Window::open_again(Life& life) {
  tally_.note("births: opened at a second window");
  Life& second = begin(life.family, life.case_id + "-b", "window-other");
  second.second_opening = true;
  js::object told = second.family.truth;
  told["applied_at"] = birthcase::to_string(agenda_.now());
  if (second.family.dice.happens(300) && told["mother"].at("id_type") == "01") told = with_slip(std::move(told));
  open(second, std::move(told));
  take_in(second);
  look_after(second.case_id);
}

}  // namespace city
