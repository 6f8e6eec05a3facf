#include "analysis/birth.hpp"

#include "application/checks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::analysis {
namespace {

const Field* field_at(const Rules& rules, const Schema::Node& node) {
  return node.field == no_index ? nullptr : &rules.fields[node.field];
}

bool takes(const Rules& rules, FieldId field, const std::string& text) {
  const application::Reading reading = application::read_text(rules, field, text);
  return reading.fault == application::Fault::none && reading.value == Value::text(text);
}

}  // namespace

std::vector<std::string> codes_of(const Rules& rules, FieldId index) {
  const Field& field = rules.fields[index];
  const Constraints& limits = application::constraints_of(rules, index);
  if (!limits.codes.empty()) return limits.codes;
  if (field.table != nullptr) return field.table->codes();
  std::vector<std::string> codes;
  for (const InlineCode& code : field.inline_codes) codes.push_back(code.code);
  return codes;
}

Birth::Birth(Formulas& formulas, std::uint16_t newborns) : formulas_(formulas), newborns_(newborns) {}

Term Birth::told(const Profile& profile, FactRef wanted) {
  const Fact& known = fact(profile, wanted);
  if (limited_.try_emplace({{known.name, known.newborn}, &profile.rules()}, true).second) {
    const Fact copy = known;  // more facts may come into being
    limit(profile, copy);
    join_groups(profile, wanted);
    return copy.term;
  }
  return known.term;
}

Birth::Fact& Birth::fact(const Profile& profile, FactRef wanted) {
  const Rules& rules = profile.rules();
  const Schema::Node& node = rules.schema.at(wanted);
  const auto [place, added] = by_name_.try_emplace({node.name, wanted.newborn}, facts_.size());
  if (!added) return facts_[place->second];
  z3::context& context = formulas_.context();
  const std::string name = fmt::format("{}#{}", node.name, wanted.newborn);
  const z3::sort sort = formulas_.sort_of(node.kind);
  const Term term{node.kind, context.bool_const((name + " unknown").c_str()),
                  context.bool_const((name + " null").c_str()), context.constant(name.c_str(), sort)};
  facts_.push_back({node.name, wanted.newborn, term, field_at(rules, node), {}});
  limits_.push_back(!(term.unknown && term.null));
  return facts_.back();
}

// A value that its field's checks refuse is unknown to the rules: one that is known passed them.
void Birth::limit(const Profile& profile, const Fact& fact) {
  const Rules& rules = profile.rules();
  const auto index = rules.schema.field(fact.name);
  if (!index) return;
  const Field& field = rules.fields[*index];
  const Term& term = fact.term;
  const z3::expr known = !term.unknown && !term.null;
  z3::context& context = formulas_.context();
  switch (field.type) {
    case FieldType::code:
      return limit_codes(rules, *index, term);
    case FieldType::text:
      if (rules.schema.channel() == field.slot && !rules.channels.empty()) return limit_channels(rules, term);
      free_texts_.push_back({term, &rules, *index});
      return;
    case FieldType::date:  // a century and a half, which is enough for everybody
      return limits_.push_back(z3::implies(known, term.value >= -25'567 && term.value <= 29'219));
    case FieldType::date_time:
      return limits_.push_back(
          z3::implies(known, term.value >= context.int_val(std::int64_t{-25'567} * seconds_a_day) &&
                                 term.value <= context.int_val(std::int64_t{29'219} * seconds_a_day)));
    case FieldType::number: {
      const Constraints& limits = application::constraints_of(rules, *index);
      const auto real = [&](const Number& number) { return context.real_val(number.to_string().c_str()); };
      if (limits.min) limits_.push_back(z3::implies(known, term.value >= real(*limits.min)));
      if (limits.max) limits_.push_back(z3::implies(known, term.value <= real(*limits.max)));
      return;
    }
    default:
      return;
  }
}

// A channel that no profile has is a mistake, and not a family to think of.
void Birth::limit_channels(const Rules& rules, const Term& term) {
  for (const Channel& channel : rules.channels) channels_.insert(formulas_.texts().id(channel.id));
  channel_.emplace(term);
}

void Birth::limit_codes(const Rules& rules, FieldId field, const Term& term) {
  std::vector<int> numbers;
  const auto& open = rules.fields[field].open_codes;
  for (const std::string& code : codes_of(rules, field)) {
    if (!std::binary_search(open.begin(), open.end(), code)) numbers.push_back(formulas_.texts().id(code));
  }
  limits_.push_back(among(term, std::move(numbers)));
}

z3::expr Birth::among(const Term& term, std::vector<int> numbers) {
  return z3::implies(!term.unknown && !term.null, formulas_.among(term.value, std::move(numbers)));
}

// What stands in a group that is null is null; a group is known as soon as something in it is.
void Birth::join_groups(const Profile& profile, FactRef wanted) {
  const Schema& schema = profile.rules().schema;
  const Schema::Node& node = schema.at(wanted);
  if (node.parent == no_index || node.parent == Schema::family_root || node.parent == Schema::newborn_root) return;
  const Schema::Node& parent = schema.node(node.parent);
  const Term group = told(profile, {parent.slot.index, wanted.newborn});
  const Term member = told(profile, wanted);
  limits_.push_back(z3::implies(group.null, member.null));
  limits_.push_back(z3::implies(!member.unknown, !group.unknown));
}

z3::expr Birth::listed(FactRef list, const std::string& name, std::string_view item) {
  const auto place = by_name_.find({name, list.newborn});
  auto& items = facts_[place->second].items;
  for (const auto& [known, there] : items) {
    if (known == item) return there;
  }
  items.emplace_back(item,
                     formulas_.context().bool_const(fmt::format("{}#{} has {}", name, list.newborn, item).c_str()));
  return items.back().second;
}

z3::expr Birth::handed_in(const std::string& evidence, std::uint16_t newborn) {
  const auto known = std::find_if(documents_.begin(), documents_.end(), [&](const Document& document) {
    return document.evidence == evidence && document.newborn == newborn;
  });
  if (known != documents_.end()) return known->there;
  const std::string name = fmt::format("handed in {}#{}", evidence, newborn);
  documents_.push_back({evidence, newborn, formulas_.context().bool_const(name.c_str())});
  return documents_.back().there;
}

z3::expr Birth::nothing_handed_in() const {
  std::vector<z3::expr> absent;
  for (const Document& document : documents_) absent.push_back(!document.there);
  return formulas_.all(absent);
}

void Birth::prefer_little(z3::optimize& solver) const {
  for (const Fact& fact : facts_) solver.add_soft(fact.term.unknown, 1);
  for (const Document& document : documents_) solver.add_soft(!document.there, 1);
}

z3::expr Birth::differs_from(const z3::model& model) const {
  std::vector<z3::expr> different;
  for (const Fact& fact : facts_) {
    for (const z3::expr& part : {fact.term.unknown, fact.term.null, fact.term.value}) {
      different.push_back(part != model.eval(part, true));
    }
  }
  return formulas_.any(different);
}

// A free text is one that some rule speaks of and that the field takes, or any other.
z3::expr Birth::limits() {
  std::vector<z3::expr> limits = limits_;
  for (const auto& [text, rules, field] : free_texts_) {
    z3::expr possible = formulas_.from(text.value, Texts::others);
    for (const int written : formulas_.texts().all_written()) {
      if (takes(*rules, field, *formulas_.texts().find(written)))
        possible = possible || text.value == formulas_.text(written);
    }
    limits.push_back(z3::implies(!text.unknown && !text.null, possible));
  }
  if (channel_) limits.push_back(among(*channel_, {channels_.begin(), channels_.end()}));
  return formulas_.all(limits);
}

}  // namespace birthcase::analysis
