#include "vocabulary.hpp"

#include <algorithm>

namespace birthcase::exchange {

std::optional<Binding> MapVocabulary::find(std::string_view name) const {
  const auto found = std::find(named_.begin(), named_.end(), name);
  if (found == named_.end()) return schema_.find(name);
  const auto place = schema_.family_slots() + static_cast<std::size_t>(found - named_.begin());
  return Binding{.slot = {static_cast<std::uint16_t>(place), false}, .kind = Kind::text};
}

std::vector<std::string> MapVocabulary::names() const {
  std::vector<std::string> all = schema_.names();
  all.insert(all.end(), named_.begin(), named_.end());
  return all;
}

FactsWithTexts::FactsWithTexts(const Facts& facts, std::size_t family_slots, std::span<const Value> texts)
    : family_(facts.family.begin(), facts.family.end()), newborns_(facts.newborns), newborn_(facts.newborn) {
  static const Value unknown;
  family_.resize(family_slots, &unknown);
  for (const Value& text : texts) family_.push_back(&text);
}

}  // namespace birthcase::exchange
