#include "batch/observed.hpp"

#include "plan/planning_tables.hpp"

#include <algorithm>

namespace birthcase::batch {
namespace {

std::uint64_t packed(std::uint32_t first, std::uint32_t second) noexcept {
  return static_cast<std::uint64_t>(first) << 32U | second;
}

// What planning itself asks of a value.
std::uint32_t kind_of(const Value& value) noexcept {
  if (value.is_unknown()) return 0;
  return value.is_null() ? 1 : 2;
}

bool is_equality(const Leaf& leaf) noexcept {
  const auto is_fact = [](const Operand& operand) {
    return operand.constant == nullptr && operand.function == nullptr;
  };
  return leaf.form == Leaf::Form::comparison && leaf.comparison <= feel::Comparison::not_equal &&
         is_fact(leaf.operands[0]) && is_fact(leaf.operands[1]);
}

}  // namespace

std::uint32_t Joint::of(std::uint32_t first, std::uint32_t second) {
  const std::uint32_t a = ids[0][first];
  const std::uint32_t b = ids[1][second];
  if (known_.size() == most_known) known_.clear();
  const auto [known, added] = known_.emplace(packed(a, b), 0);
  if (added) known->second = ask(first, second);
  return known->second;
}

Observed::Observed(const Rules& rules, const Relevant& relevant, const Inputs& inputs, Date as_of)
    : rules_(rules),
      inputs_(inputs),
      program_(planning_of(rules).programs().of(inputs.newborns())),
      flows_(rules, inputs, as_of),
      scratch_(inputs) {
  for (const Input& input : inputs.all()) {
    Partition& classes = classes_.emplace_back(input.values().size());
    if (!input.is_constant()) classes.refine([&](std::uint32_t code) { return input.is_refused(code) ? 1U : 0U; });
  }
  if (!can_tell()) return;
  observe_origins();
  observe_people();
  observe_conditions(relevant);
  observe_agreement(relevant);
}

void Observed::observe_origins() {
  for (std::size_t place = 0; place < inputs_.places(); ++place) {
    for (const Origin& origin : flows_.of(place).origins) observe_origin(origin, kind_of);
    for (const std::uint32_t input : flows_.of(place).mixed) classes_[input].split_all();
  }
}

void Observed::observe_people() {
  for (const Holder& holder : rules_.holders) {
    if (!holder.decided_by) continue;
    const auto person = [&](const Value& who) -> std::uint32_t {
      if (!who.is(Kind::text)) return 0;
      const auto named = std::find_if(holder.people.begin(), holder.people.end(),
                                      [&](const auto& each) { return each.first == who.as_text(); });
      return named == holder.people.end() ? 0U : named->second.place() + 1U;
    };
    const std::uint16_t count = holder.decided_by->newborn ? inputs_.newborns() : std::uint16_t{1};
    for (std::uint16_t each = 0; each < count; ++each) {
      for (const Origin& origin : flows_.of(inputs_.place_of(holder.decided_by->of(each))).origins) {
        observe_origin(origin, person);
      }
    }
  }
}

void Observed::observe_conditions(const Relevant& relevant) {
  std::set<std::pair<std::size_t, const feel::Logic*>> classed;
  std::set<std::pair<std::uint32_t, std::uint16_t>> asked;
  const auto each = [&](bool at_hand, auto&& visit) {
    for (std::uint16_t newborn = 0; newborn < (at_hand ? inputs_.newborns() : 1); ++newborn) visit(newborn);
  };
  const auto by_class = [&](FactPlace place, const feel::Logic* answers) {
    each(place.at_hand, [&](std::uint16_t newborn) {
      const std::size_t at = place.from(inputs_.first_of(newborn));
      if (classed.emplace(at, answers).second) observe_class(at, answers);
    });
  };
  const auto by_leaf = [&](std::uint32_t leaf) {
    each(program_.leaves()[leaf].at_hand, [&](std::uint16_t newborn) {
      if (asked.emplace(leaf, newborn).second) observe_leaf(leaf, newborn);
    });
  };
  for (const ConditionId condition : relevant.conditions.all()) program_.each_part(condition, by_class, by_leaf);
}

void Observed::observe_class(std::size_t place, const feel::Logic* answers) {
  const Slot slot = inputs_.fact_at(place).slot();
  const FactClasses& classes = planning_of(rules_).classes();
  const auto answer = [&](const Value& value) { return static_cast<std::uint32_t>(answers[classes.of(slot, value)]); };
  for (const Origin& origin : flows_.of(place).origins) observe_origin(origin, answer);
}

// Once for each value, even if many codes have it.
void Observed::observe_origin(const Origin& origin, const std::function<std::uint32_t(const Value&)>& seen) {
  if (origin.is_constant()) return;
  std::vector<std::uint32_t> of_value;
  for (const Value& value : origin.image->values) of_value.push_back(seen(value));
  classes_[origin.input].refine([&](std::uint32_t code) { return of_value[origin.image->of[code]]; });
}

void Observed::observe_leaf(std::uint32_t leaf, std::uint16_t newborn) {
  const Question question(program_.leaves()[leaf], newborn, inputs_);
  const auto is_mixed = [&](std::size_t place) { return !flows_.of(place).mixed.empty(); };
  bool followed =
      question.can_be_followed() && std::none_of(question.places().begin(), question.places().end(), is_mixed);
  if (followed) {
    followed = each_choice(flows_, question.places(),
                           [&](Choice choice) {
                             if (inputs_of(choice).size() > 2) followed = false;
                           }) &&
               followed;
  }
  if (followed) {
    each_choice(flows_, question.places(), [&](Choice choice) { observe_choice(question, choice); });
  } else {
    for (const std::size_t place : question.places()) keep_apart(place);
  }
}

void Observed::observe_choice(const Question& question, Choice choice) {
  const auto read = inputs_of(choice);
  if (read.empty()) return;
  const auto ids = [&](std::size_t side) { return ids_of(choice, read[side], classes_[read[side]].classes().size()); };
  if (read.size() == 1) return observe_alone(question, choice, read.front(), ids(0));
  if (is_equality(question.leaf()) && compare_texts(*choice[0], *choice[1])) return;
  Joint& joint = joints_.emplace_back();
  for (std::size_t side = 0; side < 2; ++side) {
    joint.inputs[side] = read[side];
    joint.ids[side] = ids(side);
  }
  joint.ask = [this, question, chosen = std::vector(choice.begin(), choice.end())](std::uint32_t a, std::uint32_t b) {
    return ask(question, chosen, {a, b});
  };
}

// Of one input: once for all codes that have the same id.
void Observed::observe_alone(const Question& question, Choice choice, std::uint32_t input,
                             const std::vector<std::uint32_t>& ids) {
  std::unordered_map<std::uint32_t, std::uint32_t> known;
  classes_[input].refine([&](std::uint32_t code) {
    const auto [answer, added] = known.emplace(ids[code], 0);
    if (added) answer->second = ask(question, choice, {code, 0});
    return answer->second;
  });
}

// Whether facts agree decides who somebody is, and what follows while it is open which rule decides.
void Observed::observe_agreement(const Relevant& relevant) {
  birthcase::Column<Field, bool> known_by(rules_.fields.size());
  for (const Derivation& derivation : rules_.derivations) {
    for (const FieldId field : derivation.together) known_by[field] = true;
  }
  for (const DerivedField& derived : links_of(rules_).derived) {
    const Slot slot = rules_.fields[derived.field].slot;
    if (!relevant.has(slot)) continue;
    const std::uint16_t count = slot.newborn ? inputs_.newborns() : std::uint16_t{1};
    for (std::uint16_t each = 0; each < count; ++each) {
      const std::size_t place = inputs_.place_of(slot.of(each));
      const auto& origins = flows_.of(place).origins;
      for (std::size_t i = known_by[derived.field] ? 0 : 1; i < origins.size(); ++i) {
        for (std::size_t j = i + 1; j < origins.size(); ++j) observe_equality(origins[i], origins[j]);
      }
      if (!flows_.of(place).mixed.empty()) keep_apart(place);
    }
  }
}

void Observed::observe_equality(const Origin& first, const Origin& second) {
  const Origin* const both[] = {&first, &second};
  const auto read = inputs_of(both);
  if (read.size() == 1) {
    classes_[read.front()].refine([&](std::uint32_t code) { return first.at(code) == second.at(code) ? 1U : 0U; });
    return;
  }
  if (read.empty() || compare_texts(first, second)) return;
  Joint& joint = joints_.emplace_back();
  joint.inputs = {first.input, second.input};
  joint.ids = {first.image->of, second.image->of};
  joint.ask = [a = first, b = second](std::uint32_t code, std::uint32_t other) {
    return a.at(code) == b.at(other) ? 1U : 0U;
  };
}

// Texts are compared by numbers that they have in common.
bool Observed::compare_texts(const Origin& first, const Origin& second) {
  if (compared_.contains({first.image.get(), second.image.get()})) return true;
  Joint joint;
  joint.inputs = {first.input, second.input};
  if (!add_ids(first, joint.ids[0]) || !add_ids(second, joint.ids[1])) return false;
  compared_.emplace(first.image.get(), second.image.get());
  compared_.emplace(second.image.get(), first.image.get());
  joints_.push_back(std::move(joint));
  return true;
}

bool Observed::add_ids(const Origin& origin, std::vector<std::uint32_t>& ids) {
  constexpr std::uint32_t first_text = 2;  // after unknown and null
  std::vector<std::uint32_t> of_value;
  for (const Value& value : origin.image->values) {
    if (kind_of(value) != 2) {
      of_value.push_back(kind_of(value));
      continue;
    }
    if (!value.is(Kind::text)) return false;
    const auto next = static_cast<std::uint32_t>(first_text + texts_.size());
    of_value.push_back(texts_.emplace(value.as_text(), next).first->second);
  }
  for (const std::uint32_t place : origin.image->of) ids.push_back(of_value[place]);
  return true;
}

std::uint32_t Observed::ask(const Question& question, Choice choice, std::array<std::uint32_t, 2> codes) {
  const auto read = inputs_of(choice);
  for (std::size_t i = 0; i < choice.size(); ++i) {
    const bool second = !choice[i]->is_constant() && choice[i]->input != read.front();
    scratch_.put(question.places()[i], choice[i]->at(codes[second ? 1 : 0]));
  }
  FactRefs deciding;
  const feel::Logic answer = question.answer(scratch_, deciding);
  for (const std::size_t place : question.places()) scratch_.clear(place);
  return note(answer, deciding);
}

// Answers, and facts that would decide, as one number.
std::uint32_t Observed::note(feel::Logic answer, const FactRefs& deciding) {
  constexpr std::uint32_t answers = 4;
  if (deciding.empty()) return static_cast<std::uint32_t>(answer);
  const auto next = static_cast<std::uint32_t>(answers + notes_.size());
  return notes_.emplace(std::vector(deciding.begin(), deciding.end()), next).first->second;
}

void Observed::keep_apart(std::size_t place) {
  for (const std::uint32_t input : flows_.inputs_of(place)) classes_[input].split_all();
}

}  // namespace birthcase::batch
