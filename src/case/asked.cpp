#include "case/asked.hpp"

#include "case/labels.hpp"
#include "case/names.hpp"
#include "case/payload.hpp"
#include "plan/concerns.hpp"
#include "plan/planning_tables.hpp"
#include "texts/case-findings.hpp"

#include <algorithm>
#include <span>

namespace birthcase::cases {
namespace {

bool is_use_of(const Plan& plan, const EvidenceUse& use, const Step& step) {
  const ServiceLane& lane = plan.services[use.lane];
  return lane.service == step.service && lane.newborn == step.newborn && use.needed != Truth::no;
}

bool holds(const std::vector<std::uint16_t>& places, std::uint16_t place) noexcept {
  return std::find(places.begin(), places.end(), place) != places.end();
}

bool is_deferred(const Case& state, const EvidenceItem& item) {
  const Rules& rules = state.profile.rules();
  return std::any_of(state.deferrals.begin(), state.deferrals.end(), [&](const Deferral& deferral) {
    const DeferredDocument& document = deferral.document;
    return deferral.open() && is_named(rules, item, document.type, document.holder, document.newborn);
  });
}

template <class Item>
void add(std::vector<Item>& items, Item item) {
  if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(std::move(item));
}

void add_facts(const Plan& plan, std::span<const FactRef> facts, Asked& asked) {
  for (const FactRef fact : facts) add(asked.facts, fact_name(plan.profile(), fact));
}

void add_documents(const Case& state, const Plan& plan, const Step& step, Asked& asked) {
  const Acceptability& acceptable = plan.acceptable;
  for (const EvidenceUse& use : plan.uses) {
    if (!is_use_of(plan, use, step)) continue;
    const EvidenceItem& item = plan.evidence[use.evidence];
    if (item.status == EvidenceStatus::undetermined) {  // as acceptance sees it: what is brought anyway is decided
      add_facts(plan, plan.explain(use.why).deciding, asked);
    }
    if (use.status != EvidenceStatus::bring || use.needed != Truth::yes || is_deferred(state, item)) continue;
    if (!holds(acceptable.missing_evidence, use.evidence) && !holds(acceptable.deferrable_evidence, use.evidence)) {
      continue;
    }
    NamedDocument document = named(plan.profile().rules(), item);
    document.as = item.original == 0 ? HandedInAs::copy : HandedInAs::original;
    add(asked.evidence, std::move(document));
  }
}

// What the service itself cannot do without, and what that follows from, which is in no payload.
void add_answers(const Plan& plan, const Step& step, Asked& asked) {
  const Rules& rules = plan.profile().rules();
  const auto service = rules.id_of(*step.service);
  const auto payload = plan.at(step.payload_fields);
  for (const std::uint16_t place : plan.acceptable.missing_fields) {
    const FormField& field = plan.form.fields[place];
    const bool other = step.newborn != FactRef::family && field.newborn != FactRef::family;
    if (!field.needed_by.has(service) || (other && field.newborn != step.newborn)) continue;
    const bool sent = std::find(payload.begin(), payload.end(), place) != payload.end();
    if (sent && !cannot_do_without(plan, step, rules.id_of(*field.field))) continue;
    add(asked.facts, fact_name(plan.profile(), {field.field->slot.index, field.newborn}));
  }
}

// Whether acceptance would wait for an answer that decides about a field of the form.
bool is_undetermined(const Plan& plan, FieldId field, std::uint16_t newborn) {
  const Field* wanted = &plan.profile().rules().fields[field];
  return std::any_of(plan.form.fields.begin(), plan.form.fields.end(), [&](const FormField& each) {
    const bool whose = concerns(each.newborn, newborn);
    return each.field == wanted && whose && each.source == FieldSource::undetermined;
  });
}

// Facts that decide whether a line of the step's form is there, or whether the step is.
void add_deciding(const Plan& plan, const Step& step, Asked& asked) {
  const Rules& rules = plan.profile().rules();
  for (const Undetermined& open : plan.undetermined) {
    const bool other = step.newborn != FactRef::family && open.fact.newborn != FactRef::family;
    if (other && open.fact.newborn != step.newborn) continue;
    const auto concerns = [&](const std::string& decides) {
      if (decides == "lane/" + step.service->id) return true;
      const auto& lines = lines_of(rules, *step.service).conditional;
      return std::any_of(lines.begin(), lines.end(), [&](const FormLine& line) {
        return decides == "field/" + rules.fields[line.field].id && is_undetermined(plan, line.field, step.newborn);
      });
    };
    if (std::none_of(open.decides.begin(), open.decides.end(), concerns)) continue;
    add_facts(plan, std::span(&open.fact, 1), asked);
  }
}

template <class Item>
void take_out(std::vector<Item>& more, const std::vector<Item>& less) {
  std::erase_if(more, [&](const Item& item) { return std::find(less.begin(), less.end(), item) != less.end(); });
}

}  // namespace

Asked asked_of(const Case& state, const Plan& plan, const Step& step) {
  Asked asked;
  add_documents(state, plan, step, asked);
  add_answers(plan, step, asked);
  add_deciding(plan, step, asked);
  return asked;
}

Asked without(Asked more, const Asked& less) {
  take_out(more.facts, less.facts);
  take_out(more.evidence, less.evidence);
  return more;
}

Label words_for(const Case& state, const Asked& asked) {
  const bool several = has_several_newborns(state);
  Label words;
  const auto put = [&words](const Label& item) { texts::append(words, texts::case_findings::list_separator, item); };
  for (const NamedDocument& document : asked.evidence) put(document_words(state.profile.rules(), document, several));
  for (const std::string& fact : asked.facts) put(fact_words(state.profile, fact, several));
  return words;
}

bool is_needed(const Case& state, const Plan& plan, const DeferredDocument& document) {
  const Rules& rules = plan.profile().rules();
  return std::any_of(plan.uses.begin(), plan.uses.end(), [&](const EvidenceUse& use) {
    if (use.needed != Truth::yes || use.status != EvidenceStatus::bring) return false;
    if (!is_named(rules, plan.evidence[use.evidence], document.type, document.holder, document.newborn)) return false;
    const ServiceLane& lane = plan.services[use.lane];
    const CaseStep* step = state.step(step_id(*lane.service, lane.newborn));
    return step != nullptr && !step->given_up();
  });
}

}  // namespace birthcase::cases
