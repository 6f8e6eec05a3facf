#include <birthcase/documents.hpp>
#include <birthcase/plan_json.hpp>

#include "documents/case_wording.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace birthcase {
namespace documents {
namespace {

class Receipt {
 public:
  Receipt(const Case& state, Language language) : wording_(state, language) {}

  Paper paper() const;

 private:
  paper::Table steps() const;
  std::vector<paper::Cell> row(const CaseStep& step) const;
  paper::Cell done_by(const PlannedStep& step) const;
  paper::Cell due(const CaseStep& step) const;
  std::string delivery(const PlannedStep& step) const;
  std::string after(const PlannedStep& step) const;
  std::optional<Due> everything() const;

  auto words(const auto&... text) const { return wording_.words(text...); }

  CaseWording wording_;
};

Paper Receipt::paper() const {
  Paper paper = wording_.paper(words(papers::receipt));
  wording_.add_family(paper);
  paper.blocks.emplace_back(paper::Paragraph{std::string(words(papers::receipt_lead))});
  paper.blocks.emplace_back(paper::Heading{std::string(words(papers::steps))});
  paper.blocks.emplace_back(steps());
  if (const auto last = everything()) {
    paper.blocks.emplace_back(paper::Paragraph{words(papers::receipt_everything_by, wording_.wording().due(*last)),
                                               paper::Paragraph::Tone::strong});
  }
  paper::Table deferred = wording_.deferred();
  if (!deferred.rows.empty()) {
    paper.blocks.emplace_back(paper::Heading{std::string(words(papers::receipt_deferred))});
    paper.blocks.emplace_back(std::move(deferred));
  }
  paper.blocks.emplace_back(
      paper::Signatures{{std::string(words(papers::signed_clerk)), std::string(words(papers::stamped_window)),
                         std::string(words(papers::signed_receiver))}});
  paper.foot = words(papers::receipt_foot);
  return paper;
}

paper::Table Receipt::steps() const {
  const auto column = [](std::string_view heading, int share) { return paper::Column{std::string(heading), share}; };
  paper::Table table{{},
                     {{std::string(words(papers::number)), 6, true},
                      {std::string(words(papers::service)), 28, false, true},
                      column(words(papers::done_by), 24),
                      column(words(papers::due), 24),
                      column(words(papers::delivery), 18)}};
  for (const CaseStep& step : wording_.state().steps) {
    table.rows.push_back(row(step));
    table.rows.back().front().text = std::to_string(table.rows.size());
  }
  return table;
}

std::vector<paper::Cell> Receipt::row(const CaseStep& step) const {
  return {{},
          {wording_.service(step.planned), step.given_up() ? std::string() : after(step.planned)},
          done_by(step.planned),
          due(step),
          {step.given_up() ? "—" : delivery(step.planned)}};
}

std::string Receipt::after(const PlannedStep& step) const {
  std::vector<std::string> services;
  for (const std::string& id : step.after) {
    const CaseStep* before = wording_.state().step(id);
    if (before == nullptr) continue;
    PlannedStep named = before->planned;
    if (named.newborn == step.newborn) named.newborn = FactRef::family;  // whose goes without saying
    services.push_back(wording_.service(named));
  }
  return services.empty() ? std::string() : words(papers::after, wording_.wording().joined(services));
}

// Who stands at the window; below, who decides.
paper::Cell Receipt::done_by(const PlannedStep& step) const {
  const std::string decides = wording_.organisation(step.organisation);
  if (step.operated_by.empty() || step.operated_by == step.organisation) return {decides};
  return {wording_.organisation(step.operated_by), words(papers::decided_by, decides)};
}

paper::Cell Receipt::due(const CaseStep& step) const {
  if (step.given_up()) return {std::string(words(papers::given_up))};
  const auto& promises = wording_.wording().rules().promises;
  const auto promise = std::find_if(promises.begin(), promises.end(),
                                    [&step](const Promise& each) { return each.id == step.planned.promise; });
  std::string term;
  if (promise != promises.end()) {
    const std::string_view told = wording_.wording().in(promise->reason);
    term = told.empty() ? wording_.wording().term(promise->term) : std::string(told);
  }
  if (step.planned.clock_stops && !term.empty())
    term.append(words(papers::clause_separator)).append(words(papers::clock_stops));
  if (!step.planned.due) return {std::string(words(papers::not_promised)), std::move(term)};
  return {wording_.wording().due(*step.planned.due), std::move(term)};
}

// The rule's own words where the plan still goes by it, else those that the profile has for this method.
std::string Receipt::delivery(const PlannedStep& step) const {
  if (step.delivery.empty()) return "—";
  for (const Step& planned : wording_.plan().route) {
    const bool same = planned.service->id == step.service && planned.newborn == step.newborn;
    if (same && planned.delivery != nullptr && planned.delivery->method == step.delivery) {
      return std::string(wording_.wording().in(planned.delivery->label));
    }
  }
  return std::string(
      delivery_label(wording_.plan().profile(), step.service, step.delivery, wording_.wording().language()));
}

// When the last step is due, if all have a day.
std::optional<Due> Receipt::everything() const {
  const auto by_time = [](const Due& due) { return std::tuple(due.date, !due.time, due.time.value_or(Duration())); };
  std::optional<Due> last;
  for (const CaseStep& step : wording_.state().steps) {
    if (step.given_up()) continue;
    if (!step.planned.due) return std::nullopt;
    if (!last || by_time(*last) < by_time(*step.planned.due)) last = step.planned.due;
  }
  return last;
}

}  // namespace
}  // namespace documents

Result<Paper> receipt(const Case& state, Language language) {
  if (auto accepted = documents::check_accepted(state); !accepted) return accepted.error();
  return documents::Receipt(state, language).paper();
}

}  // namespace birthcase
