#include <birthcase/documents.hpp>
#include <birthcase/plan_json.hpp>

#include "documents/form_facts.hpp"
#include "documents/values.hpp"
#include "documents/wording.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace birthcase {
namespace documents {
namespace {

class ApplicationForm {
 public:
  ApplicationForm(const Plan& plan, Language language) : wording_(plan, language), facts_(form_facts(plan)) {}

  Paper paper(std::string_view case_id) const;

 private:
  paper::Boxes services() const;
  std::optional<paper::Choice> service(ServiceId service) const;
  void add_part(Paper& paper, Part part) const;
  void add_signatures(Paper& paper, Part part) const;
  void add_what_need_not_be_filled_in(Paper& paper) const;
  paper::Box box(const FormFact& fact) const;
  std::string remark(const FormFact& fact) const;

  auto words(const auto&... text) const { return wording_.words(text...); }

  Wording wording_;
  std::vector<FormFact> facts_;
};

Paper ApplicationForm::paper(std::string_view case_id) const {
  const std::string_view title = wording_.in(wording_.rules().form_title);
  Paper paper = wording_.paper(title.empty() ? words(papers::form) : title, case_id);
  paper.blocks.emplace_back(services());
  paper.blocks.emplace_back(
      paper::Paragraph{std::string(words(papers::how_to_fill_in)), paper::Paragraph::Tone::faint});
  for (const Part part : {Part::family, Part::attendant, Part::office}) add_part(paper, part);
  add_what_need_not_be_filled_in(paper);
  return paper;
}

paper::Boxes ApplicationForm::services() const {
  paper::Box box{.label = std::string(words(papers::services_applied_for))};
  for (const ServiceId i : wording_.rules().services.ids()) {
    if (auto choice = service(i)) box.choices.push_back(std::move(*choice));
  }
  return {{}, {std::move(box)}};
}

// Ticked if it is handled here for anybody; with whom, if not for all.
std::optional<paper::Choice> ApplicationForm::service(ServiceId service) const {
  const Service& wanted = wording_.rules().services[service];
  std::vector<std::string> here;
  bool perhaps = false;
  bool others = false;
  for (const ServiceLane& lane : wording_.plan().services) {
    if (lane.service != &wanted) continue;
    const bool taken = lane.lane == Lane::joint || (!wording_.rules().joint && lane.planned);
    perhaps = perhaps || lane.lane == Lane::undetermined;
    others = others || !taken;
    if (taken) here.push_back(lane.newborn == FactRef::family ? std::string() : wording_.newborn(lane.newborn));
  }
  if (here.empty() && !perhaps) return std::nullopt;
  std::string label(wording_.in(wanted.label));
  if (here.empty()) return paper::Choice{label + wording_.in_brackets(words(papers::perhaps)), false};
  if (others) label += wording_.in_brackets(words(papers::only_for, wording_.joined(here)));
  return paper::Choice{std::move(label), true};
}

void ApplicationForm::add_part(Paper& paper, Part part) const {
  std::map<Place, paper::Boxes> groups;
  for (const FormFact& fact : facts_) {
    const Place place = place_of(wording_.plan(), fact);
    if (place.part == part && fact.has_box()) groups[place].boxes.push_back(box(fact));
  }
  if (groups.empty() && part == Part::attendant) return;
  const std::pair<std::string_view, std::string_view> headings[] = {
      {words(papers::part_family), words(papers::part_family_remark)},
      {words(papers::part_attendant), words(papers::part_attendant_remark)},
      {words(papers::part_office), {}}};
  const auto& [title, remark] = headings[static_cast<std::size_t>(part)];
  paper.blocks.emplace_back(paper::Heading{std::string(title), std::string(remark)});
  for (auto& [place, boxes] : groups) {
    boxes.title = title_of(wording_, place);
    paper.blocks.emplace_back(std::move(boxes));
  }
  add_signatures(paper, part);
}

void ApplicationForm::add_signatures(Paper& paper, Part part) const {
  const auto say = [&paper](std::string_view text, auto tone) {
    paper.blocks.emplace_back(paper::Paragraph{std::string(text), tone});
  };
  const auto sign = [&paper](std::initializer_list<std::string_view> people) {
    paper.blocks.emplace_back(paper::Signatures{{people.begin(), people.end()}});
  };
  using Tone = paper::Paragraph::Tone;
  if (part == Part::family) {
    say(words(papers::declaration), Tone::strong);
    paper.blocks.emplace_back(paper::Points{words(papers::family_declares)});
    return sign({words(papers::signed_applicant)});
  }
  if (part == Part::attendant) {
    say(words(papers::attendant_declares), Tone::plain);
    return sign({words(papers::signed_attendant), words(papers::stamped_institution)});
  }
  paper::Box verdict{.label = std::string(words(papers::verdict))};
  for (const std::string& each : words(papers::verdicts)) verdict.choices.push_back({each});
  paper.blocks.emplace_back(paper::Boxes{{}, {std::move(verdict)}});
  sign({words(papers::signed_clerk), words(papers::stamped_window)});
}

paper::Box ApplicationForm::box(const FormFact& fact) const {
  const Plan& plan = wording_.plan();
  paper::Box box{.fact = fact_name(plan.profile(), fact.fact),
                 .label = std::string(fact_label(plan.profile(), fact.fact, wording_.language())),
                 .remark = remark(fact),
                 .required = fact.asked && fact.form != nullptr && fact.form->required};
  if (fact.value != nullptr) {
    box.value = value_words(wording_, fact.fact, *fact.value);
    return box;
  }
  if (fact.field == nullptr) {
    box.choices = {{std::string(words(papers::there_is))}, {std::string(words(papers::there_is_none))}};
    return box;
  }
  box.choices = choices_of(wording_, *fact.field);
  if (box.choices.empty()) box.pattern = pattern_of(wording_, *fact.field);
  return box;
}

std::string ApplicationForm::remark(const FormFact& fact) const {
  if (fact.refused) return std::string(words(papers::refused_value));
  if (fact.form == nullptr) return std::string(fact.asked ? words(papers::decides_more) : std::string_view());
  if (fact.form->source == FieldSource::undetermined && fact.value == nullptr)
    return std::string(words(papers::not_certain));
  return wording_.source(*fact.form);
}

void ApplicationForm::add_what_need_not_be_filled_in(Paper& paper) const {
  std::vector<std::pair<std::string, std::vector<std::string>>> by_source;
  for (const FormFact& fact : facts_) {
    if (fact.has_box()) continue;
    const std::string from = wording_.source(*fact.form);
    auto row =
        std::find_if(by_source.begin(), by_source.end(), [&from](const auto& each) { return each.first == from; });
    if (row == by_source.end()) row = by_source.insert(by_source.end(), {from, {}});
    std::string label(wording_.in(fact.field->label));
    if (std::find(row->second.begin(), row->second.end(), label) == row->second.end()) {
      row->second.push_back(std::move(label));
    }
  }
  if (by_source.empty()) return;
  paper.blocks.emplace_back(paper::Heading{std::string(words(papers::need_not_fill_in)),
                                           std::string(words(papers::need_not_fill_in_remark))});
  paper::Table table{{},
                     {{std::string(words(papers::source)), 2, false, true}, {std::string(words(papers::fields)), 6}}};
  for (const auto& [from, labels] : by_source) table.rows.push_back({{from}, {wording_.joined(labels)}});
  paper.blocks.emplace_back(std::move(table));
}

}  // namespace
}  // namespace documents

Paper application_form(const Plan& plan, Language language, std::string_view case_id) {
  return documents::ApplicationForm(plan, language).paper(case_id);
}

}  // namespace birthcase
