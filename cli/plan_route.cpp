#include "documents/open_questions.hpp"
#include "plan_wording.hpp"

#include <algorithm>
#include <utility>

namespace birthcase::cli {
namespace {

std::string operator_words(const PlanView& view, const Step& step) {
  const Rules& rules = view.plan.profile().rules();
  const auto name = [&](OrganisationId organisation) {
    return organisation == no_index ? std::string() : view.words.in(rules.organisations[organisation].label);
  };
  if (step.operated_by == no_index) return std::string(view.words(command_line::not_certain));
  if (step.organisation == no_index || step.operated_by == step.organisation) {
    return name(step.operated_by);
  }
  return view.words(command_line::on_behalf_of, name(step.operated_by), name(step.organisation));
}

std::string after_words(const PlanView& view, const Step& step) {
  std::vector<std::string> numbers;
  for (const std::uint16_t place : view.plan.at(step.after)) numbers.push_back(std::to_string(place + 1));
  return numbers.empty() ? "–" : joined(numbers, view.words(command_line::list_separator));
}

std::string due_words(const Words& words, const std::optional<Due>& due) {
  return due ? for_eyes(to_string(*due)) : std::string(words(command_line::not_certain));
}

std::string where_words(const PlanView& view, const ServiceLane& lane) {
  const Rules& rules = view.plan.profile().rules();
  if (lane.lane == Lane::undetermined) return std::string(view.words(command_line::ask_first));
  std::vector<std::string> parts;
  if (lane.organisation != no_index) parts.emplace_back(view.words.in(rules.organisations[lane.organisation].label));
  if (lane.channel != no_index) parts.emplace_back(view.words.in(rules.channels[lane.channel].label));
  if (lane.already_done) parts.emplace_back(view.words(command_line::done_before));
  if (parts.empty() && lane.lane == Lane::elsewhere) parts.emplace_back(view.words(command_line::ask_first));
  const std::string place = joined(parts, view.words(command_line::list_separator));
  if (lane.follows == no_index) return place.empty() ? std::string(view.words(command_line::not_offered)) : place;
  const std::string follows = view.words(command_line::follows, view.words.in(rules.services[lane.follows].label));
  return place.empty() ? follows : place + view.words(command_line::in_brackets, follows);
}

template <class Table>
std::string label_in(const Table& table, std::string_view id, const Words& words) {
  const auto at = std::find_if(table.begin(), table.end(), [id](const auto& row) { return row.id == id; });
  return at == table.end() ? std::string(id) : words.in(at->label);
}

// What can depend on an unknown fact, in the order in which it is told.
struct Decision {
  std::string_view kind;  // as in `lane/hukou-registration`
  texts::Pattern<1> pattern;
};

std::string decided_words(const PlanView& view, const Decision& decision, const Undetermined& open) {
  const Rules& rules = view.plan.profile().rules();
  std::vector<std::string> labels;
  for (const std::string_view decided : open.decides) {
    if (!decided.starts_with(decision.kind) || documents::is_on_form_anyway(view.plan, decided)) continue;
    const std::string_view id = decided.substr(decision.kind.size());
    const Words& words = view.words;
    labels.emplace_back(decision.kind == "lane/"       ? label_in(rules.services, id, words)
                        : decision.kind == "evidence/" ? label_in(rules.evidence, id, words)
                        : decision.kind == "field/"    ? label_in(rules.fields, id, words)
                                                       : label_in(rules.channels, id, words));
  }
  return labels.empty() ? std::string()
                        : view.words(decision.pattern, joined(labels, view.words(command_line::list_separator)));
}

std::string decides_words(const PlanView& view, const Undetermined& open) {
  const Words& words = view.words;
  std::vector<std::string> all;
  for (const Decision& decision :
       {Decision{"channel/", command_line::decides_channel}, Decision{"lane/", command_line::decides_lane},
        Decision{"evidence/", command_line::decides_evidence}, Decision{"field/", command_line::decides_field}}) {
    std::string text = decided_words(view, decision, open);
    if (!text.empty()) all.push_back(std::move(text));
  }
  if (std::find(open.decides.begin(), open.decides.end(), "due") != open.decides.end()) {
    all.emplace_back(words(command_line::decides_all_due));
  }
  return joined(all, words(command_line::clause_separator));
}

std::vector<layout::Column> route_columns(const PlanView& view) {
  const Words& words = view.words;
  std::vector<layout::Column> columns{{"", Align::right, false},
                                      {std::string(words(command_line::service)), Align::left, true}};
  if (several_newborns(view)) columns.push_back({std::string(words(command_line::newborns)), Align::left, false});
  columns.insert(columns.end(), {{std::string(words(command_line::operated_by)), Align::left, true},
                                 {std::string(words(command_line::after)), Align::left, false},
                                 {std::string(words(command_line::due)), Align::left, false},
                                 {std::string(words(command_line::promise)), Align::left, true},
                                 {std::string(words(command_line::delivery)), Align::left, true}});
  return columns;
}

std::vector<std::string> route_cells(const PlanView& view, std::size_t place) {
  const Step& step = view.plan.route[place];
  std::vector<std::string> cells{std::to_string(place + 1), std::string(view.words.in(step.service->label))};
  if (several_newborns(view)) {
    cells.push_back(step.newborn == FactRef::family ? std::string() : std::to_string(step.newborn + 1));
  }
  cells.push_back(operator_words(view, step));
  cells.push_back(after_words(view, step));
  // What cannot be taken in is promised nothing.
  const bool refused = inadmissible(view.plan);
  cells.push_back(refused ? "–" : due_words(view.words, step.due));
  cells.push_back(refused || step.promise == nullptr ? "–" : term_words(view.words, step.promise->term));
  cells.push_back(step.delivery == nullptr ? "–" : std::string(view.words.in(step.delivery->label)));
  return cells;
}

}  // namespace

void add_route(Document& document, const PlanView& view) {
  Table table(route_columns(view));
  for (std::size_t i = 0; i < view.plan.route.size(); ++i) {
    table.add(route_cells(view, i));
    const Step& step = view.plan.route[i];
    if (!view.explain || step.promise == nullptr) continue;
    for (std::string& line : explanation(view, Why{step.promise, Truth::yes, step.newborn})) {
      table.note(std::move(line));
    }
  }
  document.section(view.words(command_line::route), std::move(table));
}

void add_elsewhere(Document& document, const PlanView& view) {
  const Words& words = view.words;
  Table table({{std::string(words(command_line::service)), Align::left, true},
               {std::string(words(command_line::where)), Align::left, true},
               {std::string(words(command_line::why)), Align::left, true}});
  for (const ServiceLane& lane : view.plan.services) {
    // Where an undetermined one is handled stands among what has still to be asked.
    if (lane.lane == Lane::joint || (lane.lane == Lane::undetermined && !view.explain)) continue;
    table.add({service_name(view, *lane.service, lane.newborn), where_words(view, lane), reason(view, lane.why)});
    if (!view.explain) continue;
    for (std::string& line : explanation(view, lane.why)) table.note(std::move(line));
  }
  document.section(words(command_line::elsewhere), std::move(table));
}

void add_questions(Document& document, const PlanView& view) {
  const Words& words = view.words;
  Table table({{std::string(words(command_line::fact)), Align::left, true},
               {std::string(words(command_line::decides)), Align::left, true}});
  for (const Undetermined& open : view.plan.undetermined) {
    table.add({fact_words(view, open.fact), decides_words(view, open)}, Ink::warning);
  }
  document.section(words(command_line::to_ask), std::move(table));
}

}  // namespace birthcase::cli
