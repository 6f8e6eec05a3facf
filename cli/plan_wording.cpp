#include "plan_wording.hpp"

#include <birthcase/plan_json.hpp>

#include "text/wrap.hpp"

#include <fmt/format.h>

namespace birthcase::cli {
namespace {

std::string newborn_name(const PlanView& view, std::uint16_t newborn) {
  return view.words(command_line::newborn, newborn + 1);
}

std::string with_newborn(const PlanView& view, std::string_view text, std::uint16_t newborn) {
  std::string result(text);
  if (newborn != FactRef::family && several_newborns(view)) {
    result += view.words(command_line::in_brackets, newborn_name(view, newborn));
  }
  return result;
}

// Names, numbers of documents, phones and accounts are not for a list of reasons.
bool is_personal(const Rules& rules, FactRef fact) {
  const auto& node = rules.schema.at(fact);
  if (node.field == no_index) return false;
  const Field& field = rules.fields[node.field];
  return field.type == FieldType::text && field.sensitivity != Sensitivity::none;
}

std::string code_words(const Field& field, const std::string& code, Language language) {
  for (const InlineCode& each : field.inline_codes) {
    if (each.code == code) return text::printable(each.label.in(language));
  }
  const CodeEntry* entry = field.table != nullptr ? field.table->find(code) : nullptr;
  if (entry == nullptr) return text::printable(code);
  const std::string_view name = language == Language::en && !entry->en.empty() ? entry->en : entry->zh;
  return code + " " + text::printable(name);
}

std::string value_words(const PlanView& view, FactRef fact) {
  const Rules& rules = view.plan.profile().rules();
  const Value& value = view.plan.value(fact);
  if (value.is_unknown()) return std::string(view.words(command_line::unknown_fact));
  if (value.is_null()) return std::string(view.words(command_line::none));
  if (value.is(Kind::boolean))
    return std::string(value.is_true() ? view.words(command_line::yes) : view.words(command_line::no));
  if (value.is(Kind::context) || is_personal(rules, fact)) return std::string(view.words(command_line::known_fact));
  const Slot slot = fact.slot();
  if (slot == rules.schema.jurisdiction()) return to_string(value) + ' ' + std::string(view.words.in(rules.place));
  const auto& node = rules.schema.at(slot);
  if (value.is(Kind::text) && node.field != no_index) {
    return code_words(rules.fields[node.field], value.as_text(), view.words.language());
  }
  return for_eyes(to_string(value));
}

std::string facts_read(const PlanView& view, const Why& why) {
  std::vector<std::string> facts;
  for (const FactRef fact : view.plan.explain(why).read) {
    facts.push_back(fact_words(view, fact) + " = " + value_words(view, fact));
  }
  return joined(facts, view.words(command_line::clause_separator));
}

}  // namespace

bool several_newborns(const PlanView& view) noexcept { return view.plan.facts().newborns.size() > 1; }

std::string for_eyes(std::string moment) {
  constexpr std::size_t date = std::string_view("2019-05-06").size();
  if (moment.size() <= date || moment[date] != 'T') return moment;
  moment[date] = ' ';
  constexpr std::size_t minutes = std::string_view("2019-05-06T10:30").size();
  if (moment.size() > minutes && moment.substr(minutes) == ":00") moment.resize(minutes);
  return moment;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string result;
  for (const std::string& part : parts) {
    if (!result.empty()) result += separator;
    result += part;
  }
  return result;
}

std::string service_name(const PlanView& view, const Service& service, std::uint16_t newborn) {
  return with_newborn(view, view.words.in(service.label), newborn);
}

std::string service_names(const PlanView& view, ServiceSet services) {
  std::vector<std::string> names;
  const Rules& rules = view.plan.profile().rules();
  services.each([&](ServiceId service) { names.emplace_back(view.words.in(rules.services[service].label)); });
  return joined(names, view.words(command_line::list_separator));
}

std::string holder_name(const PlanView& view, const EvidenceItem& item) {
  const Rules& rules = view.plan.profile().rules();
  std::vector<std::string> whose;
  if (item.holder != no_index) whose.emplace_back(view.words.in(rules.holders[item.holder].label));
  if (item.newborn != FactRef::family && several_newborns(view)) whose.push_back(newborn_name(view, item.newborn));
  return joined(whose, view.words(command_line::list_separator));
}

std::string document_name(const PlanView& view, const EvidenceItem& item) {
  std::string name(view.words.in(item.type->label));
  const std::string whose = holder_name(view, item);
  if (!whose.empty()) name += view.words(command_line::in_brackets, whose);
  return name;
}

std::string fact_words(const PlanView& view, FactRef fact) {
  return with_newborn(view, fact_label(view.plan.profile(), fact, view.words.language()), fact.newborn);
}

std::string place_words(const Words& words, const Profile& profile, std::string_view path) {
  std::string name;
  for (std::string_view rest = path; rest.starts_with('/');) {
    rest.remove_prefix(1);
    const std::string_view part = rest.substr(0, rest.find('/'));
    rest.remove_prefix(part.size());
    const bool is_place = name == Schema::newborns && part.find_first_not_of("0123456789") == std::string_view::npos;
    if (is_place) {
      name += fmt::format("[{}]", part);
    } else {
      name += name.empty() ? std::string(part) : fmt::format(".{}", part);
    }
  }
  const auto fact = fact_named(profile, name);
  if (!fact) return std::string(path);
  const std::string_view label = fact_label(profile, *fact, words.language());
  return label == name ? name : fmt::format("{} {}", label, name);
}

std::string term_words(const Words& words, const Term& term) {
  if (std::holds_alternative<Immediately>(term)) return std::string(words(command_line::immediately));
  if (std::holds_alternative<StartOfNextMonth>(term)) return std::string(words(command_line::next_month));
  if (const auto* days = std::get_if<WorkingDays>(&term)) return words(command_line::working_days, days->count);
  const int minutes = std::get<OpenMinutes>(term).count;
  return minutes % 60 == 0 ? words(command_line::hours, minutes / 60) : words(command_line::minutes, minutes);
}

std::string reason(const PlanView& view, const Why& why) {
  return text::printable(reason_of(why, view.words.language()));
}

std::vector<std::string> explanation(const PlanView& view, const Why& why) {
  if (why.rule == nullptr) return {};
  const Words& words = view.words;
  const Rule& rule = *why.rule;
  std::string source = words(command_line::source, rule.source);
  if (rule.interpretation) source += words(command_line::interpretation);
  std::vector<std::string> lines{words(command_line::rule, rule.id) +
                                 std::string(words(command_line::clause_separator)) + source};
  if (rule.when == no_index) return lines;
  lines.push_back(words(command_line::condition, view.plan.profile().rules().conditions[rule.when].condition.text()));
  const std::string facts = facts_read(view, why);
  if (!facts.empty()) lines.push_back(words(command_line::looked_at, facts));
  return lines;
}

}  // namespace birthcase::cli
