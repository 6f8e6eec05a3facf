#include "documents/case_wording.hpp"

#include "case/names.hpp"

#include <algorithm>

namespace birthcase::documents {

Result<void> check_accepted(const Case& state) {
  if (state.accepted_at) return {};
  return Error{.kind = ErrorKind::missing, .message = "the case has not been accepted; accept it first"};
}

Paper CaseWording::paper(std::string_view title) const {
  Paper paper = wording_.paper(title, state_.id);
  paper.head.push_back({std::string(words(papers::accepted_at)), wording_.moment(*state_.accepted_at)});
  return paper;
}

void CaseWording::add_family(Paper& paper) const {
  paper.head.push_back({std::string(words(papers::applicant)), wording_.known("applicant.name")});
  paper.head.push_back({std::string(words(papers::newborns)), wording_.newborns()});
}

std::string CaseWording::organisation(std::string_view id) const {
  for (const Organisation& each : wording_.rules().organisations) {
    if (each.id == id) return std::string(wording_.in(each.label));
  }
  return std::string(id);
}

std::string CaseWording::service(const PlannedStep& step) const {
  const Service* service = cases::service_named(wording_.rules(), step.service);
  return service == nullptr ? step.service : wording_.service(*service, step.newborn);
}

paper::Table CaseWording::deferred() const {
  const auto column = [](std::string_view heading, int share) { return paper::Column{std::string(heading), share}; };
  paper::Table table{{},
                     {{std::string(words(papers::number)), 6, true},
                      {std::string(words(papers::document)), 26, false, true},
                      column(words(papers::holder), 14),
                      column(words(papers::needed_for), 34),
                      column(words(papers::until), 20)}};
  for (const Deferral& deferral : state_.deferrals) {
    const DeferredDocument& document = deferral.document;
    if (!deferral.open()) continue;
    const auto item = std::find_if(plan_.evidence.begin(), plan_.evidence.end(), [&](const EvidenceItem& each) {
      return cases::is_named(wording_.rules(), each, document.type, document.holder, document.newborn);
    });
    if (item == plan_.evidence.end()) continue;
    const std::string holder = wording_.holder(*item);
    table.rows.push_back({{std::to_string(table.rows.size() + 1)},
                          {std::string(wording_.in(item->type->label)), wording_.instead_of(*item)},
                          {holder.empty() ? "—" : holder},
                          {wording_.services(item->needed_by)},
                          {wording_.date(document.until)}});
  }
  return table;
}

}  // namespace birthcase::documents
