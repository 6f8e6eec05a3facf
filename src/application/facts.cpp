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

}  // namespace

std::string pointer_of(const Schema& schema, FactRef fact) {
  const bool newborn = fact.newborn != FactRef::family;
  const std::string_view name = schema.at(Slot{fact.index, newborn}).name;
  if (!newborn) return "/" + slashed(name);
  return fmt::format("/{}/{}/{}", Schema::newborns, fact.newborn, slashed(name.substr(Schema::newborn_prefix.size())));
}

void FactEditor::put(const Schema::Node& node, Reading reading) {
  open_groups_of(node);
  forget(ref(node));
  if (reading.remarkable()) remark(node, reading);
  if (is_services(rules_.fields[node.field])) store_.asked_for = reading.services;
  at(node) = std::move(reading.value);
}

void FactEditor::put_null(const Schema::Node& node) {
  if (at(node).is_null()) return;
  open_groups_of(node);
  fill(node, Value::null());
}

void FactEditor::put_known(const Schema::Node& group) {
  open_groups_of(group);
  if (at(group).is_null()) fill(group, Value());
  if (at(group).is_unknown()) at(group) = Value::context({});
}

void FactEditor::clear(const Schema::Node& node) {
  if (is_in_null_group(node)) return;
  fill(node, Value());
  for (Index parent = node.parent; !is_root(parent); parent = rules_.schema.node(parent).parent) {
    const Schema::Node& group = rules_.schema.node(parent);
    if (has_known_child(group)) return;
    at(group) = Value();
  }
}

void FactEditor::report(FactRef fact, Finding finding) {
  auto& facts = store_.found_at;
  const auto place = std::upper_bound(facts.begin(), facts.end(), fact, before) - facts.begin();
  facts.insert(facts.begin() + place, fact);
  store_.findings.insert(store_.findings.begin() + place, std::move(finding));
}

bool FactEditor::is_in_null_group(const Schema::Node& node) const noexcept {
  return !is_root(node.parent) && at(rules_.schema.node(node.parent)).is_null();
}

bool FactEditor::has_known_child(const Schema::Node& group) const noexcept {
  return std::any_of(group.children.begin(), group.children.end(),
                     [this](const auto& child) { return !at(rules_.schema.node(child.second)).is_unknown(); });
}

// The groups around a fact that is told are there. What was null with its group is unknown once the group is there.
void FactEditor::open_groups_of(const Schema::Node& node) {
  if (!is_root(node.parent)) put_known(rules_.schema.node(node.parent));
}

void FactEditor::fill(const Schema::Node& node, const Value& value) {
  forget(ref(node));
  at(node) = value;
  if (node.field != no_index && is_services(rules_.fields[node.field])) store_.asked_for = {};
  for (const auto& child : node.children) fill(rules_.schema.node(child.second), value);
}

void FactEditor::remark(const Schema::Node& node, const Reading& reading) {
  const FactRef fact = ref(node);
  const std::string path = pointer_of(rules_.schema, fact);
  if (reading.fault != Fault::none) {
    report(fact, finding_of(rules_, node.field, reading, path));
    store_.refused.insert(std::upper_bound(store_.refused.begin(), store_.refused.end(), fact, before), fact);
  }
  if (reading.private_use != 0) report(fact, private_use_finding(reading.private_use, path));
}

void FactEditor::forget(FactRef fact) {
  std::erase(store_.refused, fact);
  auto& facts = store_.found_at;
  const auto [first, last] = std::equal_range(facts.begin(), facts.end(), fact, before);
  const auto& findings = store_.findings.begin();
  store_.findings.erase(findings + (first - facts.begin()), findings + (last - facts.begin()));
  facts.erase(first, last);
}

}  // namespace birthcase::application
