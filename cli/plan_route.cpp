#include "plan_wording.hpp"
#include "table.hpp"

#include <algorithm>

namespace birthcase::cli {
namespace {

std::string operator_words(const PlanView& view, const Step& step) {
  const Rules& rules = view.plan.profile().rules();
  const auto name = [&](Index organisation) {
    return organisation == no_index ? std::string_view() : view.words.in(rules.organisations[organisation].label);
  };
  if (step.operated_by == no_index || step.operated_by == step.organisation) return std::string(name(step.organisation));
  if (step.organisation == no_index) return std::string(name(step.operated_by));
  return filled(view.words.on_behalf_of, name(step.operated_by), name(step.organisation));
}

std::string after_words(const PlanView& view, const Step& step) {
  std::vector<std::string> numbers;
  for (const std::uint16_t place : view.plan.at(step.after)) numbers.push_back(std::to_string(place + 1));
  return numbers.empty() ? "–" : joined(numbers, view.words.list_separator);
}

// `2019-05-06 10:30`: the T of ISO 8601 is for programs.
std::string due_words(const Words& words, const std::optional<Due>& due) {
  if (!due) return std::string(words.no_date);
  std::string text = to_string(*due);
  if (const auto t = text.find('T'); t != std::string::npos) text[t] = ' ';
  return text;
}

std::string where_words(const PlanView& view, const ServiceLane& lane) {
  const Rules& rules = view.plan.profile().rules();
  if (lane.lane == Lane::undetermined) return std::string(view.words.ask_first);
  std::vector<std::string> parts;
  if (lane.organisation != no_index) parts.emplace_back(view.words.in(rules.organisations[lane.organisation].label));
  if (lane.channel != no_index) parts.emplace_back(view.words.in(rules.channels[lane.channel].label));
  if (lane.follows != no_index) {
    parts.push_back(filled(view.words.follows, view.words.in(rules.services[lane.follows].label)));
  }
  if (parts.empty()) return std::string(view.words.not_offered);
  return joined(parts, view.words.list_separator);
}

// `lane/hukou-registration#2` in words.
std::string decided_words(const PlanView& view, std::string_view decided) {
  const Rules& rules = view.plan.profile().rules();
  const Words& words = view.words;
  const auto slash = decided.find('/');
  if (slash == std::string_view::npos) return std::string(decided == "due" ? words.decides_all_due : decided);
  const std::string_view what = decided.substr(0, slash);
  const std::string_view name = decided.substr(slash + 1);
  const std::string_view id = name.substr(0, name.find_first_of("/#"));
  for (const Service& service : rules.services) {
    if (service.id != id) continue;
    if (what == "lane") return filled(words.decides_lane, words.in(service.label));
  }
  for (const Channel& channel : rules.channels) {
    if (what == "channel" && channel.id == id) return filled(words.decides_channel, words.in(channel.label));
  }
  for (const EvidenceType& evidence : rules.evidence) {
    if (what == "evidence" && evidence.id == id) return filled(words.decides_evidence, words.in(evidence.label));
  }
  for (const Field& field : rules.fields) {
    if (what == "field" && field.id == id) return filled(words.decides_field, words.in(field.label));
  }
  return std::string(decided);
}

std::string decides_words(const PlanView& view, const Undetermined& open) {
  std::vector<std::string> all;
  for (const std::string& decided : open.decides) {
    std::string text = decided_words(view, decided);
    if (std::find(all.begin(), all.end(), text) == all.end()) all.push_back(std::move(text));
  }
  return joined(all, view.words.clause_separator);
}

}  // namespace

std::string route_section(const PlanView& view) {
  const Words& words = view.words;
  if (view.plan.route.empty()) return {};
  Table table({{"", Align::right, false},
               {std::string(words.service), Align::left, true},
               {std::string(words.operated_by), Align::left, true},
               {std::string(words.after), Align::left, false},
               {std::string(words.due), Align::left, false},
               {std::string(words.promise), Align::left, true}});
  for (std::size_t i = 0; i < view.plan.route.size(); ++i) {
    const Step& step = view.plan.route[i];
    table.add({std::to_string(i + 1), service_name(view, *step.service, step.newborn), operator_words(view, step),
               after_words(view, step), due_words(words, step.due),
               step.promise == nullptr ? "–" : term_words(words, step.promise->term)});
    if (view.explain && step.promise != nullptr) {
      for (std::string& line : explanation(view, Why{step.promise, Truth::yes, step.newborn})) {
        table.note(std::move(line));
      }
    }
    if (step.delivery != nullptr && !words.in(step.delivery->label).empty()) {
      table.note(std::string(words.in(step.delivery->label)));
    }
  }
  return heading(view, words.route) + table.text(view.page);
}

std::string elsewhere_section(const PlanView& view) {
  const Words& words = view.words;
  Table table({{std::string(words.service), Align::left, true},
               {std::string(words.where), Align::left, true},
               {std::string(words.why), Align::left, true}});
  for (const ServiceLane& lane : view.plan.services) {
    if (lane.lane == Lane::joint) continue;
    table.add({service_name(view, *lane.service, lane.newborn), where_words(view, lane), reason(view, lane.why)});
    if (!view.explain) continue;
    for (std::string& line : explanation(view, lane.why)) table.note(std::move(line));
  }
  return table.empty() ? std::string() : heading(view, words.elsewhere) + table.text(view.page);
}

std::string questions_section(const PlanView& view) {
  const Words& words = view.words;
  Table table({{std::string(words.fact), Align::left, true}, {std::string(words.decides), Align::left, true}});
  for (const Undetermined& open : view.plan.undetermined) {
    table.add({fact_words(view, open.fact), decides_words(view, open)}, Ink::warning);
  }
  return table.empty() ? std::string() : heading(view, words.to_ask) + table.text(view.page);
}

}  // namespace birthcase::cli
