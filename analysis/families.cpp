#include "analysis/families.hpp"

#include <algorithm>

namespace birthcase::analysis {

void Families::add_like(std::size_t family, const std::vector<Changes>& all) {
  for (const Changes& changes : all) families_.push_back({families_[family].model, changes, family});
}

void Families::keep(const z3::expr& formula, std::size_t first) {
  const FamilySet kept = of(formula);
  std::size_t end = first;
  for (std::size_t i = first; i < families_.size(); ++i) {
    if (kept[i]) std::swap(families_[end++], families_[i]);
  }
  families_.erase(families_.begin() + static_cast<std::ptrdiff_t>(end), families_.end());
  for (Part& part : parts_) {
    part.truths.resize(std::min(part.truths.size(), first));
    part.values.resize(std::min(part.values.size(), first));
  }
}

const z3::expr* Families::Family::changed(const z3::expr& constant) const {
  const auto found = std::find_if(changes.begin(), changes.end(),
                                  [&constant](const auto& change) { return z3::eq(change.first, constant); });
  return found == changes.end() ? nullptr : &found->second;
}

z3::expr Families::value(const z3::expr& constant, std::size_t family) const {
  const z3::expr* const changed = families_[family].changed(constant);
  return changed != nullptr ? *changed : families_[family].model.eval(constant, true);
}

Families::Operation Families::operation_of(const z3::expr& formula) {
  if (formula.num_args() == 0) return Operation::variable;
  switch (formula.decl().decl_kind()) {
    case Z3_OP_AND:
      return Operation::all;
    case Z3_OP_OR:
      return Operation::any;
    case Z3_OP_NOT:
      return Operation::negation;
    case Z3_OP_IMPLIES:
      return Operation::implication;
    case Z3_OP_ITE:
      return Operation::choice;
    case Z3_OP_EQ:
      return Operation::equality;
    default:
      return Operation::other;
  }
}

std::size_t Families::part(const z3::expr& formula) {
  if (const auto known = by_formula_.find(formula.id()); known != by_formula_.end()) return known->second;
  Part made{operation_of(formula), formula, {}};
  for (unsigned i = 0; i < formula.num_args(); ++i) made.arguments.push_back(part(formula.arg(i)));
  parts_.push_back(std::move(made));
  by_formula_.emplace(formula.id(), parts_.size() - 1);
  return parts_.size() - 1;
}

const FamilySet& Families::truths(std::size_t index) {
  Part& part = parts_[index];
  if (part.truths.size() == families_.size()) return part.truths;
  switch (part.operation) {
    case Operation::variable:
    case Operation::other:
      extend(part);
      break;
    case Operation::choice:
      part.truths = chosen(part);
      break;
    case Operation::equality:
      compare(part);
      break;
    default:
      part.truths = joined(part);
  }
  return part.truths;
}

FamilySet Families::joined(const Part& part) {
  FamilySet result = truths(part.arguments.front());
  if (part.operation == Operation::negation) return ~result;
  if (part.operation == Operation::implication) return ~result | truths(part.arguments.back());
  for (std::size_t i = 1; i < part.arguments.size(); ++i) {
    if (part.operation == Operation::all) {
      result &= truths(part.arguments[i]);
    } else {
      result |= truths(part.arguments[i]);
    }
  }
  return result;
}

FamilySet Families::chosen(const Part& part) {
  const FamilySet& first = truths(part.arguments[0]);
  return (first & truths(part.arguments[1])) | (~first & truths(part.arguments[2]));
}

void Families::compare(Part& part) {
  const std::size_t a = part.arguments[0];
  const std::size_t b = part.arguments[1];
  if (parts_[a].formula.is_bool()) {
    part.truths = ~(truths(a) ^ truths(b));
    return;
  }
  const std::vector<int>& first = values(a);
  const std::vector<int>& second = values(b);
  for (std::size_t family = part.truths.size(); family < families_.size(); ++family) {
    part.truths.push_back(first[family] == second[family]);
  }
}

const std::vector<int>& Families::values(std::size_t index) {
  Part& part = parts_[index];
  if (part.values.size() == families_.size()) return part.values;
  if (part.operation != Operation::choice) {
    extend(part);
    return part.values;
  }
  const FamilySet& condition = truths(part.arguments[0]);
  const std::vector<int>& yes = values(part.arguments[1]);
  const std::vector<int>& no = values(part.arguments[2]);
  for (std::size_t family = part.values.size(); family < families_.size(); ++family) {
    part.values.push_back(condition[family] ? yes[family] : no[family]);
  }
  return part.values;
}

// For the families that came after it was last asked.
void Families::extend(Part& part) {
  const bool boolean = part.formula.is_bool();
  const bool constant = part.arguments.empty();
  for (std::size_t family = boolean ? part.truths.size() : part.values.size(); family < families_.size(); ++family) {
    const std::size_t like = families_[family].like;
    if (constant && like != family && families_[family].changed(part.formula) == nullptr) {
      boolean ? part.truths.push_back(part.truths[like]) : part.values.push_back(part.values[like]);
      continue;
    }
    const z3::expr found = constant ? value(part.formula, family) : worked_out(part, family);
    boolean ? part.truths.push_back(found.is_true()) : part.values.push_back(place_of(found));
  }
}

// Whatever else the solver knows: it works that out from the arguments' values, once for the same ones unless it is a
// function of this model's own.
z3::expr Families::worked_out(const Part& part, std::size_t family) {
  const z3::func_decl function = part.formula.decl();
  z3::expr_vector arguments(part.formula.ctx());
  std::vector<unsigned> key{part.formula.id()};
  for (const std::size_t each : part.arguments) {
    arguments.push_back(value_of(each, family));
    key.push_back(arguments.back().id());
  }
  if (function.decl_kind() == Z3_OP_UNINTERPRETED) return families_[family].model.eval(function(arguments), true);
  const auto known = worked_out_.find(key);
  if (known != worked_out_.end()) return known->second;
  return worked_out_.emplace(std::move(key), families_[family].model.eval(function(arguments), true)).first->second;
}

z3::expr Families::value_of(std::size_t index, std::size_t family) {
  const z3::expr& formula = parts_[index].formula;
  if (formula.is_bool()) return formula.ctx().bool_val(truths(index)[family]);
  return values_[static_cast<std::size_t>(values(index)[family])];
}

int Families::place_of(const z3::expr& value) {
  const auto [place, added] = places_.try_emplace(value.id(), static_cast<int>(values_.size()));
  if (added) values_.push_back(value);
  return place->second;
}

}  // namespace birthcase::analysis
