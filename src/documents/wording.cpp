#include "documents/wording.hpp"

#include <birthcase/plan_json.hpp>

#include "documents/values.hpp"

namespace birthcase::documents {

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string result;
  for (const std::string& part : parts) {
    if (!result.empty()) result += separator;
    result += part;
  }
  return result;
}

Paper Wording::paper(std::string_view title, std::string_view case_id) const {
  const std::string_view place = in(rules_.place);
  Paper paper{.language = language()};
  paper.title = place.empty() ? std::string(title) : words_(papers::placed_title, place, title);
  paper.office = in(rules_.window);
  paper.head.push_back({std::string(words_(papers::case_number)), std::string(case_id)});
  paper.running = case_id.empty() ? paper.title : words_(papers::running, paper.title, case_id);
  return paper;
}

std::string Wording::joined(const std::vector<std::string>& parts) const {
  return documents::joined(parts, words_(papers::list_separator));
}

std::string Wording::in_brackets(std::string_view text) const { return words_(papers::in_brackets, text); }

std::string Wording::with_newborn(std::string_view text, std::uint16_t newborn) const {
  std::string result(text);
  if (newborn != FactRef::family && several_newborns()) result += in_brackets(words_(papers::newborn, newborn + 1));
  return result;
}

std::string Wording::service(const Service& service, std::uint16_t newborn) const {
  return with_newborn(in(service.label), newborn);
}

std::string Wording::services(ServiceSet services) const {
  std::vector<std::string> names;
  services.each([&](ServiceId service) { names.emplace_back(in(rules_.services[service].label)); });
  return joined(names);
}

std::string Wording::organisation(OrganisationId organisation) const {
  return organisation == no_index ? std::string() : std::string(in(rules_.organisations[organisation].label));
}

std::string Wording::holder(const EvidenceItem& item) const {
  std::vector<std::string> whose;
  if (item.holder != no_index) whose.emplace_back(in(rules_.holders[item.holder].label));
  if (item.newborn != FactRef::family && several_newborns()) whose.push_back(words_(papers::newborn, item.newborn + 1));
  return joined(whose);
}

std::string Wording::document(const EvidenceItem& item) const {
  const std::string whose = holder(item);
  return std::string(in(item.type->label)) + (whose.empty() ? std::string() : in_brackets(whose));
}

std::string Wording::instead_of(const EvidenceItem& item) const {
  if (item.asked == no_index || &rules_.evidence[item.asked] == item.type) return {};
  return words_(papers::instead_of, in(rules_.evidence[item.asked].label));
}

std::string Wording::fact(FactRef fact) const {
  return with_newborn(fact_label(plan_.profile(), fact, language()), fact.newborn);
}

std::string Wording::newborn(std::uint16_t newborn) const {
  const auto field = rules_.schema.field("newborn.name");
  const bool unnamed = field && plan_.value({rules_.fields[*field].slot.index, newborn}).is_null();
  const std::string name = unnamed ? std::string(words_(papers::unnamed)) : known("newborn.name", newborn);
  if (!several_newborns()) return name;
  return words_(papers::newborn, newborn + 1) + (name.empty() ? std::string() : in_brackets(name));
}

std::string Wording::newborns() const {
  std::vector<std::string> all;
  for (std::uint16_t i = 0; i < plan_.newborns(); ++i) {
    std::string one = newborn(i);
    if (!one.empty()) all.push_back(std::move(one));
  }
  return joined(all);
}

std::string Wording::known(std::string_view fact, std::uint16_t newborn) const {
  const auto field = rules_.schema.field(fact);
  if (!field) return {};
  const FactRef ref{rules_.fields[*field].slot.index, newborn};
  const Value& value = plan_.value(ref);
  return value.is_unknown() || value.is_null() ? std::string() : value_words(*this, ref, value);
}

std::string Wording::date(int year, unsigned month, unsigned day) const {
  return words_(papers::date, year, month, day);
}

std::string Wording::date(Date day) const {
  const auto parts = day.year_month_day();
  return date(parts.year, parts.month.as_number(), parts.day.as_number());
}

std::string Wording::moment(const DateTime& moment) const {
  const auto time = moment.time_of_day();
  return words_(papers::moment, date(moment.date()), time.hours(), time.minutes());
}

std::string Wording::due(const Due& due) const {
  if (!due.time) return date(due.date);
  return words_(papers::moment, date(due.date), due.time->hours(), due.time->minutes());
}

std::string Wording::term(const Term& term) const {
  if (std::holds_alternative<Immediately>(term)) return std::string(words_(papers::immediately));
  if (std::holds_alternative<StartOfNextMonth>(term)) return std::string(words_(papers::next_month));
  if (const auto* days = std::get_if<WorkingDays>(&term)) return words_(papers::working_days, days->count);
  const int minutes = std::get<OpenMinutes>(term).count;
  return minutes % 60 == 0 ? words_(papers::hours, minutes / 60) : words_(papers::minutes, minutes);
}

}  // namespace birthcase::documents
