#include "case/event_text.hpp"

#include <birthcase/plan_json.hpp>

#include "case/look_up_text.hpp"
#include "plan_wording.hpp"

namespace birthcase::cli::cases {
namespace {

/// Collects the details of one event. Members that several kinds of event have are looked for by their name, so that
/// a new kind tells what it has in common with the others by itself.
class Details {
 public:
  Details(const CaseView& view, Show show) : view_(view), words_(view.words), show_(show) {}

  template <class Body>
  std::vector<std::string> of(const Body& body) {
    if constexpr (requires { body.look_up; }) lines_.push_back(look_up_name_of(view_, body.look_up, body.newborn));
    if constexpr (requires { body.result; }) lines_.emplace_back(words_(word_for(body.result)));
    if constexpr (requires { body.document; }) add(case_commands::proved_by, body.document);
    if constexpr (requires { body.authority; }) organisation(body.authority);
    if constexpr (requires { body.facts; }) facts(body.facts.value);
    if constexpr (requires { body.outputs; }) facts(body.outputs.value);
    if constexpr (requires { body.evidence; }) documents(body.evidence);
    if constexpr (requires { body.wanted_facts; }) wanted(body);
    if constexpr (requires { body.deferred; }) deferred(body.deferred);
    if constexpr (requires { body.done_before; }) steps(case_commands::done_before, body.done_before);
    if constexpr (requires { body.stopped; }) replanned(body);
    if constexpr (requires { body.due; }) due(body.due);
    if constexpr (requires { body.answer_by; }) due(body.answer_by);
    if constexpr (requires { body.message; }) add(case_commands::message, body.message);
    if constexpr (requires { body.replaces; }) add(case_commands::replaces, body.replaces);
    if constexpr (requires { body.kind; }) lines_.emplace_back(words_(word_for(body.kind)));
    if constexpr (requires { body.type; }) lines_.push_back(document_name(view_, body.type, body.holder, body.newborn));
    if constexpr (requires { body.method; }) delivered(body);
    if constexpr (requires { body.reason; }) personal(case_commands::reason, body.reason.value);
    if constexpr (requires { body.reference; }) personal(body.reference.value);
    if constexpr (requires { body.late; }) {
      if (body.late) lines_.emplace_back(words_(case_commands::late));
    }
    return std::move(lines_);
  }

  std::vector<std::string> of(const events::ClockRepaired& repaired) {
    lines_.push_back(words_(case_commands::clock_was, for_eyes(repaired.was), for_eyes(repaired.to)));
    personal(case_commands::reason, repaired.reason.value);
    return std::move(lines_);
  }

  std::vector<std::string> of(const events::DeferralGranted& granted) {
    deferred({{granted.type, granted.holder, granted.newborn, granted.until}});
    return std::move(lines_);
  }

  std::vector<std::string> of(const events::NewbornDied& died) {
    return {words_(command_line::newborn, died.newborn + 1)};
  }

 private:
  void add(const texts::Pattern<1>& pattern, const std::string& text) {
    if (!text.empty()) lines_.push_back(words_(pattern, text));
  }

  void personal(const texts::Pattern<1>& pattern, const std::string& text) {
    if (show_ == Show::people) add(pattern, text);
  }

  void personal(const std::string& text) {
    if (show_ == Show::people && !text.empty()) lines_.push_back(text);
  }

  void organisation(const std::string& id) {
    if (!id.empty()) lines_.push_back(words_(case_commands::ordered_by, organisation_name(view_, id)));
  }

  void delivered(const events::StepDelivered& delivery) {
    const CaseStep* step = view_.state.step(delivery.step);
    const std::string_view service = step == nullptr ? std::string_view() : std::string_view(step->planned.service);
    const Profile& profile = view_.state.profile;
    add(case_commands::delivered_by, std::string(delivery_label(profile, service, delivery.method, words_.language())));
  }

  void steps(const texts::Pattern<1>& pattern, const std::vector<std::string>& ids) {
    if (!ids.empty()) lines_.push_back(words_(pattern, step_names(view_, ids)));
  }

  void due(const std::optional<Due>& due) {
    if (due) lines_.push_back(words_(case_commands::due, for_eyes(*due)));
  }

  void facts(const std::vector<NamedFact>& facts) {
    std::vector<std::string> names;
    for (const NamedFact& fact : facts) {
      names.push_back(fact_name_of(view_, fact.fact));
      if (show_ == Show::people) lines_.push_back(names.back() + " = " + value_of(fact.value));
    }
    if (show_ == Show::course && !names.empty()) lines_.push_back(joined(names, words_(command_line::list_separator)));
  }

  std::string value_of(const Value& value) const {
    if (value.is_unknown()) return std::string(words_(case_commands::taken_back));
    if (value.is_null()) return std::string(words_(command_line::none));
    return to_string(value);
  }

  void documents(const std::vector<NamedDocument>& documents) {
    std::vector<std::string> names;
    for (const NamedDocument& each : documents) {
      names.push_back(document_name(view_, each.type, each.holder, each.newborn) + ' ' +
                      std::string(words_(word_for(each.as))));
    }
    if (!names.empty()) lines_.push_back(joined(names, words_(command_line::list_separator)));
  }

  template <class Body>
  void wanted(const Body& returned) {
    std::vector<std::string> names;
    for (const std::string& fact : returned.wanted_facts) names.push_back(fact_name_of(view_, fact));
    for (const NamedDocument& each : returned.wanted_evidence) {
      names.push_back(document_name(view_, each.type, each.holder, each.newborn));
    }
    if (!names.empty())
      lines_.push_back(words_(case_commands::wanted, joined(names, words_(command_line::list_separator))));
  }

  void deferred(const std::vector<DeferredDocument>& documents) {
    for (const DeferredDocument& each : documents) {
      lines_.push_back(words_(case_commands::deferred, document_name(view_, each.type, each.holder, each.newborn),
                              to_string(each.until)));
    }
  }

  void replanned(const events::Replanned& replanned) {
    std::vector<std::string> added;
    std::vector<std::string> changed;
    std::vector<std::string> stopped;
    for (const PlannedStep& each : replanned.added) added.push_back(each.step);
    for (const PlannedStep& each : replanned.changed) changed.push_back(each.step);
    for (const StoppedStep& each : replanned.stopped) stopped.push_back(each.step);
    steps(case_commands::added, added);
    steps(case_commands::changed, changed);
    steps(case_commands::stopped, stopped);
    std::vector<std::string> revived;
    for (const PlannedStep& each : replanned.revived) revived.push_back(each.step);
    steps(case_commands::revived, revived);
  }

  const CaseView& view_;
  const Words& words_;
  Show show_;
  std::vector<std::string> lines_;
};

}  // namespace

std::string_view step_of(const EventBody& body) noexcept {
  return std::visit(
      [](const auto& event) {
        if constexpr (requires { event.step; }) {
          return std::string_view(event.step);
        } else {
          return std::string_view();
        }
      },
      body);
}

std::string event_words(const CaseView& view, const Event& event) {
  const std::string_view step = step_of(event.body);
  std::string text =
      step.empty() ? std::string() : step_name(view, step) + std::string(view.words(command_line::colon));
  return text += view.words(word_for(event.body));
}

std::vector<std::string> event_details(const CaseView& view, const Event& event, Show show) {
  Details details(view, show);
  return std::visit([&](const auto& body) { return details.of(body); }, event.body);
}

}  // namespace birthcase::cli::cases
