#include "analysis/families.hpp"

#include <algorithm>
#include <utility>

namespace birthcase::analysis {

void Families::add_like(std::size_t family, const std::vector<Changes>& all) {
  const Family base = families_[family];
  for (const Changes& changes : all) {
    families_.push_back({base.model, changes, base.like});
    Changes& mine = families_.back().changes;
    mine.insert(mine.end(), base.changes.begin(), base.changes.end());
  }
}

void Families::keep(const z3::expr& formula, std::size_t first) {
  const FamilySet kept = of(formula);
  std::size_t end = first;
  for (std::size_t i = first; i < families_.size(); ++i) {
    if (!kept[i]) continue;
    if (i != end) families_[end] = families_[i];
    for (const std::size_t each : variables_) {
      std::vector<int>& column = parts_[each].column;
      if (column.size() > i) column[end] = column[i];
    }
    for (Root& root : roots_) root.truths[end] = root.truths[i];
    ++end;
  }
  families_.erase(families_.begin() + static_cast<std::ptrdiff_t>(end), families_.end());
  for (const std::size_t each : variables_) {
    parts_[each].column.resize(std::min(parts_[each].column.size(), end));
  }
  for (Root& root : roots_) {
    root.truths.resize(end);
    root.words.resize(root.truths.num_blocks());
    boost::to_block_range(root.truths, root.words.begin());
  }
  worked_out_ = end;
}

const z3::expr* Families::Family::changed(const z3::expr& constant) const {
  const auto found = std::find_if(changes.begin(), changes.end(),
                                  [&constant](const auto& change) { return z3::eq(change.first, constant); });
  return found == changes.end() ? nullptr : &found->second;
}

z3::expr Families::value(const z3::expr& formula, std::size_t family) {
  const std::size_t place = part(formula);
  if (parts_[place].operation == Operation::variable) {
    look_up(parts_[place], family, family + 1);
  } else {
    if (worked_out_ < families_.size()) extend();
    begin(below(place), family, family + 1);
  }
  return expression(parts_[place], value_at(parts_[place], family));
}

std::vector<z3::expr> Families::values_asked_of(const z3::expr& constant) {
  std::vector<z3::expr> values;
  for (const int place : parts_[part(constant)].asked) values.push_back(values_[static_cast<std::size_t>(place)]);
  return values;
}

const FamilySet& Families::of(const z3::expr& formula) {
  if (worked_out_ < families_.size()) extend();
  const std::size_t place = part(formula);
  if (parts_[place].root != nullptr) return parts_[place].root->truths;
  Root& root = roots_.emplace_back(Root{place, {}, {}});
  const std::vector<std::size_t> all = below(place);
  for (std::size_t first = 0; first < families_.size(); first += at_once) {
    const std::size_t end = std::min(first + at_once, families_.size());
    begin(all, first, end);
    fill(root, end);
  }
  parts_[place].root = &root;
  return root.truths;
}

// Works out these parts of at most 64 families, but for those that were asked for before.
void Families::begin(const std::vector<std::size_t>& all, std::size_t first, std::size_t end) {
  for (const std::size_t each : all) {
    Part& part = parts_[each];
    if (part.root != nullptr && part.root->truths.size() >= end) {
      words_[each] = part.root->words[first / at_once];
    } else {
      work_out(part, first, end);
    }
  }
}

// Works out what was asked for of the families that came after it was.
void Families::extend() {
  while (worked_out_ < families_.size()) {
    const std::size_t end = std::min((worked_out_ / at_once + 1) * at_once, families_.size());
    for (Part& part : parts_) work_out(part, worked_out_, end);
    for (Root& root : roots_) fill(root, end);
    worked_out_ = end;
  }
}

void Families::fill(Root& root, std::size_t end) {
  const std::uint64_t word = words_[root.part];
  while (root.truths.size() < end) root.truths.push_back((word >> root.truths.size() % at_once & 1U) != 0);
  root.words.resize(root.truths.num_blocks());
  root.words.back() = word;
}

Families::Operation Families::operation_of(const z3::expr& formula) {
  if (formula.is_numeral() || formula.is_true() || formula.is_false()) return Operation::fixed;
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
    case Z3_OP_DISTINCT:
      return formula.num_args() == 2 ? Operation::difference : Operation::other;
    default:
      return Operation::other;
  }
}

std::size_t Families::part(const z3::expr& formula) {
  if (const auto known = by_formula_.find(formula.id()); known != by_formula_.end()) return known->second;
  std::vector<std::size_t> arguments;
  for (unsigned i = 0; i < formula.num_args(); ++i) arguments.push_back(part(formula.arg(i)));
  Part made{operation_of(formula), formula.is_bool(), formula, std::move(arguments), numbers_.size()};
  if (!made.boolean) numbers_.emplace_back();
  if (made.operation == Operation::fixed) made.column.assign(1, made.boolean ? formula.is_true() : place_of(formula));
  if (made.operation == Operation::equality) note_comparison(made);
  if (made.operation == Operation::variable) variables_.push_back(parts_.size());
  parts_.push_back(std::move(made));
  seen_.push_back(0);
  words_.push_back(0);
  by_formula_.emplace(formula.id(), parts_.size() - 1);
  return parts_.size() - 1;
}

void Families::note_comparison(const Part& part) {
  for (const std::size_t side : {0U, 1U}) {
    Part& variable = parts_[part.arguments[side]];
    const Part& value = parts_[part.arguments[1 - side]];
    if (variable.operation != Operation::variable || value.operation != Operation::fixed) continue;
    variable.asked.insert(value.column.front());
  }
}

// The parts that this one is made of, down to those that were asked for before, and itself. What each is made of comes
// before it.
std::vector<std::size_t> Families::below(std::size_t part) {
  ++walk_;
  std::vector<std::size_t> all;
  std::vector<std::size_t> open{part};
  while (!open.empty()) {
    const std::size_t next = open.back();
    open.pop_back();
    if (std::exchange(seen_[next], walk_) == walk_) continue;
    all.push_back(next);
    if (parts_[next].root != nullptr) continue;
    open.insert(open.end(), parts_[next].arguments.begin(), parts_[next].arguments.end());
  }
  std::sort(all.begin(), all.end());
  return all;
}

void Families::work_out(Part& part, std::size_t first, std::size_t end) {
  std::uint64_t& word = words_[static_cast<std::size_t>(&part - parts_.data())];
  switch (part.operation) {
    case Operation::fixed:
      if (part.boolean) {
        word = part.column.front() != 0 ? ~std::uint64_t{0} : 0;
      } else {
        numbers_[part.numbers].fill(part.column.front());
      }
      return;
    case Operation::variable:
      return look_up(part, first, end);
    case Operation::choice:
      return choose(part, first, end);
    case Operation::equality:
      word = same(part);
      return;
    case Operation::difference:
      word = ~same(part);
      return;
    case Operation::other:
      return ask_solver(part, first, end);
    default:
      word = joined(part);
  }
}

std::uint64_t Families::joined(const Part& part) const {
  std::uint64_t result = words_[part.arguments.front()];
  if (part.operation == Operation::negation) return ~result;
  if (part.operation == Operation::implication) return ~result | words_[part.arguments.back()];
  for (const std::size_t argument : part.arguments) {
    result = part.operation == Operation::all ? result & words_[argument] : result | words_[argument];
  }
  return result;
}

void Families::choose(const Part& part, std::size_t first, std::size_t end) {
  const std::uint64_t condition = words_[part.arguments[0]];
  if (part.boolean) {
    words_[static_cast<std::size_t>(&part - parts_.data())] =
        (condition & words_[part.arguments[1]]) | (~condition & words_[part.arguments[2]]);
    return;
  }
  const Numbers& yes = numbers_[parts_[part.arguments[1]].numbers];
  const Numbers& no = numbers_[parts_[part.arguments[2]].numbers];
  for (std::size_t family = first; family < end; ++family) {
    const std::size_t lane = family % at_once;
    numbers_[part.numbers][lane] = (condition >> lane & 1U) != 0 ? yes[lane] : no[lane];
  }
}

std::uint64_t Families::same(const Part& part) const {
  const Part& a = parts_[part.arguments[0]];
  const Part& b = parts_[part.arguments[1]];
  if (a.boolean) return ~(words_[part.arguments[0]] ^ words_[part.arguments[1]]);
  std::uint64_t result = 0;
  for (std::size_t lane = 0; lane < at_once; ++lane) {
    result |= std::uint64_t{numbers_[a.numbers][lane] == numbers_[b.numbers][lane]} << lane;
  }
  return result;
}

void Families::look_up(Part& part, std::size_t first, std::size_t end) {
  for (std::size_t family = part.column.size(); family < end; ++family) {
    const z3::expr* const changed = families_[family].changed(part.formula);
    const std::size_t like = families_[family].like;
    if (changed == nullptr && like != family) {
      part.column.push_back(part.column[like]);
      continue;
    }
    const z3::expr value = changed != nullptr ? *changed : families_[family].model.eval(part.formula, true);
    part.column.push_back(part.boolean ? value.is_true() : place_of(value));
  }
  for (std::size_t family = first; family < end; ++family) put(part, family, part.column[family]);
}

// Whatever else the solver knows: it works that out from the arguments' values, once for the same ones unless it is a
// function of this model's own.
void Families::ask_solver(Part& part, std::size_t first, std::size_t end) {
  const bool own = part.formula.decl().decl_kind() == Z3_OP_UNINTERPRETED;
  std::vector<int> arguments;
  for (std::size_t family = first; family < end; ++family) {
    arguments.clear();
    for (const std::size_t each : part.arguments) arguments.push_back(value_at(parts_[each], family));
    if (own) arguments.push_back(static_cast<int>(families_[family].like));
    const auto [known, added] = part.known.try_emplace(arguments, 0);
    if (added) {
      z3::expr_vector values(part.formula.ctx());
      for (std::size_t i = 0; i < part.arguments.size(); ++i) {
        values.push_back(expression(parts_[part.arguments[i]], arguments[i]));
      }
      const z3::expr value = families_[family].model.eval(part.formula.decl()(values), true);
      known->second = part.boolean ? value.is_true() : place_of(value);
    }
    put(part, family, known->second);
  }
}

void Families::put(const Part& part, std::size_t family, int value) {
  const std::size_t lane = family % at_once;
  if (!part.boolean) {
    numbers_[part.numbers][lane] = value;
    return;
  }
  std::uint64_t& word = words_[static_cast<std::size_t>(&part - parts_.data())];
  word = (word & ~(std::uint64_t{1} << lane)) | std::uint64_t{value != 0} << lane;
}

int Families::value_at(const Part& part, std::size_t family) const {
  const std::size_t lane = family % at_once;
  if (!part.boolean) return numbers_[part.numbers][lane];
  return (words_[static_cast<std::size_t>(&part - parts_.data())] >> lane & 1U) != 0 ? 1 : 0;
}

z3::expr Families::expression(const Part& part, int value) const {
  return part.boolean ? part.formula.ctx().bool_val(value != 0) : values_[static_cast<std::size_t>(value)];
}

int Families::place_of(const z3::expr& value) {
  const auto [place, added] = places_.try_emplace(value.id(), static_cast<int>(values_.size()));
  if (added) values_.push_back(value);
  return place->second;
}

}  // namespace birthcase::analysis
