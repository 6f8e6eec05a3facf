#include <birthcase/exchange/record.hpp>

namespace birthcase::exchange {

const Node* Node::find(std::string_view child) const noexcept {
  for (const Node& each : children) {
    if (each.name == child) return &each;
  }
  return nullptr;
}

namespace {

const Node* below(const Node& node, const std::vector<std::string>& names) noexcept {
  const Node* at = &node;
  for (const std::string& name : names) {
    at = at->find(name);
    if (at == nullptr) return nullptr;
  }
  return at;
}

bool passes(const Node& node, const Path::Step& step) noexcept {
  if (node.name != step.name) return false;
  for (const Path::Test& test : step.tests) {
    const Node* found = below(node, test.names);
    if (found == nullptr || found->text != test.text) return false;
  }
  return true;
}

void collect(const Node& base, const std::vector<Path::Step>& steps, std::size_t at, std::vector<const Node*>& found) {
  if (at == steps.size()) return found.push_back(&base);
  std::size_t place = 0;
  for (const Node& child : base.children) {
    if (!passes(child, steps[at])) continue;
    ++place;
    if (steps[at].place == 0 || steps[at].place == place) collect(child, steps, at + 1, found);
  }
}

Node& add_child(Node& parent, std::string name) {
  parent.kind = Node::Kind::group;
  Node& child = parent.children.emplace_back();
  child.name = std::move(name);
  return child;
}

Node& child_for(Node& parent, std::string_view name) {
  for (Node& each : parent.children) {
    if (each.name == name) return each;
  }
  return add_child(parent, std::string(name));
}

// The child that a step means, made as the step describes it.
Node& child_for(Node& parent, const Path::Step& step) {
  std::size_t place = 0;
  for (Node& child : parent.children) {
    if (passes(child, step) && (step.place == 0 || ++place == step.place)) return child;
  }
  for (;;) {
    Node& made = add_child(parent, step.name);
    for (const Path::Test& test : step.tests) {
      Node* at = &made;
      for (const std::string& name : test.names) at = &child_for(*at, std::string_view(name));
      at->text = test.text;
    }
    if (step.place <= place + 1) return made;
    ++place;
  }
}

}  // namespace

std::vector<const Node*> Path::all(const Node& base) const {
  std::vector<const Node*> found;
  collect(base, steps_, 0, found);
  return found;
}

const Node* Path::first(const Node& base) const {
  const auto found = all(base);
  return found.empty() ? nullptr : found.front();
}

Node& Path::make(Node& base) const {
  Node* at = &base;
  for (const Step& step : steps_) at = &child_for(*at, step);
  return *at;
}

}  // namespace birthcase::exchange
