#include "plan/undetermined.hpp"

#include "plan/planning_tables.hpp"

#include <algorithm>
#include <set>

namespace birthcase::planning {
namespace {

// Facts and what they decide, each once.
class OpenFacts {
 public:
  void add(FactRef fact, const std::string& decides);
  void add(const FactRefs& facts, const std::string& decides) {
    for (const FactRef fact : facts) add(fact, decides);
  }
  std::vector<Undetermined> take() && { return std::move(all_); }

 private:
  static constexpr std::size_t few = 16;  // so many are compared faster than looked up

  bool is_there(const Undetermined& known, const std::string& decides);

  std::vector<Undetermined> all_;
  std::set<std::pair<FactRef, std::string>> many_;  // of facts that decide more than a few
};

bool OpenFacts::is_there(const Undetermined& known, const std::string& decides) {
  const auto& all = known.decides;
  if (all.size() < few) return std::find(all.begin(), all.end(), decides) != all.end();
  if (all.size() == few) {
    for (const std::string& each : all) many_.emplace(known.fact, each);
  }
  return !many_.emplace(known.fact, decides).second;
}

void OpenFacts::add(FactRef fact, const std::string& decides) {
  auto known = std::find_if(all_.begin(), all_.end(), [fact](const Undetermined& other) { return other.fact == fact; });
  if (known == all_.end()) {
    all_.push_back({fact, {}});
    known = all_.end() - 1;
  }
  if (!is_there(*known, decides)) known->decides.push_back(decides);
}

const std::optional<Slot>& role_of(const Rules& rules, const EvidenceItem& item) {
  static const std::optional<Slot> none;
  return item.holder == no_index ? none : rules.holders[item.holder].decided_by;
}

// Who the holder is that a document is known by, where that depends on a fact that nobody has told.
void ask_whose(const Situation& situation, const EvidenceItem& item, const EvidenceUse& use, OpenFacts& open) {
  const Slot role = *role_of(situation.rules(), item);
  FactRef fact = role.of(use.newborn);
  if (!situation.is_unknown(fact)) return;
  const FieldId field = situation.rules().schema.at(role).field;
  if (const auto of_all = situation.shorthand_of(field, fact.newborn); of_all) fact = *of_all;
  open.add(fact, "evidence/" + item.type->id);
}

// The places of uses, by the document that meets them, else in their order.
std::vector<std::uint16_t> by_document(const Evidence& evidence) {
  std::vector<std::uint16_t> places(evidence.uses.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = static_cast<std::uint16_t>(i);
  std::stable_sort(places.begin(), places.end(), [&](std::uint16_t a, std::uint16_t b) {
    return evidence.uses[a].evidence < evidence.uses[b].evidence;
  });
  return places;
}

void add_documents(const Situation& situation, const Evidence& evidence, OpenFacts& open) {
  std::vector<std::uint16_t> uses;  // made when it is needed, which is seldom
  for (std::uint16_t place = 0; place < evidence.items.size(); ++place) {
    const EvidenceItem& item = evidence.items[place];
    if (item.status == EvidenceStatus::undetermined)
      open.add(situation.explain(item.why).deciding, "evidence/" + item.type->id);
    if (item.status != EvidenceStatus::bring || !role_of(situation.rules(), item)) continue;
    if (uses.empty()) uses = by_document(evidence);
    auto use = std::partition_point(uses.begin(), uses.end(),
                                    [&](std::uint16_t each) { return evidence.uses[each].evidence < place; });
    for (; use != uses.end() && evidence.uses[*use].evidence == place; ++use) {
      ask_whose(situation, item, evidence.uses[*use], open);
    }
  }
}

void add_lines(const Situation& situation, const Lanes& lanes, OpenFacts& open) {
  for (const ServiceLane& lane : lanes.all) {
    if (!lane.planned) continue;
    for (const FormLine& line : lines_of(situation.rules(), *lane.service).conditional) {
      if (situation.holds(line.when, lane.newborn) != Truth::unknown) continue;
      open.add(situation.explain(line.when, lane.newborn).deciding, "field/" + situation.rules().fields[line.field].id);
    }
  }
}

}  // namespace

std::vector<Undetermined> collect_undetermined(const Situation& situation, const Lanes& lanes, const Evidence& evidence,
                                               const LeftOpen& left) {
  OpenFacts open;
  const auto add_rules = [&](const Open& of) {
    for (const auto& [why, decides] : of.rules) open.add(situation.explain(why).deciding, decides);
  };
  add_rules(left.channel);
  for (const ServiceLane& lane : lanes.all) {
    if (lane.lane == Lane::undetermined) open.add(situation.explain(lane.why).deciding, "lane/" + lane.service->id);
  }
  add_documents(situation, evidence, open);
  add_lines(situation, lanes, open);
  add_rules(lanes.open);
  add_rules(left.form);
  add_rules(left.route);
  for (const auto& [fact, decides] : left.form.facts) open.add(fact, decides);
  if (left.needs_time) open.add(FactRef{situation.rules().schema.applied_at()->index, family}, "due");
  return std::move(open).take();
}

}  // namespace birthcase::planning
