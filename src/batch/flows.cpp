#include "batch/flows.hpp"

#include "plan/planning_tables.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace birthcase::batch {
namespace {

const Value& unknown() noexcept {
  static const Value value;
  return value;
}

// Makes an image, the values that read alike once.
class ImageMaker {
 public:
  std::uint32_t add(Value value) {
    if (value.kind() > Kind::date) return append(std::move(value));
    std::string says(1, static_cast<char>(value.kind()));
    says += to_string(value);
    const auto [known, added] = places_.emplace(std::move(says), static_cast<std::uint32_t>(image_->values.size()));
    if (added) append(std::move(value));
    return known->second;
  }
  void set(std::vector<std::uint32_t> of) { image_->of = std::move(of); }
  std::shared_ptr<const Image> take() { return std::move(image_); }

 private:
  std::uint32_t append(Value value) {
    image_->values.push_back(std::move(value));
    return static_cast<std::uint32_t>(image_->values.size() - 1);
  }

  std::shared_ptr<Image> image_ = std::make_shared<Image>();
  std::unordered_map<std::string, std::uint32_t> places_;
};

// What a function of values gives for every code of the input that a choice depends on.
template <class Work>
Origin image_of(const Inputs& inputs, std::span<const Origin* const> choice, const Work& work) {
  ImageMaker image;
  const auto read = inputs_of(choice);
  if (read.empty()) return image.add(work(0)), Origin{Inputs::none, image.take()};
  const auto varies = [](const Origin* origin) { return !origin->is_constant(); };
  const Origin& first = **std::find_if(choice.begin(), choice.end(), varies);
  const bool alone = std::count_if(choice.begin(), choice.end(), varies) == 1;
  constexpr std::uint32_t not_yet = Inputs::none;
  std::vector<std::uint32_t> known(alone ? first.image->values.size() : 0, not_yet);
  std::vector<std::uint32_t> of(inputs.all()[read.front()].values().size());
  for (std::uint32_t code = 0; code < of.size(); ++code) {
    if (!alone) {
      of[code] = image.add(work(code));
      continue;
    }
    std::uint32_t& place = known[first.image->of[code]];
    if (place == not_yet) place = image.add(work(code));
    of[code] = place;
  }
  image.set(std::move(of));
  return {read.front(), image.take()};
}

Origin constant(Value value) {
  auto image = std::make_shared<Image>();
  image->values.push_back(std::move(value));
  return {Inputs::none, std::move(image)};
}

Origin told(const Inputs& inputs, std::uint32_t index) {
  const Input& input = inputs.all()[index];
  if (input.is_constant()) return constant(input.values().front());
  auto image = std::make_shared<Image>();
  image->values.assign(input.values().begin(), input.values().end());
  for (std::uint32_t code = 0; code < image->values.size(); ++code) image->of.push_back(code);
  return {index, std::move(image)};
}

bool goes_through_newborns(const feel::Program& program) {
  return std::any_of(program.nodes.begin(), program.nodes.end(), [](const feel::Node& node) {
    return node.operation == feel::Operation::fact_of_newborn || node.operation == feel::Operation::facts_of_newborns;
  });
}

// Where the facts stand that an expression reads for a newborn.
std::vector<std::size_t> places_read(const Inputs& inputs, const feel::Program& program, std::uint16_t newborn) {
  std::vector<std::size_t> places;
  const bool all = goes_through_newborns(program) || newborn == FactRef::family;
  for (const Slot slot : program.mentions) {
    if (!slot.newborn || !all) {
      places.push_back(inputs.place_of(slot.of(newborn)));
      continue;
    }
    for (std::uint16_t each = 0; each < inputs.newborns(); ++each) places.push_back(inputs.place_of(slot.of(each)));
  }
  return places;
}

void add_once(std::vector<std::uint32_t>& inputs, std::uint32_t input) {
  if (std::find(inputs.begin(), inputs.end(), input) == inputs.end()) inputs.push_back(input);
}

}  // namespace

std::vector<std::uint32_t> inputs_of(std::span<const Origin* const> choice) {
  std::vector<std::uint32_t> inputs;
  for (const Origin* origin : choice) {
    if (!origin->is_constant()) add_once(inputs, origin->input);
  }
  return inputs;
}

Scratch::Scratch(const Inputs& inputs) : family_slots_(inputs.family_slots()), values_(inputs.places(), &unknown()) {
  for (std::uint16_t newborn = 0; newborn < inputs.newborns(); ++newborn) {
    newborns_.push_back(std::span(values_).subspan(inputs.first_of(newborn), inputs.newborn_slots()));
  }
}

Facts Scratch::facts(std::uint16_t newborn) const noexcept {
  return {std::span(values_).first(family_slots_), newborns_, newborn};
}

void Scratch::clear(std::size_t place) noexcept { values_[place] = &unknown(); }

Flows::Flows(const Rules& rules, const Inputs& inputs, Date as_of)
    : rules_(rules), inputs_(inputs), by_place_(inputs.places()) {
  for (std::size_t place = 0; place < inputs.places(); ++place) {
    if (inputs.of(place) != Inputs::none) by_place_[place].origins.push_back(told(inputs, inputs.of(place)));
  }
  set_plan_facts(as_of);
  for (const DerivedField& derived : links_of(rules).derived) {
    const Slot slot = rules.fields[derived.field].slot;
    const std::uint16_t count = slot.newborn ? inputs.newborns() : std::uint16_t{1};
    for (std::uint16_t each = 0; each < count; ++each) {
      if (inputs.of(inputs.place_of(slot.of(each))) == Inputs::none) continue;
      for (const DerivationId id : derived.derivations) {
        follow(rules.derivations[id], slot.newborn ? each : FactRef::family);
      }
    }
  }
}

void Flows::set_plan_facts(Date as_of) {
  const Schema& schema = rules_.schema;
  const std::string& division = rules_.division;
  by_place_[schema.jurisdiction().index].origins = {constant(division.empty() ? Value::null() : Value::text(division))};
  auto& accepted_on = by_place_[schema.accepted_on().index].origins;
  accepted_on = {constant(Value::date(as_of))};
  const auto applied_at = schema.applied_at();
  if (!applied_at || inputs_.of(applied_at->index) == Inputs::none) return;
  const Origin* const told = by_place_[applied_at->index].origins.data();
  accepted_on = {image_of(inputs_, std::span(&told, 1), [&](std::uint32_t code) {
    const auto day = told->at(code).to_date();
    return Value::date(day ? *day : as_of);
  })};
}

void Flows::follow(const Derivation& derivation, std::uint16_t newborn) {
  Flow& into = by_place_[inputs_.place_of(rules_.fields[derivation.field].slot.of(newborn))];
  if (derivation.alias) {
    take_over(inputs_.place_of(derivation.alias->of(newborn)), into);
  } else {
    work_out(derivation, newborn, into);
  }
}

void Flows::take_over(std::size_t from, Flow& into) const {
  const Flow& source = by_place_[from];
  for (const Origin& origin : source.origins) {
    const auto same = [&](const Origin& known) { return known.image == origin.image; };
    if (std::none_of(into.origins.begin(), into.origins.end(), same)) into.origins.push_back(origin);
  }
  for (const std::uint32_t input : source.mixed) add_once(into.mixed, input);
}

void Flows::work_out(const Derivation& derivation, std::uint16_t newborn, Flow& into) const {
  const feel::Program& program = feel::program_of(*derivation.value);
  const auto places = places_read(inputs_, program, newborn);
  bool followed = true;
  Scratch scratch(inputs_);
  const bool few = each_choice(*this, places, [&](std::span<const Origin* const> choice) {
    if (!followed || batch::inputs_of(choice).size() > 1) return void(followed = false);
    into.origins.push_back(image_of(inputs_, choice, [&](std::uint32_t code) {
      for (std::size_t i = 0; i < places.size(); ++i) scratch.put(places[i], choice[i]->at(code));
      feel::Budget budget;
      return feel::evaluate(program, program.root, scratch.facts(newborn), nullptr, budget);
    }));
  });
  for (const std::size_t place : places) {
    const auto all = few && followed ? by_place_[place].mixed : inputs_of(place);
    for (const std::uint32_t input : all) add_once(into.mixed, input);
  }
}

std::vector<std::uint32_t> Flows::inputs_of(std::size_t place) const {
  std::vector<std::uint32_t> inputs = by_place_[place].mixed;
  for (const Origin& origin : by_place_[place].origins) {
    if (!origin.is_constant()) add_once(inputs, origin.input);
  }
  return inputs;
}

}  // namespace birthcase::batch
