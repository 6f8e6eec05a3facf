// The names that a condition of a map may use: the facts of the profile, and texts of the source that the map names.
#pragma once

#include <birthcase/condition.hpp>
#include <birthcase/schema.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::exchange {

class MapVocabulary final : public Vocabulary {
 public:
  MapVocabulary(const Schema& schema, std::vector<std::string> named) : schema_(schema), named_(std::move(named)) {}

  std::optional<Binding> find(std::string_view name) const override;
  std::vector<std::string> names() const override;
  const DomainFunction* function(std::string_view name) const override { return schema_.function(name); }

 private:
  const Schema& schema_;
  std::vector<std::string> named_;  // in slots after those of the family
};

/// Facts with the named texts after those of the family. Valid as long as both and this.
class FactsWithTexts {
 public:
  FactsWithTexts(const Facts& facts, std::size_t family_slots, std::span<const Value> texts);

  Facts facts() const noexcept { return {family_, newborns_, newborn_}; }

 private:
  std::vector<const Value*> family_;
  std::span<const std::span<const Value* const>> newborns_;
  std::uint16_t newborn_;
};

}  // namespace birthcase::exchange
