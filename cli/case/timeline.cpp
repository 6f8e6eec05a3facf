// From events to marks.
#include "case/timeline.hpp"

#include "case/event_text.hpp"

#include <algorithm>
#include <optional>

namespace birthcase::cli::cases {
namespace {

std::optional<Mark> mark_of(const events::Opened&) { return Mark::opened; }
std::optional<Mark> mark_of(const events::FactsSet&) { return std::nullopt; }
std::optional<Mark> mark_of(const events::EvidenceHandedIn&) { return std::nullopt; }
std::optional<Mark> mark_of(const events::Accepted&) { return Mark::accepted; }
std::optional<Mark> mark_of(const events::Replanned&) { return std::nullopt; }  // the stopped steps have it
std::optional<Mark> mark_of(const events::StepReadied&) { return Mark::ready; }
std::optional<Mark> mark_of(const events::StepHeld&) { return std::nullopt; }
std::optional<Mark> mark_of(const events::StepDispatched&) { return Mark::sent; }
std::optional<Mark> mark_of(const events::StepAcknowledged&) { return Mark::acknowledged; }
std::optional<Mark> mark_of(const events::StepCompleted&) { return Mark::completed; }
std::optional<Mark> mark_of(const events::StepReturned&) { return Mark::returned; }
std::optional<Mark> mark_of(const events::StepFailed&) { return Mark::failed; }
std::optional<Mark> mark_of(const events::StepRetried&) { return Mark::ready; }
std::optional<Mark> mark_of(const events::Supplemented&) { return Mark::changed; }
std::optional<Mark> mark_of(const events::StepResumed&) { return Mark::ready; }
std::optional<Mark> mark_of(const events::DeferralSettled&) { return std::nullopt; }
std::optional<Mark> mark_of(const events::Corrected&) { return Mark::changed; }
std::optional<Mark> mark_of(const events::StepRecalled&) { return Mark::ready; }
std::optional<Mark> mark_of(const events::NoticeSent&) { return std::nullopt; }
std::optional<Mark> mark_of(const events::StepDelivered&) { return Mark::delivered; }
std::optional<Mark> mark_of(const events::StepWithdrawn&) { return Mark::given_up; }
std::optional<Mark> mark_of(const events::NewbornDied&) { return Mark::changed; }
std::optional<Mark> mark_of(const events::Withdrawn&) { return Mark::given_up; }
std::optional<Mark> mark_of(const events::Closed&) { return Mark::closed; }
std::optional<Mark> mark_of(const events::Erased&) { return std::nullopt; }
std::optional<Mark> mark_of(const events::LookUpAsked&) { return std::nullopt; }
std::optional<Mark> mark_of(const events::LookUpAnswered&) { return std::nullopt; }
std::optional<Mark> mark_of(const events::LookUpVoided&) { return std::nullopt; }
std::optional<Mark> mark_of(const events::DueMoved&) { return std::nullopt; }
std::optional<Mark> mark_of(const events::FamilyAsked&) { return Mark::returned; }
std::optional<Mark> mark_of(const events::DeferralLapsed&) { return std::nullopt; }
std::optional<Mark> mark_of(const events::DeferralReinstated&) { return std::nullopt; }
std::optional<Mark> mark_of(const events::DeferralGranted&) { return std::nullopt; }
std::optional<Mark> mark_of(const events::ClockRepaired&) { return Mark::changed; }

class Rows {
 public:
  explicit Rows(const CaseView& view) : view_(view) {
    rows_.push_back({std::string(view.words(case_commands::case_row)), {}});
    for (const CaseStep& step : view.state.steps) rows_.push_back({step_name(view, step.planned.step), {}});
  }

  void add(const Event& event) {
    if (const auto* repaired = std::get_if<events::ClockRepaired>(&event.body)) put_right(*repaired, event.at);
    const auto mark = std::visit([](const auto& body) { return mark_of(body); }, event.body);
    if (mark) row_of(step_of(event.body)).marks.push_back({event.at, *mark});
    if (const auto* replanned = std::get_if<events::Replanned>(&event.body)) {
      for (const StoppedStep& each : replanned->stopped) row_of(each.step).marks.push_back({event.at, Mark::given_up});
    }
  }

  void add_ahead(const DateTime& now) {
    const CaseStatus status = view_.state.status;
    if (status != CaseStatus::draft && status != CaseStatus::accepted) return;
    for (const CaseStep& step : view_.state.steps) {
      const bool over = step.done() || step.given_up();
      if (over || !step.planned.due) continue;
      row_of(step.planned.step).marks.push_back({end_of(*step.planned.due), Mark::due});
    }
    rows_.front().marks.push_back({now, Mark::now});
  }

  std::vector<TimelineRow> take() { return std::move(rows_); }

 private:
  TimelineRow& row_of(std::string_view step) {
    const auto& steps = view_.state.steps;
    const auto at =
        std::find_if(steps.begin(), steps.end(), [step](const CaseStep& each) { return each.planned.step == step; });
    return rows_[at == steps.end() ? 0 : static_cast<std::size_t>(at - steps.begin()) + 1];
  }

  // What a wrong clock has noted is drawn where it counts.
  void put_right(const events::ClockRepaired& repaired, const DateTime& at) {
    for (TimelineRow& row : rows_) {
      for (auto& mark : row.marks) {
        if (repaired.concerns(mark.at, at)) mark.at = repaired.to;
      }
    }
  }

  // A day without a time ends with the day.
  static DateTime end_of(const Due& due) { return DateTime(due.date, due.time.value_or(Duration(23, 59, 0))); }

  const CaseView& view_;
  std::vector<TimelineRow> rows_;
};

}  // namespace

std::string_view sign_of(Mark mark) noexcept {
  constexpr std::string_view signs[] = {"○", "▼", "+", "·", "→", "◐", "←", "×", "●", "■", "∅", "■", "◇", "▲"};
  return signs[static_cast<std::size_t>(mark)];
}

std::vector<TimelineRow> timeline_of(const CaseView& view, std::span<const Event> events, const DateTime& now) {
  Rows rows(view);
  for (const Event& event : events) rows.add(event);
  rows.add_ahead(now);
  return rows.take();
}

}  // namespace birthcase::cli::cases
