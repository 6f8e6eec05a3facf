#include "documents/open_questions.hpp"

#include "documents/wording.hpp"

#include <algorithm>

namespace birthcase::documents {
namespace {

template <class Table>
std::string_view label_in(const Wording& wording, const Table& table, std::string_view id) {
  const auto at = std::find_if(table.begin(), table.end(), [id](const auto& row) { return row.id == id; });
  return at == table.end() ? id : wording.in(at->label);
}

std::string_view label_of_decided(const Wording& wording, std::string_view kind, std::string_view id) {
  const Rules& rules = wording.rules();
  if (kind == "evidence/") return label_in(wording, rules.evidence, id);
  if (kind == "field/") return label_in(wording, rules.fields, id);
  if (kind == "channel/") return label_in(wording, rules.channels, id);
  return label_in(wording, rules.services, id);
}

}  // namespace

bool is_on_form_anyway(const Plan& plan, std::string_view decided) {
  constexpr std::string_view kind = "field/";
  if (!decided.starts_with(kind)) return false;
  return std::any_of(plan.form.fields.begin(), plan.form.fields.end(), [&](const FormField& field) {
    return field.field->id == decided.substr(kind.size()) && !field.needed_by.empty();
  });
}

std::string what_it_decides(const Wording& wording, const Undetermined& open) {
  const Words words = wording.words();
  const std::pair<std::string_view, texts::Pattern<1>> kinds[] = {
      {"channel/", papers::decides_channel},           {"lane/", papers::decides_lane},
      {"evidence/", papers::decides_evidence},         {"field/", papers::decides_field},
      {"organisation/", papers::decides_organisation}, {"operator/", papers::decides_operator},
      {"delivery/", papers::decides_delivery}};
  std::vector<std::string> all;
  for (const auto& [kind, pattern] : kinds) {
    std::vector<std::string> labels;
    for (const std::string_view decided : open.decides) {
      if (!decided.starts_with(kind) || is_on_form_anyway(wording.plan(), decided)) continue;
      labels.emplace_back(label_of_decided(wording, kind, decided.substr(kind.size())));
    }
    if (!labels.empty()) all.push_back(words(pattern, wording.joined(labels)));
  }
  if (std::find(open.decides.begin(), open.decides.end(), "due") != open.decides.end()) {
    all.emplace_back(words(papers::decides_due));
  }
  return joined(all, words(papers::clause_separator));
}

std::string place_on_form(const Wording& wording, std::string_view path) {
  const Profile& profile = wording.plan().profile();
  const Schema& schema = wording.rules().schema;
  const auto names = [&](Slot slot, std::uint16_t newborn) {
    return fact_path(profile, {slot.index, newborn}) == path;
  };
  for (std::uint16_t i = 0; i < schema.family_slots(); ++i) {
    if (names({i, false}, FactRef::family)) return wording.fact({i, FactRef::family});
  }
  for (std::uint16_t newborn = 0; newborn < wording.plan().newborns(); ++newborn) {
    for (std::uint16_t i = 0; i < schema.newborn_slots(); ++i) {
      if (names({i, true}, newborn)) return wording.fact({i, newborn});
    }
  }
  return path == "/newborns" ? std::string(wording.words(papers::newborns)) : std::string();
}

}  // namespace birthcase::documents
