// A small vocabulary with facts for the tests of expressions.
#pragma once

#include <birthcase/condition.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace birthcase::testing {

/// Facts of a family and of newborns, all unknown until `set`.
class FactsOfTest final : public Vocabulary {
 public:
  FactsOfTest() {
    add("mother.name", Kind::text);
    add("mother.hukou.division", Kind::text);
    add("father", Kind::context);
    add("father.name", Kind::text);
    add("marriage.status", Kind::text, &statuses_);
    add("birth.weight", Kind::number);
    add("applied on", Kind::date);
    add("local", Kind::boolean);
    add("foreign", Kind::boolean);
    add("newborn.sex", Kind::text, &sexes_, true);
    add("newborn.weight_g", Kind::number, nullptr, true);
    family_.resize(bindings_.size());
    newborns_.resize(2, std::vector<Value>(bindings_.size()));
  }

  void set(const std::string& name, Value value) { family_[bindings_.at(name).slot.index] = std::move(value); }
  void set(std::size_t newborn, const std::string& name, Value value) {
    newborns_[newborn][bindings_.at(name).slot.index] = std::move(value);
  }
  FactRef ref(const std::string& name, std::uint16_t newborn = FactRef::family) const {
    return {bindings_.at(name).slot.index, newborn};
  }

  std::optional<Binding> find(std::string_view name) const override {
    if (name == "newborns") {
      Binding binding;
      binding.kind = Kind::list;
      binding.newborn_list = true;
      return binding;
    }
    const auto found = bindings_.find(std::string(name));
    return found == bindings_.end() ? std::nullopt : std::optional(found->second);
  }

  std::vector<std::string> names() const override {
    std::vector<std::string> names{"newborns"};
    for (const auto& [name, binding] : bindings_) names.push_back(name);
    return names;
  }

  const DomainFunction* function(std::string_view name) const override {
    static const DomainFunction shout{"shout loudly", Kind::text, Kind::text,
                                      [](const Value& text) { return Value::text(text.as_text() + "!"); }};
    return name == shout.name ? &shout : nullptr;
  }

  static std::vector<const Value*> pointers(const std::vector<Value>& values) {
    std::vector<const Value*> result;
    for (const Value& value : values) result.push_back(&value);
    return result;
  }

  template <class Use>
  auto with_facts(std::uint16_t newborn, Use use) const {
    const auto family = pointers(family_);
    std::vector<std::vector<const Value*>> newborns;
    for (const auto& facts : newborns_) newborns.push_back(pointers(facts));
    const std::vector<std::span<const Value* const>> spans(newborns.begin(), newborns.end());
    return use(Facts{family, spans, newborn});
  }

  Value evaluate(std::string_view text, Trace* trace = nullptr, std::uint16_t newborn = FactRef::family) const {
    const auto expression = Expression::compile(text, *this);
    if (!expression) return Value::text("refused: " + expression.error().message);
    return with_facts(newborn, [&](const Facts& facts) {
      return trace == nullptr ? expression->evaluate(facts) : expression->evaluate(facts, *trace);
    });
  }

  Truth test(std::string_view text, Trace* trace = nullptr) const {
    const auto condition = Condition::compile(text, *this);
    return with_facts(FactRef::family, [&](const Facts& facts) {
      return trace == nullptr ? condition->test(facts) : condition->test(facts, *trace);
    });
  }

 private:
  void add(const std::string& name, Kind kind, const std::vector<std::string>* codes = nullptr, bool newborn = false) {
    Binding binding;
    binding.slot = {static_cast<std::uint16_t>(bindings_.size()), newborn};
    binding.kind = kind;
    binding.codes = codes;
    bindings_.emplace(name, binding);
  }

  std::vector<std::string> statuses_{"10", "20", "30"};
  std::vector<std::string> sexes_{"1", "2", "9"};
  std::map<std::string, Binding> bindings_;
  std::vector<Value> family_;
  std::vector<std::vector<Value>> newborns_;
};

}  // namespace birthcase::testing
