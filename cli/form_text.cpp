#include "form_text.hpp"

#include <birthcase/plan_json.hpp>

#include "field_wording.hpp"
#include "profile/readers.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace birthcase::cli {
namespace {

class FormText {
 public:
  FormText(const Profile& profile, const Words& words, std::vector<ServiceId> services)
      : profile_(profile), words_(words), services_(std::move(services)) {}

  Document document(const UnifiedForm& form, bool whole) const;

 private:
  Table legend() const;
  Table fields(const UnifiedForm& form) const;
  Table table() const;
  Table read_by_rules() const;
  std::vector<std::string> cells(const UnifiedField& unified) const;

  const Profile& profile_;
  const Words& words_;
  std::vector<ServiceId> services_;  // the columns
};

// The first part of a field's name; empty for facts that stand in no group.
std::string_view group_of(const Field& field) noexcept {
  const auto dot = field.id.find('.');
  return dot == std::string::npos ? std::string_view() : std::string_view(field.id).substr(0, dot);
}

Document FormText::document(const UnifiedForm& form, bool whole) const {
  const Rules& rules = profile_.rules();
  Document document{.language = words_.language()};
  document.title = whole ? words_(command_line::whole_form, words_.in(rules.title))
                         : words_(command_line::part_of_form, words_.in(rules.services[services_.front()].label),
                                  words_.in(rules.title));
  document.lead.push_back({words_(command_line::became, form.department_fields, form.fields.size())});
  document.blocks.emplace_back(layout::Rule{});
  document.blocks.emplace_back(legend());
  document.paragraph(words_(command_line::marks), Ink::faint);
  document.blocks.emplace_back(fields(form));
  if (whole) document.section(words_(command_line::read_by_rules), read_by_rules());
  return document;
}

// Which service a column's number stands for.
Table FormText::legend() const {
  const Rules& rules = profile_.rules();
  Table numbers({{.align = Align::right}, {.flexible = true}});
  for (std::size_t i = 0; i < services_.size(); ++i) {
    const Service& service = rules.services[services_[i]];
    numbers.add(
        {std::to_string(i + 1), words_(command_line::counts_of, words_.in(service.label), service.form.size())});
  }
  return numbers;
}

Table FormText::table() const {
  std::vector<layout::Column> columns{{std::string(words_(command_line::field)), Align::left, true},
                                      {std::string(words_(command_line::name)), Align::left, true},
                                      {std::string(words_(command_line::type)), Align::left, true},
                                      {std::string(words_(command_line::owner)), Align::left, false}};
  for (std::size_t i = 0; i < services_.size(); ++i) columns.push_back({std::to_string(i + 1), Align::left, false});
  return Table(std::move(columns));
}

// One table, so that the columns of all groups stand one above the other; the groups apart.
Table FormText::fields(const UnifiedForm& form) const {
  Table all = table();
  std::string_view group;
  for (const UnifiedField& unified : form.fields) {
    const Field& field = profile_.rules().fields[unified.field];
    if (group_of(field) != group) all.gap();
    group = group_of(field);
    all.add(cells(unified));
  }
  return all;
}

Table FormText::read_by_rules() const {
  Table table({{std::string(words_(command_line::field)), Align::left, true},
               {std::string(words_(command_line::name)), Align::left, true},
               {std::string(words_(command_line::type)), Align::left, true},
               {std::string(words_(command_line::owner)), Align::left, false}});
  for (const FieldId id : profile::read_by_rules_alone(profile_.rules())) {
    const Field& field = profile_.rules().fields[id];
    table.add({std::string(words_.in(field.label)), field.id, kind_of(words_, field, field.constraints),
               std::string(words_(word_for(field.owner)))});
  }
  return table;
}

std::vector<std::string> FormText::cells(const UnifiedField& unified) const {
  const Field& field = profile_.rules().fields[unified.field];
  std::vector<std::string> cells{std::string(words_.in(field.label)), field.id,
                                 kind_of(words_, field, unified.constraints),
                                 std::string(words_(word_for(field.owner)))};
  for (const ServiceId service : services_) {
    const bool required = unified.required_by.has(service);
    cells.emplace_back(required ? "●" : unified.on_form_of.has(service) ? "○" : "");
  }
  return cells;
}

}  // namespace

Result<Document> form_document(const Profile& profile, std::string_view service, const Words& words) {
  const Rules& rules = profile.rules();
  std::vector<ServiceId> services;
  for (const ServiceId i : rules.services.ids()) {
    if (service.empty() ? rules.offered.has(i) : rules.services[i].id == service) services.push_back(i);
  }
  if (service.empty()) return FormText(profile, words, std::move(services)).document(rules.form, true);
  if (services.empty()) return form_json(profile, service).error();
  const DepartmentForm part{services.front(), rules.services[services.front()].form};
  const auto form = unify(rules.fields, std::span(&part, 1));
  if (!form) return form_json(profile, service).error();
  return FormText(profile, words, std::move(services)).document(*form, false);
}

}  // namespace birthcase::cli
