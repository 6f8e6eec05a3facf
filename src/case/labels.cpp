#include "case/labels.hpp"

#include <birthcase/plan_json.hpp>

#include "case/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::cases {
namespace {

template <class Rows>
Label label_of(const Rows& rows, std::string_view id) {
  const auto row = std::find_if(rows.begin(), rows.end(), [id](const auto& each) { return each.id == id; });
  return row == rows.end() ? Label{std::string(id), std::string(id)} : row->label;
}

Label with_newborn(Label label, std::uint16_t newborn, bool several) {
  if (newborn == FactRef::family || !several) return label;
  label.zh += fmt::format("，第{}名新生儿", newborn + 1);
  label.en += fmt::format(", newborn {}", newborn + 1);
  return label;
}

}  // namespace

Label document_words(const Rules& rules, const NamedDocument& document, bool several) {
  Label label = label_of(rules.evidence, document.type);
  if (!document.holder.empty()) {
    const Label holder = label_of(rules.holders, document.holder);
    label.zh += fmt::format("（{}）", holder.zh);
    label.en += fmt::format(" ({})", holder.en);
  }
  return with_newborn(std::move(label), document.newborn, several);
}

Label holder_words(const Rules& rules, const NamedDocument& document) {
  return document.holder.empty() ? Label{"—", "—"} : label_of(rules.holders, document.holder);
}

Label fact_words(const Profile& profile, std::string_view name, bool several) {
  const auto fact = fact_named(profile, name);
  if (!fact) return {std::string(name), std::string(name)};
  return with_newborn(
      {std::string(fact_label(profile, *fact, Language::zh)), std::string(fact_label(profile, *fact, Language::en))},
      fact->newborn, several);
}

Label step_words(const Rules& rules, const PlannedStep& step, bool several) {
  return with_newborn(label_of(rules.services, step.service), step.newborn, several);
}

Label organisation_words(const Rules& rules, std::string_view id) { return label_of(rules.organisations, id); }

}  // namespace birthcase::cases
