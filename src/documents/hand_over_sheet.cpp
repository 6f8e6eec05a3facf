#include <birthcase/documents.hpp>
#include <birthcase/plan_json.hpp>
#include <birthcase/supplement.hpp>

#include "case/labels.hpp"
#include "case/names.hpp"
#include "case/payload.hpp"
#include "documents/case_wording.hpp"
#include "documents/values.hpp"
#include "json/document.hpp"
#include "nearest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase {
namespace documents {
namespace {

class HandOverSheet {
 public:
  HandOverSheet(const Case& state, std::string_view organisation, Language language)
      : wording_(state, language), organisation_(organisation) {}

  Result<Paper> paper() const;

 private:
  void add_step(Paper& paper, const Step& step) const;
  paper::Table data(const Step& step) const;
  paper::Table evidence(const Step& step) const;
  std::string stated_by(const FormField& field) const;
  std::string supplied(const EvidenceUse& use, const EvidenceReference& reference) const;
  std::string brought(const EvidenceReference& reference) const;
  std::vector<paper::Cell> demanded(const EvidenceReference& reference) const;
  bool is_wanted(const EvidenceReference& reference) const;

  const Wording& wording() const { return wording_.wording(); }
  auto words(const auto&... text) const { return wording_.words(text...); }

  CaseWording wording_;
  std::vector<NamedDocument> wanted_ = waited_for(wording_.state());
  std::string_view organisation_;
};

// The department's own wording of a line of its form; what only the deliverer needs stands under the delivery.
std::string_view line_of(const Step& step, const Wording& wording, const Field& field) {
  const Service& service = *step.service;
  const auto line = std::find_if(service.form.begin(), service.form.end(), [&](const FormEntry& entry) {
    return &wording.rules().fields[entry.field] == &field;
  });
  if (line != service.form.end()) return line->label;
  return step.delivery == nullptr ? std::string_view() : wording.in(step.delivery->label);
}

Result<Paper> HandOverSheet::paper() const {
  Paper paper = wording_.paper(words(papers::hand_over));
  paper.head.push_back({std::string(words(papers::department)), wording_.organisation(organisation_)});
  paper.blocks.emplace_back(paper::Paragraph{std::string(words(papers::hand_over_lead))});
  const std::size_t before = paper.blocks.size();
  for (const CaseStep& step : wording_.state().steps) {
    if (step.planned.organisation != organisation_ || step.given_up()) continue;
    const Step* planned = cases::step_in(wording_.plan(), step.planned.step);
    if (planned != nullptr) add_step(paper, *planned);
  }
  if (paper.blocks.size() == before) {
    return Error{
        .kind = ErrorKind::missing,
        .message = fmt::format("'{}' decides no step of this case; there is nothing to hand over", organisation_)};
  }
  paper.blocks.emplace_back(
      paper::Signatures{{std::string(words(papers::signed_from)), std::string(words(papers::signed_to))}});
  paper.foot = words(papers::hand_over_foot);
  return paper;
}

void HandOverSheet::add_step(Paper& paper, const Step& step) const {
  const std::string id = cases::step_id(*step.service, step.newborn);
  const auto& due = wording_.state().step(id)->planned.due;
  std::string remark = due ? words(papers::due_by, wording().due(*due)) : std::string();
  paper.blocks.emplace_back(paper::Heading{wording().service(*step.service, step.newborn), std::move(remark)});
  paper.blocks.emplace_back(data(step));
  paper::Table documents = evidence(step);
  if (documents.rows.empty()) {
    paper.blocks.emplace_back(paper::Paragraph{std::string(words(papers::no_documents))});
  } else {
    paper.blocks.emplace_back(std::move(documents));
  }
}

paper::Table HandOverSheet::data(const Step& step) const {
  const auto column = [](std::string_view heading, int share) { return paper::Column{std::string(heading), share}; };
  paper::Table table{std::string(words(papers::data_of)),
                     {column(words(papers::form_line), 25),
                      {std::string(words(papers::item)), 25, false, true},
                      column(words(papers::content), 30),
                      column(words(papers::source), 20)}};
  const Plan& plan = wording_.plan();
  for (const std::uint16_t place : plan.at(step.payload_fields)) {
    const FormField& field = plan.form.fields[place];
    const FactRef fact{field.field->slot.index, field.newborn};
    std::string content = field.value == nullptr ? std::string() : value_words(wording(), fact, *field.value);
    table.rows.push_back(
        {{std::string(line_of(step, wording(), *field.field))},
         {field.newborn == step.newborn ? std::string(wording().in(field.field->label)) : wording().fact(fact)},
         {content.empty() ? std::string(words(papers::unknown)) : std::move(content)},
         {stated_by(field)}});
  }
  return table;
}

std::string HandOverSheet::stated_by(const FormField& field) const {
  std::string source = wording().source(field);
  if (!source.empty()) return source;
  if (field.field->owner == Owner::family) return std::string(words(papers::stated_by_family));
  return std::string(field.field->owner == Owner::attendant ? words(papers::stated_by_attendant)
                                                            : words(papers::stated_by_office));
}

paper::Table HandOverSheet::evidence(const Step& step) const {
  const auto column = [](std::string_view heading, int share) { return paper::Column{std::string(heading), share}; };
  paper::Table table{std::string(words(papers::documents_of)),
                     {{std::string(words(papers::document)), 28, false, true},
                      column(words(papers::holder), 15),
                      {std::string(words(papers::originals)), 8, true},
                      {std::string(words(papers::copies)), 9, true},
                      column(words(papers::supplied), 40)}};
  const Plan& plan = wording_.plan();
  const auto references = cases::payload_of(wording_.state(), plan, step).evidence;
  auto reference = references.begin();
  for (const EvidenceUse& use : plan.uses) {
    const ServiceLane& lane = plan.services[use.lane];
    const bool of_this_step = lane.service == step.service && lane.newborn == step.newborn;
    if (!of_this_step || use.needed != Truth::yes || use.status == EvidenceStatus::absorbed) continue;
    const EvidenceItem& item = plan.evidence[use.evidence];
    const std::string holder = wording().holder(item);
    const auto pieces = [](int count) { return count == 0 ? std::string("—") : std::to_string(count); };
    table.rows.push_back({{std::string(wording().in(item.type->label)), wording().instead_of(item)},
                          {holder.empty() ? "—" : holder},
                          {pieces(use.requirement->original)},
                          {pieces(use.requirement->copies)},
                          {supplied(use, *reference)}});
    ++reference;
  }
  for (; reference != references.end(); ++reference) table.rows.push_back(demanded(*reference));
  return table;
}

// A document that no rule asks for, and that the department did.
std::vector<paper::Cell> HandOverSheet::demanded(const EvidenceReference& reference) const {
  const Rules& rules = wording().rules();
  const NamedDocument document{.type = reference.type, .holder = reference.holder, .newborn = reference.newborn};
  const bool copy = reference.as == HandedInAs::copy;
  return {{std::string(wording().in(cases::document_words(rules, {.type = reference.type})))},
          {std::string(wording().in(cases::holder_words(rules, document)))},
          {copy ? "—" : "1"},
          {copy ? "1" : "—"},
          {brought(reference)}};
}

bool HandOverSheet::is_wanted(const EvidenceReference& reference) const {
  return std::any_of(wanted_.begin(), wanted_.end(), [&](const NamedDocument& each) {
    return cases::means(each, reference.type, reference.holder, reference.newborn);
  });
}

std::string HandOverSheet::supplied(const EvidenceUse& use, const EvidenceReference& reference) const {
  if (is_wanted(reference)) return std::string(words(papers::wanted_by_department));
  if (use.status == EvidenceStatus::bring || reference.as) return brought(reference);
  const EvidenceItem& item = wording_.plan().evidence[use.evidence];
  const SuppliedBy from = item.status == use.status ? item.from : SuppliedBy();
  if (const auto* const service = std::get_if<ServiceId>(&from)) {
    return words(papers::produced_by, wording().in(wording().rules().services[*service].label));
  }
  const auto* const whose = std::get_if<OrganisationId>(&from);
  if (use.status == EvidenceStatus::shared && whose != nullptr) {
    if (std::string seen = wording().looked_up(item); !seen.empty()) return seen;
    return words(papers::shared_by, wording().organisation(*whose));
  }
  const std::string_view why = reason_of(use.why, wording().language());
  if (!why.empty()) return std::string(why);
  return std::string(use.status == EvidenceStatus::hospital ? words(papers::hospital_has) : words(papers::unknown));
}

std::string HandOverSheet::brought(const EvidenceReference& reference) const {
  for (const Deferral& deferral : wording_.state().deferrals) {
    const DeferredDocument& document = deferral.document;
    if (deferral.open() && document.type == reference.type && document.holder == reference.holder &&
        document.newborn == reference.newborn) {
      return words(papers::deferred_until, wording().date(document.until));
    }
  }
  if (!reference.as) return std::string(words(papers::missing));
  if (*reference.as == HandedInAs::original) return std::string(words(papers::original_with_sheet));
  return std::string(*reference.as == HandedInAs::copy ? words(papers::copy_with_sheet)
                                                       : words(papers::scan_with_sheet));
}

Error no_such_organisation(const Rules& rules, std::string_view id) {
  std::vector<std::string_view> ids;
  for (const Organisation& each : rules.organisations) ids.push_back(each.id);
  const std::string_view near = nearest(id, ids);
  std::string message = json::is_presentable(id) ? fmt::format("there is no organisation '{}'; ", id)
                                                 : std::string("there is no such organisation; ");
  message +=
      near.empty() ? fmt::format("there are: {}", fmt::join(ids, ", ")) : fmt::format("did you mean '{}'?", near);
  return {.kind = ErrorKind::unknown_name, .message = std::move(message)};
}

}  // namespace
}  // namespace documents

Result<Paper> hand_over_sheet(const Case& state, std::string_view organisation, Language language) {
  const auto& all = state.profile.rules().organisations;
  const bool known =
      std::any_of(all.begin(), all.end(), [&](const Organisation& each) { return each.id == organisation; });
  if (!known) return documents::no_such_organisation(state.profile.rules(), organisation);
  if (auto accepted = documents::check_accepted(state); !accepted) return accepted.error();
  return documents::HandOverSheet(state, organisation, language).paper();
}

}  // namespace birthcase
