#include "formats/fhir.hpp"
#include "formats/json_records.hpp"
#include "formats/limits.hpp"
#include "make_error.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace birthcase::exchange::formats {
namespace {

/// A way to a reference within a resource, and the type that it leads to.
struct ReferencePlace {
  std::string_view to;
  std::array<std::string_view, 3> names;
};
constexpr std::array<ReferencePlace, 3> places{{{"Patient", {"subject", "reference", ""}},
                                                {"Patient", {"patient", "reference", ""}},
                                                {"RelatedPerson", {"link", "other", "reference"}}}};

Node* child_named(Node& node, std::string_view name) noexcept {
  for (Node& child : node.children) {
    if (child.name == name) return &child;
  }
  return nullptr;
}

std::string text_of(const Node& node, std::string_view name) {
  const Node* child = node.find(name);
  return child == nullptr ? std::string() : child->text;
}

void remove_child(Node& node, std::string_view name) {
  const auto found =
      std::find_if(node.children.begin(), node.children.end(), [&](const Node& c) { return c.name == name; });
  if (found != node.children.end()) node.children.erase(found);
}

/// Puts the resources of one Bundle beneath each other. Used once.
class BundleTree {
 public:
  Node read(Node bundle) {
    std::vector<Node> rest;
    for (Node& child : bundle.children) {
      child.name == "entry" ? add(child) : rest.push_back(std::move(child));
    }
    bundle.children = std::move(rest);
    bundle.name = "Bundle";
    bundle.kind = Node::Kind::group;
    remove_child(bundle, "resourceType");
    find_parents();
    for (std::size_t i = 0; i < resources_.size(); ++i) {
      if (!parents_[i]) bundle.children.push_back(with_children(i));
    }
    return bundle;
  }

 private:
  void add(Node& entry) {
    Node* resource = child_named(entry, "resource");
    if (resource == nullptr) return;
    const std::string type = text_of(*resource, "resourceType");
    if (type.empty()) return;
    const std::string id = text_of(*resource, "id");
    if (!id.empty()) by_reference_.try_emplace(type + '/' + id, resources_.size());
    const std::string url = text_of(entry, "fullUrl");
    if (!url.empty()) by_reference_.try_emplace(url, resources_.size());
    remove_child(*resource, "resourceType");
    resource->name = type;
    resources_.push_back(std::move(*resource));
  }

  void find_parents() {
    parents_.resize(resources_.size());
    children_.resize(resources_.size());
    for (std::size_t i = 0; i < resources_.size(); ++i) {
      for (const ReferencePlace& place : places) {
        if (!parents_[i]) find_parent(i, place);
      }
    }
  }

  // A Patient stands beneath no Patient, and a RelatedPerson beneath nothing, so that nothing stands in itself.
  void find_parent(std::size_t child, const ReferencePlace& place) {
    Node& resource = resources_[child];
    if ((place.to == "RelatedPerson") != (resource.name == "Patient")) return;
    const Node* at = &resource;
    for (const std::string_view name : place.names) {
      if (at != nullptr && !name.empty()) at = at->find(name);
    }
    const auto found = at == nullptr ? by_reference_.end() : by_reference_.find(at->text);
    if (found == by_reference_.end() || resources_[found->second].name != place.to) return;
    remove_child(resource, place.names.front());
    if (resource.name == "RelatedPerson") return;
    parents_[child] = found->second;
    children_[found->second].push_back(child);
  }

  Node with_children(std::size_t place) {
    Node node = std::move(resources_[place]);
    for (const std::size_t child : children_[place]) node.children.push_back(with_children(child));
    node.kind = Node::Kind::group;
    return node;
  }

  std::vector<Node> resources_;
  std::vector<std::optional<std::size_t>> parents_;
  std::vector<std::vector<std::size_t>> children_;
  std::map<std::string, std::size_t> by_reference_;
};

// A resource that stands alone is read as a Bundle with this one entry.
Node bundle_around(Node resource) {
  Node bundle;
  Node& entry = bundle.children.emplace_back();
  entry.name = "entry";
  resource.name = "resource";
  entry.children.push_back(std::move(resource));
  return bundle;
}

}  // namespace

Result<Source> read_fhir(std::string_view utf8) {
  auto source = read_json(utf8);
  if (!source) return source.error();
  std::vector<Node> texts;
  if (source->root.find("resourceType") != nullptr) {
    texts.push_back(std::move(source->root));
  } else {
    texts = std::move(source->root.children);
  }
  Source bundles;
  bundles.root.kind = Node::Kind::group;
  for (Node& text : texts) {
    const std::string type = text_of(text, "resourceType");
    if (type.empty()) return make_error(ErrorKind::wrong_type, "a FHIR resource has a resourceType; send a Bundle");
    bundles.root.children.push_back(
        BundleTree().read(type == "Bundle" ? std::move(text) : bundle_around(std::move(text))));
  }
  return bundles;
}

}  // namespace birthcase::exchange::formats
