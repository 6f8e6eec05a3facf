#include "formats/fhir.hpp"
#include "formats/json_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace birthcase::exchange::formats {
namespace {

// Members that FHIR R4 writes as lists: of people, and of anything.
constexpr std::array<std::string_view, 8> lists_of_people{"name",    "telecom",       "address", "photo",
                                                          "contact", "communication", "link",    "relationship"};
constexpr std::array<std::string_view, 9> lists_anywhere{"identifier", "coding",   "given",     "prefix",   "suffix",
                                                         "line",       "category", "extension", "performer"};

bool is_person(std::string_view type) noexcept {
  return type == "Patient" || type == "RelatedPerson" || type == "Practitioner";
}

bool is_resource(const Node& node) noexcept {
  return !node.name.empty() && node.name.front() >= 'A' && node.name.front() <= 'Z';
}

Node& add_member(Node& parent, std::string_view name, std::string text = {}) {
  Node& child = parent.children.emplace_back();
  child.name = name;
  child.kind = text.empty() ? Node::Kind::group : Node::Kind::text;
  child.text = std::move(text);
  parent.kind = Node::Kind::group;
  return child;
}

void mark_lists(Node& node, bool of_person) {
  for (Node& child : node.children) {
    const auto is_name = [&child](std::string_view name) { return name == child.name; };
    child.listed = child.listed || std::any_of(lists_anywhere.begin(), lists_anywhere.end(), is_name) ||
                   (of_person && std::any_of(lists_of_people.begin(), lists_of_people.end(), is_name));
    mark_lists(child, false);
  }
}

/// Makes the entries of one Bundle. Used once.
class BundleWriter {
 public:
  Node write(const Node& bundle) {
    add_member(bundle_, "resourceType", "Bundle");
    for (const Node& child : bundle.children) {
      if (!is_resource(child)) bundle_.children.push_back(child);
    }
    for (const Node& child : bundle.children) {
      if (is_resource(child) && child.name != "RelatedPerson") write_newborn(child);
    }
    for (const Node& child : bundle.children) {
      if (child.name == "RelatedPerson") write_related(child);
    }
    for (Node& entry : entries_) bundle_.children.push_back(std::move(entry));
    return std::move(bundle_);
  }

 private:
  void write_newborn(const Node& resource) {
    const std::string url = write_resource(resource, {}, true);
    if (resource.name == "Patient") newborns_.push_back(url);
  }

  // FHIR has a RelatedPerson for each Patient; what stands beneath it is written once.
  void write_related(const Node& person) {
    if (newborns_.empty()) write_resource(person, {}, true);
    for (const std::string& newborn : newborns_) write_resource(person, newborn, newborn == newborns_.front());
  }

  // Its URL.
  std::string write_resource(const Node& resource, const std::string& parent_url, bool with_children) {
    std::string url = fmt::format("urn:uuid:00000000-0000-4000-8000-{:012}", entries_.size() + 1);
    Node entry;
    entry.name = "entry";
    entry.listed = true;
    add_member(entry, "fullUrl", url);
    Node& written = add_member(entry, "resource");
    add_member(written, "resourceType", resource.name);
    for (const Node& child : resource.children) {
      if (!is_resource(child)) written.children.push_back(child);
    }
    if (!parent_url.empty()) refer(written, resource.name, parent_url);
    mark_lists(written, is_person(resource.name));
    entries_.push_back(std::move(entry));
    for (const Node& child : resource.children) {
      if (with_children && is_resource(child)) write_resource(child, url, true);
    }
    return url;
  }

  static void refer(Node& resource, std::string_view type, const std::string& url) {
    if (type == "Patient") {
      Node& link = add_member(resource, "link");
      add_member(add_member(link, "other"), "reference", url);
      add_member(link, "type", "seealso");
    } else {
      const bool by_patient = type == "RelatedPerson" || type == "Immunization" || type == "Coverage";
      add_member(add_member(resource, by_patient ? "patient" : "subject"), "reference", url);
    }
  }

  Node bundle_;
  std::vector<Node> entries_;
  std::vector<std::string> newborns_;  // their URLs
};

}  // namespace

Result<std::string> write_fhir(const Node& root) {
  std::vector<Node> bundles;
  for (const Node& bundle : root.children) bundles.push_back(BundleWriter().write(bundle));
  if (bundles.size() == 1) return write_json(bundles.front());
  std::string text;
  for (const Node& bundle : bundles) {
    auto written = write_json(bundle);
    if (!written) return written.error();
    written->pop_back();
    text += (text.empty() ? "[" : ",\n") + *written;
  }
  return (text.empty() ? "[" : text) + "]\n";
}

}  // namespace birthcase::exchange::formats
