#include <birthcase/schema.hpp>

#include "nearest.hpp"

#include <algorithm>
#include <utility>

namespace birthcase {
namespace {

Kind kind_of(FieldType type) noexcept {
  switch (type) {
    case FieldType::text:
    case FieldType::code:
      return Kind::text;
    case FieldType::date:
      return Kind::date;
    case FieldType::date_time:
      return Kind::date_time;
    case FieldType::number:
      return Kind::number;
    case FieldType::boolean:
      return Kind::boolean;
    case FieldType::list:
      return Kind::list;
  }
  return Kind::any;
}

std::pair<std::string_view, std::string_view> split_last(std::string_view name) noexcept {
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos) return {{}, name};
  return {name.substr(0, dot), name.substr(dot + 1)};
}

}  // namespace

const Index* Schema::Node::child(std::string_view wanted) const noexcept {
  const auto at = std::lower_bound(children.begin(), children.end(), wanted,
                                   [](const auto& entry, std::string_view searched) { return entry.first < searched; });
  return at != children.end() && at->first == wanted ? &at->second : nullptr;
}

Schema::Schema(std::span<Field> fields, std::vector<DomainFunction> functions)
    : fields_(fields), functions_(std::move(functions)) {
  nodes_.resize(2);
  nodes_[newborn_root].name = "newborn";
  for (std::size_t i = 0; i < fields.size(); ++i) {
    Field& field = fields[i];
    const bool newborn = std::string_view(field.id).starts_with(newborn_prefix);
    const Index place = add(field.id, newborn);
    nodes_[place].field = FieldId(static_cast<Index>(i));
    nodes_[place].kind = kind_of(field.type);
    field.slot = nodes_[place].slot;
  }
  jurisdiction_ = add_plan_fact("jurisdiction.division", Kind::text);
  accepted_on_ = add_plan_fact("accepted_on", Kind::date);
  std::sort(by_name_.begin(), by_name_.end());
  const auto slot_of = [this](std::string_view wanted) {
    const auto found = place(wanted);
    return found ? std::optional(nodes_[*found].slot) : std::nullopt;
  };
  applied_at_ = slot_of("applied_at");
  channel_ = slot_of("channel");
}

Index Schema::append(std::string_view name, bool newborn) {
  const auto place = static_cast<Index>(nodes_.size());
  auto& at_slot = newborn ? newborn_slots_ : family_slots_;
  Node& node = nodes_.emplace_back();
  node.name = name;
  node.key = split_last(name).second;
  node.slot = Slot{static_cast<std::uint16_t>(at_slot.size()), newborn};
  at_slot.push_back(place);
  by_name_.emplace_back(name, place);
  return place;
}

// Adds the node of a name and of every group that it stands in.
Index Schema::add(std::string_view name, bool newborn) {
  const auto [group, key] = split_last(name);
  const Index root = newborn ? newborn_root : family_root;
  const Index parent = group == nodes_[root].name ? root : add(group, newborn);
  if (const Index* known = nodes_[parent].child(key)) return *known;
  const Index place = append(name, newborn);
  nodes_[place].parent = parent;
  auto& siblings = nodes_[parent].children;
  const auto after = [](std::string_view wanted, const auto& entry) { return wanted < entry.first; };
  siblings.emplace(std::upper_bound(siblings.begin(), siblings.end(), key, after), key, place);
  return place;
}

Slot Schema::add_plan_fact(std::string_view name, Kind kind) {
  const Index place = append(name, false);
  nodes_[place].kind = kind;
  return nodes_[place].slot;
}

std::optional<Index> Schema::place(std::string_view name) const noexcept {
  const auto at = std::lower_bound(by_name_.begin(), by_name_.end(), name,
                                   [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
  if (at == by_name_.end() || at->first != name) return std::nullopt;
  return at->second;
}

std::optional<Binding> Schema::find(std::string_view name) const {
  if (name == newborns) return Binding{.kind = Kind::list, .newborn_list = true};
  const auto found = place(name);
  if (!found) return std::nullopt;
  const Node& node = nodes_[*found];
  return Binding{.slot = node.slot, .kind = node.kind, .codes = codes_of(node)};
}

void Schema::limit_channel(std::vector<std::string> ids) {
  std::sort(ids.begin(), ids.end());
  channels_ = std::move(ids);
}

const std::vector<std::string>* Schema::codes_of(const Node& node) const noexcept {
  if (node.field == no_index) return nullptr;
  if (channel_ && node.slot == *channel_ && !channels_.empty()) return &channels_;
  const Field& field = fields_[node.field.place()];
  if (!field.constraints.codes.empty()) return &field.constraints.codes;
  return field.table != nullptr ? &field.table->codes() : nullptr;
}

std::vector<std::string> Schema::names() const {
  std::vector<std::string> all{std::string(newborns)};
  for (const auto& [name, node] : by_name_) all.push_back(name);
  return all;
}

const DomainFunction* Schema::function(std::string_view name) const {
  const auto at = std::find_if(functions_.begin(), functions_.end(),
                               [name](const DomainFunction& candidate) { return candidate.name == name; });
  return at == functions_.end() ? nullptr : &*at;
}

std::optional<FieldId> Schema::field(std::string_view name) const noexcept {
  const auto found = place(name);
  if (!found || nodes_[*found].field == no_index) return std::nullopt;
  return nodes_[*found].field;
}

const Schema::Node& Schema::at(Slot slot) const noexcept {
  return nodes_[slot.newborn ? newborn_slots_[slot.index] : family_slots_[slot.index]];
}

std::string Schema::nearest_key(Index node, std::string_view key) const {
  std::vector<std::string_view> keys;
  for (const auto& child : nodes_[node].children) keys.push_back(child.first);
  return std::string(nearest(key, keys));
}

}  // namespace birthcase
