#include "formats/xml.hpp"
#include "formats/xml_entities.hpp"
#include "make_error.hpp"

#include <fmt/format.h>

#include <optional>
#include <pugixml.hpp>
#include <sstream>

namespace birthcase::exchange::formats {
namespace {

class TextWriter final : public pugi::xml_writer {
 public:
  void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }

  std::string text;
};

std::optional<Error> put_node(pugi::xml_node parent, const Node& node, const std::string& path) {
  const std::string here = path + '/' + node.name;
  if (!is_xml_text(node.text)) {
    return make_error(ErrorKind::out_of_range, "XML cannot hold a control character; correct the fact", here);
  }
  if (node.name.starts_with('@')) {
    parent.append_attribute(node.name.c_str() + 1).set_value(node.text.c_str());
    return std::nullopt;
  }
  pugi::xml_node element = parent.append_child(node.name.c_str());
  for (const Node& child : node.children) {
    if (auto error = put_node(element, child, here)) return error;
  }
  if (!node.text.empty()) element.append_child(pugi::node_pcdata).set_value(node.text.c_str());
  return std::nullopt;
}

}  // namespace

Result<std::string> write_xml(const Node& root, Encoding declared) {
  pugi::xml_document document;
  auto declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version").set_value("1.0");
  declaration.append_attribute("encoding").set_value(declared == Encoding::utf_8 ? "UTF-8" : "GB18030");
  if (auto error = put_node(document, root, {})) return *error;
  TextWriter writer;
  document.save(writer, "  ", pugi::format_indent, pugi::encoding_utf8);
  return std::move(writer.text);
}

}  // namespace birthcase::exchange::formats
