#include "formats/json_records.hpp"

#include "formats/limits.hpp"
#include "json/document.hpp"
#include "json/writer.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace birthcase::exchange::formats {
namespace {

namespace js = boost::json;

constexpr std::string_view item_name = "item";

/// Makes our tree of Boost.JSON's, whose depth is limited already. Used once.
class JsonTree {
 public:
  /// False where there are too many nodes.
  bool copy(const js::value& value, std::string_view name, Node& parent) {
    if (const auto* list = value.if_array()) return copy_items(*list, name, parent);
    Node& node = add(name, parent);
    if (const auto* object = value.if_object()) return copy_members(*object, node);
    put_scalar(value, node);
    return nodes_ <= max_source_nodes;
  }

  bool copy_members(const js::object& object, Node& node) {
    node.kind = Node::Kind::group;
    for (const auto& member : object) {
      if (!copy(member.value(), member.key(), node)) return false;
    }
    return nodes_ <= max_source_nodes;
  }

  bool copy_items(const js::array& list, std::string_view name, Node& parent) {
    for (const js::value& item : list) {
      const std::size_t at = parent.children.size();
      if (const auto* inner = item.if_array()) {
        Node& node = add(name, parent);
        node.kind = Node::Kind::group;
        if (!copy_items(*inner, item_name, node)) return false;
      } else if (!copy(item, name, parent)) {
        return false;
      }
      parent.children[at].listed = true;
    }
    return true;
  }

 private:
  Node& add(std::string_view name, Node& parent) {
    ++nodes_;
    Node& node = parent.children.emplace_back();
    node.name = name;
    return node;
  }

  static void put_scalar(const js::value& value, Node& node) {
    if (value.is_string()) {
      node.text = trimmed({value.get_string().data(), value.get_string().size()});
    } else if (value.is_null()) {
      node.kind = Node::Kind::null;
    } else {
      node.kind = value.is_bool() ? Node::Kind::boolean : Node::Kind::number;
      node.text = value.is_double() ? Number::from_double(value.get_double()).value_or(Number()).to_string()
                                    : js::serialize(value);
    }
  }

  std::size_t nodes_ = 0;
};

void write_node(JsonWriter& writer, const Node& node);

// Children of one name are a list, in the place of the first.
void write_members(JsonWriter& writer, const Node& node) {
  writer.open_object();
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& child = node.children[i];
    if (node.find(child.name) != &child) continue;
    writer.any_key(child.name);
    const auto same = [&child](const Node& other) { return other.name == child.name; };
    const bool list = child.listed || std::count_if(node.children.begin(), node.children.end(), same) > 1;
    if (list) writer.open_array();
    for (std::size_t k = i; k < node.children.size(); ++k) {
      if (same(node.children[k])) write_node(writer, node.children[k]);
    }
    if (list) writer.close_array();
  }
  writer.close_object();
}

void write_node(JsonWriter& writer, const Node& node) {
  switch (node.kind) {
    case Node::Kind::group:
      return write_members(writer, node);
    case Node::Kind::null:
      return writer.null();
    case Node::Kind::number:
    case Node::Kind::boolean:
      return writer.literal(node.text);
    case Node::Kind::text:
      break;
  }
  writer.text(node.text);
}

}  // namespace

Result<Source> read_json(std::string_view utf8) {
  const auto document = json::parse_document(utf8);
  if (!document) return document.error();
  Source source;
  JsonTree tree;
  bool fits = true;
  if (const auto* list = document->if_array()) {
    source.root.kind = Node::Kind::group;
    fits = tree.copy_items(*list, item_name, source.root);
  } else if (const auto* object = document->if_object()) {
    fits = tree.copy_members(*object, source.root);
  } else {
    return make_error(ErrorKind::wrong_type, "an object or a list belongs here: { } or [ ]");
  }
  if (!fits) return too_many_nodes();
  return source;
}

Result<std::string> write_json(const Node& root) {
  JsonWriter writer;
  write_node(writer, root);
  return writer.take() + "\n";
}

}  // namespace birthcase::exchange::formats
