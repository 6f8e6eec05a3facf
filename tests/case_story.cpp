#include "case_story.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>

namespace birthcase::tests {
namespace {

using commands::AnswerKind;

NamedFact fact(std::string name, std::string value) { return {std::move(name), Value::text(std::move(value))}; }

std::string of_newborn(std::uint16_t newborn, std::string_view name) {
  return "newborns[" + std::to_string(newborn) + "]." + std::string(name);
}

std::string text_at(const Case& state, std::string_view name, std::uint16_t newborn) {
  const auto found = fact_named(state.profile, name).value();
  return to_string(plan(state, state.changed_at.date()).value({found.index, newborn}));
}

}  // namespace

std::string citizen_id(std::string_view division, std::string_view day, int order) {
  constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  char serial[4];
  std::snprintf(serial, sizeof serial, "%03d", order);
  std::string number = std::string(division) + std::string(day) + serial;
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum += (number[i] - '0') * weights[i];
  return number + "10X98765432"[sum % 11];
}

Story::Story(std::string_view profile, std::string id) : Story(built_in(profile), std::move(id)) {}

Story::Story(Profile profile, std::string id) : state_(std::move(profile), std::move(id)) {}

Story& Story::at(std::string_view moment) {
  now_ = parse_date_time(moment).value();
  return *this;
}

Story& Story::does(CommandBody body, std::string_view by) {
  auto decided = decide(state_, {std::string(by), std::move(body)}, now_);
  if (!decided) FAIL("refused: " << to_json(decided.error(), Language::en));
  for (const Event& event : decided->events) {
    apply(state_, event).value();
    log_.push_back(event);
  }
  sent_.insert(sent_.end(), decided->messages.begin(), decided->messages.end());
  last_ = std::move(*decided);
  return *this;
}

std::string Story::refused(CommandBody body, std::string_view by) {
  const std::string before = to_json(state_, now_);
  const auto decided = decide(state_, {std::string(by), std::move(body)}, now_);
  CHECK(to_json(state_, now_) == before);
  return decided ? "done" : decided.error().code;
}

Story& Story::accepted(const Example& example, std::string_view moment) {
  return at(moment).does(commands::Open{boost::json::serialize(example.document())}).does(commands::Accept{});
}

Story& Story::answers(std::string_view step, AnswerKind kind, std::vector<NamedFact> outputs, std::string reason) {
  return does(commands::Answer{.message = message_of(step),
                               .step = std::string(step),
                               .result = kind,
                               .outputs = std::move(outputs),
                               .reason = std::move(reason)},
              "connector");
}

Story& Story::runs(std::string_view until_nothing_of) {
  const auto is_ready = [](const CaseStep& step) { return step.state == StepState::ready; };
  while (std::any_of(state_.steps.begin(), state_.steps.end(), is_ready)) {
    does(commands::Dispatch{});
    std::vector<std::string> open;
    for (const SentMessage& message : state_.messages) {
      const bool is_query = message.step.empty();  // looked up for no step
      const bool skipped = is_query || (!until_nothing_of.empty() && message.step.starts_with(until_nothing_of));
      if (message.status == SentMessage::Status::open && !skipped) open.push_back(message.step);
    }
    for (const std::string& step : open) answers(step, AnswerKind::completed, results_of(step));
  }
  return *this;
}

std::string Story::message_of(std::string_view step) const {
  for (const SentMessage& message : state_.messages) {
    if (message.step == step && message.status == SentMessage::Status::open) return message.id;
  }
  FAIL("no open message of " << step);
  return {};
}

std::string Story::state(std::string_view step) const {
  const CaseStep* found = state_.step(step);
  return found == nullptr ? "no step" : std::string(to_string(found->state));
}

std::string Story::standing(std::string_view step) const {
  for (const Deadline& each : deadlines(state_, now_)) {
    const bool whole = step.empty() && each.what == Deadline::What::whole_case;
    if (whole || (!step.empty() && each.id == step)) return std::string(to_string(each.standing));
  }
  return "no step";
}

std::string Story::due(std::string_view step) const {
  const CaseStep* found = state_.step(step);
  if (found == nullptr) return "no step";
  return found->planned.due ? to_string(*found->planned.due) : "open";
}

std::string Story::last_events() const {
  std::string kinds;
  for (const Event& event : last_.events) {
    if (!kinds.empty()) kinds += ", ";
    kinds += kind_of(event.body);
  }
  return kinds;
}

std::vector<NamedFact> Story::results_of(std::string_view step) const {
  const CaseStep& found = *state_.step(step);
  const std::uint16_t whose = found.planned.newborn;
  const std::string number = std::to_string(whose + 1);
  if (found.planned.service == "birth-certificate") {
    return {fact(of_newborn(whose, "birth_certificate.number"), "T33000000" + number)};
  }
  if (found.planned.service == "hukou-registration") {
    std::string day = text_at(state_, of_newborn(whose, "birth_date"), whose);
    std::erase(day, '-');
    const int order = 10 * (whose + 1) + (text_at(state_, of_newborn(whose, "sex"), whose) == "1" ? 1 : 2);
    return {fact(of_newborn(whose, "id_number"), citizen_id("331081", day, order)),
            fact(of_newborn(whose, "settlement.hukou_nature"), "resident")};
  }
  if (found.planned.service == "medical-insurance-enrolment") {
    return {fact(of_newborn(whose, "insurance.number"), "YB" + number),
            fact(of_newborn(whose, "insurance.enrolled_on"), to_string(now_.date()))};
  }
  if (found.planned.service == "social-security-card") {
    return {fact(of_newborn(whose, "card.number"), "K" + number)};
  }
  return {};
}

}  // namespace birthcase::tests
