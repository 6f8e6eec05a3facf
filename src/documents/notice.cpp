#include <birthcase/documents.hpp>
#include <birthcase/plan_json.hpp>
#include <birthcase/supplement.hpp>

#include "case/labels.hpp"
#include "case/names.hpp"
#include "documents/form_facts.hpp"
#include "documents/kinds.hpp"
#include "documents/open_questions.hpp"
#include "documents/wording.hpp"

#include <algorithm>
#include <utility>

namespace birthcase {
namespace documents {
namespace {

/// What the plan would be at another way in.
struct Later {
  ChannelId channel{};
  Plan plan;
};

class Notice {
 public:
  /// `wanted` are documents that a department, or a correction, has asked for besides; `later` are plans for the other
  /// ways in that this plan sends the family to; `state` is the case, where there is one.
  Notice(const Plan& plan, Language language, const Case* state = nullptr, std::vector<NamedDocument> wanted = {},
         std::vector<Later> later = {})
      : wording_(plan, language), state_(state), wanted_(std::move(wanted)), later_(std::move(later)) {}

  Paper paper(std::string_view case_id) const;

 private:
  void add_to_bring(Paper& paper) const;
  void add_wanted(paper::Table& table) const;
  bool is_wanted(const EvidenceItem& item) const;
  void add_tolerances(Paper& paper) const;
  void add_perhaps(Paper& paper) const;
  void add_questions(Paper& paper) const;
  void add_findings(Paper& paper) const;
  void add_missing_fields(Paper& paper) const;
  void add_need_not_bring(Paper& paper) const;
  void add_elsewhere(Paper& paper) const;
  void add_later(Paper& paper, const Later& later) const;
  void add_table(Paper& paper, std::string_view title, std::string_view remark, paper::Table table) const;

  std::string_view state(std::size_t place) const;
  std::string holder(const EvidenceItem& item) const;
  std::string reason(const Why& why) const { return std::string(reason_of(why, wording_.language())); }
  std::string why_not(const EvidenceItem& item) const;
  std::string where(const ServiceLane& lane) const;
  std::string what_next() const;
  std::string everything_by() const;

  const Plan& plan() const { return wording_.plan(); }
  auto words(const auto&... text) const { return wording_.words(text...); }
  paper::Column column(std::string_view heading, int share) const { return {std::string(heading), share}; }
  paper::Column row_name(std::string_view heading, int share) const {
    return {std::string(heading), share, false, true};
  }
  paper::Column figures(std::string_view heading, int share) const { return {std::string(heading), share, true}; }

  Wording wording_;
  const Case* state_;
  std::vector<NamedDocument> wanted_;
  std::vector<Later> later_;
};

std::string count(std::uint8_t number) { return number == 0 ? "—" : std::to_string(number); }

// What somebody else supplies. A document that this family has no use for is no news to it.
bool is_supplied(const EvidenceItem& item) noexcept {
  return item.status == EvidenceStatus::produced || item.status == EvidenceStatus::shared ||
         item.status == EvidenceStatus::hospital || item.status == EvidenceStatus::absorbed;
}

// In the order of the plan, except that what each of several newborns has stands together.
std::vector<const EvidenceItem*> of_one_kind_together(const std::vector<EvidenceItem>& evidence) {
  std::vector<const EvidenceItem*> items;
  for (const EvidenceItem& item : evidence) {
    const auto last =
        std::find_if(items.rbegin(), items.rend(), [&](const auto* each) { return each->type == item.type; });
    items.insert(last == items.rend() ? items.end() : last.base(), &item);
  }
  return items;
}

bool holds(const std::vector<std::uint16_t>& places, std::size_t place) noexcept {
  return std::find(places.begin(), places.end(), place) != places.end();
}

Paper Notice::paper(std::string_view case_id) const {
  Paper paper = wording_.paper(words(papers::notice), case_id);
  paper.head.push_back({std::string(words(papers::applicant)), wording_.known("applicant.name")});
  if (plan().newborns() > 0) paper.head.push_back({std::string(words(papers::newborns)), wording_.newborns()});
  const auto channel = wording_.rules().schema.channel();
  if (channel)
    paper.head.push_back(
        {std::string(words(papers::channel)), wording_.known(wording_.rules().schema.at(*channel).name)});
  paper.blocks.emplace_back(
      paper::Paragraph{words(papers::notice_lead, wording_.in(wording_.rules().title), wording_.date(plan().as_of()))});
  add_to_bring(paper);
  add_perhaps(paper);
  add_questions(paper);
  add_findings(paper);
  add_missing_fields(paper);
  add_need_not_bring(paper);
  add_elsewhere(paper);
  for (const Later& later : later_) add_later(paper, later);
  paper.blocks.emplace_back(paper::Paragraph{what_next(), paper::Paragraph::Tone::strong});
  paper.blocks.emplace_back(
      paper::Signatures{{std::string(words(papers::signed_informer)), std::string(words(papers::signed_informed))}});
  return paper;
}

void Notice::add_table(Paper& paper, std::string_view title, std::string_view remark, paper::Table table) const {
  if (table.rows.empty()) return;
  paper.blocks.emplace_back(paper::Heading{std::string(title), std::string(remark)});
  paper.blocks.emplace_back(std::move(table));
}

// What is still to be brought, or in hand: what the family and the window tick off.
std::string_view Notice::state(std::size_t place) const {
  const Acceptability& acceptable = plan().acceptable;
  if (holds(acceptable.deferrable_evidence, place)) return words(papers::scan_handed_in);
  if (!holds(acceptable.missing_evidence, place)) return words(papers::handed_in);
  return plan().evidence[place].tolerance != nullptr ? words(papers::may_be_late) : words(papers::to_bring);
}

std::string Notice::holder(const EvidenceItem& item) const {
  const std::string whose = wording_.holder(item);
  return whose.empty() ? "—" : whose;
}

void Notice::add_to_bring(Paper& paper) const {
  paper::Table table{
      {},
      {figures(words(papers::number), 6), row_name(words(papers::document), 22), column(words(papers::holder), 12),
       figures(words(papers::originals), 7), figures(words(papers::copies), 9), column(words(papers::needed_for), 32),
       column(words(papers::state), 12)}};
  for (std::size_t i = 0; i < plan().evidence.size(); ++i) {
    const EvidenceItem& item = plan().evidence[i];
    if (item.status != EvidenceStatus::bring || is_wanted(item)) continue;
    std::vector<std::string> remarks;
    for (std::string remark : {wording_.instead_of(item), reason(item.why)}) {
      if (!remark.empty()) remarks.push_back(std::move(remark));
    }
    table.rows.push_back(
        {{std::to_string(table.rows.size() + 1)},
         {std::string(wording_.in(item.type->label)), joined(remarks, words(papers::clause_separator))},
         {holder(item)},
         {count(item.original)},
         {count(item.copies)},
         {wording_.services(item.needed_by)},
         {std::string(state(i))}});
  }
  add_wanted(table);
  paper.blocks.emplace_back(
      paper::Heading{std::string(words(papers::bring)), words(papers::bring_remark, table.rows.size())});
  if (table.rows.empty()) {
    const bool perhaps = std::any_of(plan().evidence.begin(), plan().evidence.end(), [](const EvidenceItem& item) {
      return item.status == EvidenceStatus::undetermined;
    });
    paper.blocks.emplace_back(
        paper::Paragraph{std::string(perhaps ? words(papers::bring_nothing_yet) : words(papers::bring_nothing))});
    return;
  }
  paper.blocks.emplace_back(std::move(table));
  paper.blocks.emplace_back(paper::Paragraph{std::string(words(papers::pieces)), paper::Paragraph::Tone::faint});
  add_tolerances(paper);
}

bool Notice::is_wanted(const EvidenceItem& item) const {
  return std::any_of(wanted_.begin(), wanted_.end(), [&](const NamedDocument& each) {
    return cases::is_named(wording_.rules(), item, each.type, each.holder, each.newborn);
  });
}

// What the case waits for; the rules may want other documents.
void Notice::add_wanted(paper::Table& table) const {
  for (const NamedDocument& document : wanted_) {
    const NamedDocument type{.type = document.type};
    const auto item = std::find_if(plan().evidence.begin(), plan().evidence.end(), [&](const EvidenceItem& each) {
      return cases::is_named(wording_.rules(), each, document.type, document.holder, document.newborn);
    });
    const bool known = item != plan().evidence.end();
    const bool copy = document.as == HandedInAs::copy;
    table.rows.push_back(
        {{std::to_string(table.rows.size() + 1)},
         {std::string(wording_.in(cases::document_words(wording_.rules(), type))),
          std::string(words(papers::wanted_by_department))},
         {known ? holder(*item) : std::string(wording_.in(cases::holder_words(wording_.rules(), document)))},
         {copy ? "—" : "1"},
         {copy ? "1" : "—"},
         {known ? wording_.services(item->needed_by) : "—"},
         {std::string(words(papers::to_bring))}});
  }
}

// Each rule once, with the documents that may come later under it.
void Notice::add_tolerances(Paper& paper) const {
  std::vector<std::pair<const Tolerance*, std::vector<std::string>>> by_rule;
  for (std::size_t i = 0; i < plan().evidence.size(); ++i) {
    const EvidenceItem& item = plan().evidence[i];
    if (item.status != EvidenceStatus::bring || item.tolerance == nullptr || state(i) == words(papers::handed_in))
      continue;
    auto known = std::find_if(by_rule.begin(), by_rule.end(),
                              [&item](const auto& each) { return each.first == item.tolerance; });
    if (known == by_rule.end()) known = by_rule.insert(by_rule.end(), {item.tolerance, {}});
    known->second.push_back(wording_.document(item));
  }
  for (const auto& [tolerance, documents] : by_rule) {
    paper.blocks.emplace_back(
        paper::Paragraph{words(papers::tolerated, wording_.joined(documents), wording_.in(tolerance->until))});
  }
}

void Notice::add_perhaps(Paper& paper) const {
  paper::Table table{{},
                     {row_name(words(papers::document), 4), column(words(papers::holder), 2),
                      column(words(papers::depends_on), 5), column(words(papers::needed_for), 5)}};
  for (const EvidenceItem& item : plan().evidence) {
    if (item.status != EvidenceStatus::undetermined) continue;
    std::vector<std::string> deciding;
    for (const FactRef fact : plan().explain(item.why).deciding) deciding.push_back(wording_.fact(fact));
    table.rows.push_back({{std::string(wording_.in(item.type->label)), wording_.instead_of(item)},
                          {holder(item)},
                          {wording_.joined(deciding)},
                          {wording_.services(item.needed_by)}});
  }
  add_table(paper, words(papers::perhaps_bring), words(papers::perhaps_bring_remark), std::move(table));
}

void Notice::add_questions(Paper& paper) const {
  paper::Table table{{}, {row_name(words(papers::fact), 3), column(words(papers::decides), 6)}};
  for (const Undetermined& open : plan().undetermined) {
    const auto on_form =
        std::find_if(plan().form.fields.begin(), plan().form.fields.end(), [&](const FormField& field) {
          return FactRef{field.field->slot.index, field.newborn} == open.fact;
        });
    std::string whose = on_form == plan().form.fields.end() ? std::string() : wording_.source(*on_form);
    table.rows.push_back({{wording_.fact(open.fact), std::move(whose)}, {what_it_decides(wording_, open)}});
  }
  add_table(paper, words(papers::tell_window), words(papers::tell_window_remark), std::move(table));
}

// By the place on the form, never by the value.
void Notice::add_findings(Paper& paper) const {
  paper::Table table{{}, {row_name(words(papers::place_on_form), 3), column(words(papers::remark), 6)}};
  for (const Finding& finding : plan().findings) {
    if (finding.severity == Severity::info) continue;
    table.rows.push_back({{place_on_form(wording_, finding.path)}, {std::string(wording_.in(finding.message))}});
  }
  add_table(paper, words(papers::put_right), {}, std::move(table));
}

void Notice::add_missing_fields(Paper& paper) const {
  std::vector<std::string> labels;
  for (const std::uint16_t place : plan().acceptable.missing_fields) {
    const FormField& field = plan().form.fields[place];
    const FactRef fact{field.field->slot.index, field.newborn};
    const auto& asked = plan().undetermined;
    const bool told = std::any_of(asked.begin(), asked.end(), [&](const Undetermined& open) {
      return open.fact == fact || is_told_for_all(wording_.rules(), open.fact, fact);
    });
    if (!told) labels.push_back(wording_.fact(fact));
  }
  if (labels.empty()) return;
  paper.blocks.emplace_back(paper::Heading{std::string(words(papers::still_to_fill_in))});
  paper.blocks.emplace_back(paper::Paragraph{wording_.joined(labels)});
}

std::string Notice::why_not(const EvidenceItem& item) const {
  std::string how;
  if (const auto* const service = std::get_if<ServiceId>(&item.from)) {
    return words(papers::produced_by, wording_.in(wording_.rules().services[*service].label));
  }
  const auto* const whose = std::get_if<OrganisationId>(&item.from);
  if (item.status == EvidenceStatus::shared && whose != nullptr) {
    how = words(papers::shared_by, wording_.organisation(*whose));
  }
  if (item.status == EvidenceStatus::hospital) how = words(papers::hospital_has);
  if (item.status == EvidenceStatus::absorbed) how = words(papers::absorbed);
  const std::string why = reason(item.why);
  const std::string seen = item.status == EvidenceStatus::shared ? wording_.looked_up(item) : std::string();
  if (!seen.empty()) return why.empty() ? seen : why + std::string(words(papers::clause_separator)) + seen;
  return why.empty() ? how : why;
}

void Notice::add_need_not_bring(Paper& paper) const {
  paper::Table table{
      {}, {row_name(words(papers::document), 4), column(words(papers::holder), 2), column(words(papers::why_not), 6)}};
  for (const EvidenceItem* item : of_one_kind_together(plan().evidence)) {
    if (is_wanted(*item) || !is_supplied(*item)) continue;
    table.rows.push_back({{std::string(wording_.in(item->type->label))}, {holder(*item)}, {why_not(*item)}});
  }
  add_table(paper, words(papers::need_not_bring), words(papers::need_not_bring_remark), std::move(table));
}

std::string Notice::where(const ServiceLane& lane) const {
  const Rules& rules = wording_.rules();
  std::vector<std::string> parts;
  if (lane.organisation != no_index) parts.push_back(wording_.organisation(lane.organisation));
  if (lane.channel != no_index) parts.emplace_back(wording_.in(rules.channels[lane.channel].label));
  if (lane.already_done) parts.emplace_back(words(papers::has_been_there));
  if (parts.empty() && lane.lane == Lane::elsewhere) parts.emplace_back(words(papers::where_is_open));
  const std::string place = wording_.joined(parts);
  if (lane.follows == no_index) return place.empty() ? std::string(words(papers::not_offered)) : place;
  const std::string_view before = wording_.in(rules.services[lane.follows].label);
  return place.empty() ? words(papers::follows, before) : words(papers::then_follows, place, before);
}

// Once there is a case that was accepted, its receipt has the days, and nothing is said of what would be.
std::string Notice::what_next() const {
  if (state_ == nullptr || state_->status == CaseStatus::draft) return everything_by();
  if (state_->status == CaseStatus::withdrawn) return std::string(words(papers::taken_back));
  if (!state_->accepted_at || state_->status != CaseStatus::accepted) return std::string(words(papers::all_over));
  const bool waiting = supplement_notice_of(*state_).has_value();
  return words(waiting ? papers::under_way_waiting : papers::under_way, wording_.moment(*state_->accepted_at));
}

// A day is promised only to those who can be taken in.
std::string Notice::everything_by() const {
  if (plan().route.empty()) return std::string(words(papers::nothing_here));
  if (!plan().acceptable.now) return std::string(words(papers::counted_from_acceptance));
  if (plan().due) return words(papers::everything_by, wording_.due(*plan().due));
  const auto& route = plan().route;
  const bool unpublished =
      std::any_of(route.begin(), route.end(), [](const Step& step) { return step.promise == nullptr; });
  return std::string(unpublished ? words(papers::no_limit_published) : words(papers::no_day_known));
}

void Notice::add_elsewhere(Paper& paper) const {
  paper::Table table{
      {}, {row_name(words(papers::service), 4), column(words(papers::where), 4), column(words(papers::why), 5)}};
  for (const ServiceLane& lane : plan().services) {
    if (lane.lane == Lane::joint || lane.lane == Lane::undetermined) continue;
    table.rows.push_back({{wording_.service(*lane.service, lane.newborn)}, {where(lane)}, {reason(lane.why)}});
  }
  add_table(paper, words(papers::elsewhere), {}, std::move(table));
}

// What to bring there, for a family that is sent to another way in.
void Notice::add_later(Paper& paper, const Later& later) const {
  const Wording there(later.plan, wording_.language());
  paper::Table table{
      {},
      {row_name(words(papers::document), 4), column(words(papers::holder), 2), figures(words(papers::originals), 1),
       figures(words(papers::copies), 1), column(words(papers::needed_for), 5)}};
  for (const EvidenceItem& item : later.plan.evidence) {
    if (item.status != EvidenceStatus::bring) continue;
    const std::string whose = there.holder(item);
    table.rows.push_back({{std::string(there.in(item.type->label)), there.instead_of(item)},
                          {whose.empty() ? "—" : whose},
                          {count(item.original)},
                          {count(item.copies)},
                          {there.services(item.needed_by)}});
  }
  const std::string_view channel = wording_.in(wording_.rules().channels[later.channel].label);
  const std::string heading = words(papers::bring_later, channel);
  if (!table.rows.empty()) return add_table(paper, heading, {}, std::move(table));
  paper.blocks.emplace_back(paper::Heading{heading});
  paper.blocks.emplace_back(paper::Paragraph{std::string(words(papers::bring_nothing))});
}

// The plans of the other ways in that the lanes send the family to, each once.
std::vector<Later> later_plans(const Plan& now, const Application& application) {
  std::vector<Later> all;
  const Rules& rules = now.profile().rules();
  const auto slot = rules.schema.channel();
  for (const ServiceLane& lane : now.services) {
    const bool known =
        std::any_of(all.begin(), all.end(), [&](const Later& each) { return each.channel == lane.channel; });
    if (!slot || lane.channel == no_index || lane.already_done || known) continue;
    Application there = application;
    if (!there.put(rules.schema.at(*slot).name, Value::text(rules.channels[lane.channel].id))) continue;
    all.push_back({lane.channel, birthcase::plan(now.profile(), there, now.as_of())});
  }
  return all;
}

}  // namespace

Paper notice_of(const Case& state, Date today, Language language) {
  const Plan now = birthcase::plan(state, today);
  return Notice(now, language, &state, waited_for(state), later_plans(now, state.application)).paper(state.id);
}

}  // namespace documents

Paper notice(const Plan& plan, Language language, std::string_view case_id) {
  return documents::Notice(plan, language).paper(case_id);
}

}  // namespace birthcase
