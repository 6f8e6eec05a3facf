#include "case/wording.hpp"

#include <birthcase/plan_json.hpp>

#include "case/names.hpp"
#include "json/document.hpp"
#include "plan_wording.hpp"

#include <algorithm>
#include <charconv>

namespace birthcase::cli::cases {

std::string id_as_typed(const std::string& id, std::string_view instead) {
  const auto colon = std::min(id.find(':'), id.size());
  const std::string_view rest = std::string_view(id).substr(colon);
  const bool named = std::all_of(rest.begin(), rest.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           std::string_view(":/#-").find(c) != std::string_view::npos;
  });
  const bool ours = named && birthcase::cases::may_name_new_case(id.substr(0, colon)) &&
                    (rest.size() < 2 || json::is_presentable(rest.substr(1, rest.find(':', 1) - 1)));
  return ours ? id : std::string(instead);
}

namespace {

template <class Table>
std::string label_of(const Table& table, std::string_view id, const Words& words) {
  const auto at = std::find_if(table.begin(), table.end(), [id](const auto& row) { return row.id == id; });
  return at == table.end() ? std::string(id) : words.in(at->label);
}

bool has_several_newborns(const Case& state) {
  return state.application.newborn_count() > 1 ||
         std::any_of(state.steps.begin(), state.steps.end(), [](const CaseStep& step) {
           return step.planned.newborn != FactRef::family && step.planned.newborn > 0;
         });
}

std::string with_number(const CaseView& view, std::string name, std::string_view number) {
  if (number.empty() || !has_several_newborns(view.state)) return name;
  return name + view.words(command_line::in_brackets, view.words(command_line::newborn, number));
}

}  // namespace

std::string step_name(const CaseView& view, std::string_view step_id) {
  const auto mark = step_id.find('#');
  const std::string_view number = mark == std::string_view::npos ? std::string_view() : step_id.substr(mark + 1);
  const Rules& rules = view.state.profile.rules();
  return with_number(view, label_of(rules.services, step_id.substr(0, mark), view.words), number);
}

std::string step_names(const CaseView& view, const std::vector<std::string>& step_ids) {
  std::vector<std::string> names;
  for (const std::string& id : step_ids) names.push_back(step_name(view, id));
  return joined(names, view.words(command_line::list_separator));
}

std::string organisation_name(const CaseView& view, std::string_view id) {
  return label_of(view.state.profile.rules().organisations, id, view.words);
}

std::string department_of(const CaseView& view, const PlannedStep& planned) {
  const std::string decides = organisation_name(view, planned.organisation);
  if (planned.operated_by.empty() || planned.operated_by == planned.organisation) return decides;
  return view.words(command_line::on_behalf_of, organisation_name(view, planned.operated_by), decides);
}

std::string document_name(const CaseView& view, std::string_view type, std::string_view holder, std::uint16_t newborn) {
  const Rules& rules = view.state.profile.rules();
  std::string name = label_of(rules.evidence, type, view.words);
  if (!holder.empty()) name += view.words(command_line::in_brackets, label_of(rules.holders, holder, view.words));
  return newborn == FactRef::family ? name : with_number(view, std::move(name), std::to_string(newborn + 1));
}

std::string fact_name_of(const CaseView& view, std::string_view name) {
  const auto fact = fact_named(view.state.profile, name);
  if (!fact) return std::string(name);
  std::string label(fact_label(view.state.profile, *fact, view.words.language()));
  return fact->newborn == FactRef::family ? label
                                          : with_number(view, std::move(label), std::to_string(fact->newborn + 1));
}

std::string for_eyes(const DateTime& moment) { return cli::for_eyes(to_string(moment)); }

std::string for_eyes(const Due& due) { return cli::for_eyes(to_string(due)); }

}  // namespace birthcase::cli::cases
