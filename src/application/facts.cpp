#include "application/facts.hpp"

#include "application/findings.hpp"
#include "application/handed_in.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace birthcase::application {
namespace {

// The family's facts stand before those of the newborns.
bool before(FactRef a, FactRef b) noexcept {
  const auto place = [](FactRef fact) {
    const bool of_family = fact.newborn == FactRef::family;
    return std::tuple(!of_family, of_family ? std::uint16_t{0} : fact.newborn, fact.index);
  };
  return place(a) < place(b);
}

std::string slashed(std::string_view dotted) {
  std::string pointer(dotted);
  std::replace(pointer.begin(), pointer.end(), '.', '/');
  return pointer;
}

template <class Item>
void make_room(std::vector<Item>& items, std::size_t count) {
  if (items.capacity() - items.size() < count) items.reserve(std::max(2 * items.size(), items.size() + count));
}

}  // namespace

std::string pointer_of(const Schema& schema, FactRef fact) {
  const bool newborn = fact.newborn != FactRef::family;
  const std::string_view name = schema.at(Slot{fact.index, newborn}).name;
  if (!newborn) return "/" + slashed(name);
  return fmt::format("/{}/{}/{}", Schema::newborns, fact.newborn, slashed(name.substr(Schema::newborn_prefix.size())));
}

void FactEditor::put(const Schema::Node& node, Reading reading) {
  const bool refused = reading.fault != Fault::none;
  const Value opening = opening_of(node.parent);
  std::vector<Finding> remarks = remarks_on(node, reading);
  make_room(store_.findings, remarks.size());
  make_room(store_.found_at, remarks.size());
  make_room(store_.refused, refused ? 1 : 0);
  // From here on nothing can fail.
  open(node.parent, opening);
  forget(ref(node));
  for (Finding& remark : remarks) insert(ref(node), std::move(remark));
  if (refused) refuse(ref(node));
  if (is_services(rules_.fields[node.field])) store_.asked_for = reading.services;
  at(node) = std::move(reading.value);
}

void FactEditor::put_null(const Schema::Node& node) {
  if (at(node).is_null()) return;
  open(node.parent, opening_of(node.parent));
  fill(node, Value::null());
}

void FactEditor::put_known(Index group) { open(group, opening_of(group)); }

void FactEditor::clear(const Schema::Node& node) noexcept {
  if (is_in_null_group(node)) return;
  fill(node, Value());
  for (Index parent = node.parent; !is_root(parent); parent = rules_.schema.node(parent).parent) {
    const Schema::Node& group = rules_.schema.node(parent);
    if (has_known_child(group)) return;
    at(group) = Value();
  }
}

void FactEditor::report(FactRef fact, Finding finding) {
  make_room(store_.findings, 1);
  make_room(store_.found_at, 1);
  insert(fact, std::move(finding));
}

bool FactEditor::is_in_null_group(const Schema::Node& node) const noexcept {
  return !is_root(node.parent) && at(rules_.schema.node(node.parent)).is_null();
}

bool FactEditor::has_known_child(const Schema::Node& group) const noexcept {
  return std::any_of(group.children.begin(), group.children.end(),
                     [this](const auto& child) { return !at(rules_.schema.node(child.second)).is_unknown(); });
}

// What a group, and those around it, must be given to be known; nothing if they are.
Value FactEditor::opening_of(Index group) const {
  if (is_root(group) || at(rules_.schema.node(group)).is(Kind::context)) return {};
  return Value::context({});
}

// A group of which something is told is there, and those around it. What was null with it is unknown from then on.
void FactEditor::open(Index group, const Value& opening) noexcept {
  if (is_root(group)) return;
  const Schema::Node& node = rules_.schema.node(group);
  open(node.parent, opening);
  if (at(node).is_null()) fill(node, Value());
  if (at(node).is_unknown()) at(node) = opening;
}

void FactEditor::fill(const Schema::Node& node, const Value& value) noexcept {
  forget(ref(node));
  at(node) = value;
  if (node.field != no_index && is_services(rules_.fields[node.field])) store_.asked_for = {};
  for (const auto& child : node.children) fill(rules_.schema.node(child.second), value);
}

std::vector<Finding> FactEditor::remarks_on(const Schema::Node& node, const Reading& reading) const {
  if (!reading.remarkable()) return {};
  return findings_about(rules_, node.field, reading, pointer_of(rules_.schema, ref(node)));
}

void FactEditor::insert(FactRef fact, Finding finding) noexcept {
  auto& facts = store_.found_at;
  const auto place = std::upper_bound(facts.begin(), facts.end(), fact, before) - facts.begin();
  facts.insert(facts.begin() + place, fact);
  store_.findings.insert(store_.findings.begin() + place, std::move(finding));
}

void FactEditor::refuse(FactRef fact) noexcept {
  auto& facts = store_.refused;
  facts.insert(std::upper_bound(facts.begin(), facts.end(), fact, before), fact);
}

void FactEditor::forget(FactRef fact) noexcept {
  if (store_.refused.empty() && store_.found_at.empty()) return;
  std::erase(store_.refused, fact);
  auto& facts = store_.found_at;
  const auto [first, last] = std::equal_range(facts.begin(), facts.end(), fact, before);
  const auto& findings = store_.findings.begin();
  store_.findings.erase(findings + (first - facts.begin()), findings + (last - facts.begin()));
  facts.erase(first, last);
}

}  // namespace birthcase::application
